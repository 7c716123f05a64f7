#include "segment/characters.h"

#include "catch.h"

namespace solieu {

TEST_CASE("lower case of Vietnamese letters keeps the length") {
  const std::string_view upper = "ĐẮK LẮK, ƯỚC MƠ, QUỸ, ỦY BAN, ÔNG Ỷ, Ð";
  std::string lower;
  append_lower(upper, lower);
  CHECK(lower == "đắk lắk, ước mơ, quỹ, ủy ban, ông ỷ, ð");
  CHECK(lower.size() == upper.size());
}

TEST_CASE("lower case leaves other scripts and signs alone") {
  std::string lower;
  append_lower("Σ Ж × ß 😀 123", lower);
  CHECK(lower == "Σ Ж × ß 😀 123");
}

TEST_CASE("classes of characters") {
  CHECK(char_at("Ệ", 0).cls == CharClass::kUpper);
  CHECK(char_at("ệ", 0).cls == CharClass::kLower);
  CHECK(char_at("ư", 0).cls == CharClass::kLower);
  CHECK(char_at("Ư", 0).cls == CharClass::kUpper);
  CHECK(char_at("\u00A0", 0).cls == CharClass::kSpace);
  CHECK(char_at("“", 0).cls == CharClass::kMark);
  CHECK(start_before("aệ", 4) == 1);
}

}  // namespace solieu
