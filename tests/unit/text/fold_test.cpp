#include "text/fold.h"

#include <algorithm>

#include "catch.h"

using solieu::fold;
using solieu::spellings;

namespace {
struct Pair {
  const char* text;
  const char* folded;
};
}  // namespace

TEST_CASE("variants of one word meet in the match layer") {
  const Pair pairs[] = {
      {"hoà", "hòa"},   {"hòa", "hòa"},       {"khoẻ", "khỏe"},       {"thuỷ", "thủy"},
      {"THUỶ", "thủy"}, {"kĩ", "kỹ"},         {"kỹ", "kỹ"},           {"tỉ", "tỷ"},
      {"Tỷ", "tỷ"},     {"quí", "quý"},       {"quý", "quý"},         {"lí", "lý"},
      {"mĩ", "mỹ"},     {"bác sĩ", "bác sỹ"}, {"công ti", "công ty"}, {"Đồng", "đồng"},
      {"toàn", "toàn"}, {"ngoài", "ngoài"},   {"huỳnh", "huỳnh"},     {"già", "già"},
      {"quả", "quả"},   {"“Mẹ”", "\"mẹ\""},   {"‘a’", "'a'"},         {"5 – 7", "5 - 7"},
      {"m²", "m2"},     {"10³ m⁴", "103 m4"}, {"Ô TÔ", "ô tô"},       {"kWh", "kwh"},
      {"½ ha", "½ ha"},
  };
  for (const Pair& pair : pairs) {
    CHECK(fold(pair.text) == pair.folded);
    CHECK(fold(pair.folded) == pair.folded);
  }
}

TEST_CASE("different words stay apart") {
  for (const char* word : {"mi", "vi", "vị", "lì", "sỉ", "i", "chỉ", "nghỉ", "đi", "tai", "ki"}) {
    CHECK(fold(word) == word);
  }
}

TEST_CASE("spellings fold to what they were made from") {
  for (const char* word :
       {"hòa", "tỷ", "kỹ", "đồng", "quý", "khỏe", "thủy", "kwh", "5", "ủy", "y"}) {
    const auto all = spellings(word);
    CHECK(!all.empty());
    for (const std::string& form : all) CHECK(fold(form) == word);
    auto sorted = all;
    std::sort(sorted.begin(), sorted.end());
    CHECK(std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end());
  }
}

TEST_CASE("spellings hold every style and case") {
  auto has = [](const char* word, const char* form) {
    const auto all = spellings(word);
    return std::find(all.begin(), all.end(), form) != all.end();
  };
  for (const char* form : {"hòa", "hoà", "Hòa", "Hoà", "HÒA", "HOÀ"}) CHECK(has("hòa", form));
  for (const char* form : {"tỷ", "tỉ", "Tỷ", "Tỉ", "TỶ", "TỈ"}) CHECK(has("tỷ", form));
  for (const char* form : {"đồng", "Đồng", "ĐỒNG"}) CHECK(has("đồng", form));
  CHECK(spellings("đồng").size() == 3);
  CHECK(spellings("5").size() == 1);
}
