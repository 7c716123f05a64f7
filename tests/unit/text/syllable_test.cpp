#include "text/syllable.h"

#include "catch.h"
#include "text/utf8.h"

using solieu::is_syllable;
using solieu::ToneStyle;

namespace {

std::string placed(std::string_view word, ToneStyle style) {
  const auto spelling = solieu::spell(word);
  if (!spelling) return "?";
  const auto syllable = solieu::parse_syllable(*spelling);
  return syllable ? to_utf8(solieu::place_tone(*syllable, style)) : "?";
}

}  // namespace

TEST_CASE("words of the language are syllables") {
  for (const char* word :
       {"đồng", "nghiêng", "Nguyễn", "quốc",  "quý",    "quyết", "quỳnh", "gì",     "gìn",  "giếng",
        "giữ",  "giặc",    "gia",    "giúp",  "giỏi",   "khuya", "khuỷu", "khuyến", "thuở", "thuế",
        "huân", "xoong",   "yêu",    "yếm",   "ý",      "kỹ",    "kĩ",    "tỷ",     "uỷ",   "ủy",
        "hoà",  "hòa",     "loắt",   "choắt", "ngoằn",  "ngoèo", "tuýp",  "buýt",   "ÔNG",  "ƯƠNG",
        "oanh", "uyên",    "ăn",     "ếch",   "mía",    "của",   "lửa",   "được",   "rượu", "hươu",
        "hưu",  "chịu",    "kiểu",   "nghĩa", "thuyền", "toàn",  "hoạch"}) {
    INFO(word);
    CHECK(is_syllable(word));
  }
}

TEST_CASE("other words are none") {
  for (const char* word :
       {"",       "b",    "ng",    "đ",     "việtnam", "kàn", "cên",  "gê",      "ngê",
        "nghang", "các-", "ca̓",    "cát1",  "làc",     "lảp", "mẽch", "hòan",    "nghịêp",
        "qủa",    "gìa",  "cuả",   "nghiã", "àá",      "fê",  "wò",   "strong",  "yêng̀",
        "lyên",   "uơn",  "đuơng", "ườ",    "bb",      "aa",  "Kpă",  "Matxcơva"}) {
    INFO(word);
    CHECK_FALSE(is_syllable(word));
  }
}

TEST_CASE("one function places tones") {
  struct Row {
    const char* word;
    const char* old_style;
    const char* new_style;
  };
  const Row rows[] = {
      {"hòa", "hòa", "hoà"},       {"hoà", "hòa", "hoà"},       {"khỏe", "khỏe", "khoẻ"},
      {"thủy", "thủy", "thuỷ"},    {"hòan", "hoàn", "hoàn"},    {"nghịêp", "nghiệp", "nghiệp"},
      {"qủa", "quả", "quả"},       {"gìa", "già", "già"},       {"cuả", "của", "của"},
      {"nghiã", "nghĩa", "nghĩa"}, {"thúôc", "thuốc", "thuốc"}, {"ngòai", "ngoài", "ngoài"},
      {"naò", "nào", "nào"},       {"khủyu", "khuỷu", "khuỷu"}, {"ựơng", "ượng", "ượng"},
      {"gíêng", "giếng", "giếng"}, {"TỊÊN", "TIỆN", "TIỆN"},    {"xóong", "xoóng", "xoóng"},
      {"lụa", "lụa", "lụa"},       {"ưả", "ửa", "ửa"},          {"quỵt", "quỵt", "quỵt"},
  };
  for (const Row& row : rows) {
    INFO(row.word);
    CHECK(placed(row.word, ToneStyle::kOld) == row.old_style);
    CHECK(placed(row.word, ToneStyle::kNew) == row.new_style);
  }
}

TEST_CASE("letters go apart and together again") {
  for (char32_t c = 1; c < 0x2000; ++c) {
    const solieu::Letter letter = solieu::letter_of(c);
    if (letter.valid()) CHECK(solieu::code_point_of(letter) == c);
  }
  int letters = 0;
  for (char32_t c = 0; c < 0x2000; ++c) letters += solieu::letter_of(c).valid();
  CHECK(letters == 2 * (29 + 12 * 5));
}
