#include "text/fold.h"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "text/letters.h"
#include "text/syllable.h"
#include "text/utf8.h"

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

// fold() tells by the last two letters that most words stay; here every word is parsed.
TEST_CASE("of two vowels, the tone moves where the styles differ and nowhere else") {
  using namespace solieu;
  std::vector<Letter> vowels;
  for (auto base = Base::kA; base <= Base::kY; base = static_cast<Base>(static_cast<int>(base) + 1))
    for (auto tone = Tone::kLevel; is_vowel(base) && tone <= Tone::kDot;
         tone = static_cast<Tone>(static_cast<int>(tone) + 1))
      vowels.push_back({base, tone, false});
  CHECK(vowels.size() == 72);
  size_t moved = 0;
  for (const std::string onset : {"", "h", "kh", "gi", "ngh"}) {
    for (const Letter first : vowels) {
      for (const Letter second : vowels) {
        std::string word = onset;
        append_utf8(word, code_point_of(first));
        append_utf8(word, code_point_of(second));
        const auto spelling = spell(word);
        const auto syllable = spelling ? parse_syllable(*spelling) : std::nullopt;
        const bool moves = syllable && place_tone(*syllable, ToneStyle::kNew) == *spelling;
        const std::string expected = moves ? to_utf8(place_tone(*syllable, ToneStyle::kOld)) : word;
        moved += expected != word ? 1 : 0;
        CAPTURE(word);
        REQUIRE(fold(word) == expected);
      }
    }
  }
  CHECK(moved > 0);
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
