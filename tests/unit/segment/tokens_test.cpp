#include "segment/tokens.h"

#include <string>

#include "catch.h"

using namespace solieu;

namespace {

// Tokens with a letter for their kind: w, d, m; W for a capital, C for capitals only; '_' before
// those that have a space before them.
std::string shown(std::string_view text, Span sentence) {
  std::vector<Token> tokens;
  tokenise(text, sentence, tokens);
  std::string out;
  for (const Token& t : tokens) {
    if (!out.empty()) out += ' ';
    if (t.space_before) out += '_';
    out += t.kind == TokenKind::kMark     ? 'm'
           : t.kind == TokenKind::kDigits ? 'd'
           : t.all_capitals               ? 'C'
           : t.capital                    ? 'W'
                                          : 'w';
    out += ':';
    out += t.span.of(text);
  }
  return out;
}
std::string shown(std::string_view text) {
  return shown(text, {0, static_cast<uint32_t>(text.size())});
}

}  // namespace

TEST_CASE("words, numerals and marks") {
  CHECK(shown("Ủy ban UBND xã Ô Loan: 1.200 hộ, 35%.") ==
        "_W:Ủy _w:ban _C:UBND _w:xã _C:Ô _W:Loan m:: _d:1.200 _w:hộ m:, _d:35 m:% m:.");
  CHECK(shown("“Đất”…  –\tđá") == "_m:“ W:Đất m:” m:… _m:– _w:đá");
  CHECK(shown("") == "");
  CHECK(shown(" \u00A0 ") == "");
}

TEST_CASE("digits belong to words that begin like codes") {
  CHECK(shown("H5N1 F0 m2 tháng10 triệu500") == "_C:H5N1 _C:F0 _w:m2 _w:tháng d:10 _w:triệu d:500");
  CHECK(shown("500m2với 10h30 1m82 30m³ĐH") ==
        "_d:500 w:m2 w:với _d:10 w:h d:30 _d:1 w:m d:82 _d:30 w:m³ĐH");
}

TEST_CASE("signs and spaces among the letters of Latin-1 are none") {
  CHECK(shown("dài×rộng") == "_w:dài m:× w:rộng");
  CHECK(shown("một\u00A0hai") == "_w:một _w:hai");
  CHECK(shown("6ª và 10µm") == "_d:6 w:ª _w:và _d:10 w:µm");
}

TEST_CASE("a sentence ends where its span does, wherever it stands in the text") {
  const std::string words = "Nghìn người dân xã Bờ Y được hỗ trợ 2.500 kg gạo (đợt 1) ";
  std::string text;
  for (int i = 0; i < 4; ++i) text += words;
  const auto size = static_cast<uint32_t>(words.size());
  const std::string once = shown(words);
  for (uint32_t begin = 0; begin + size <= text.size(); begin += size) {
    CHECK(shown(text, {begin, begin + size}) == once);
  }
  CHECK(shown("nghiêng", {0, 3}) == "_w:ngh");
  CHECK(shown("12345", {1, 3}) == "_d:23");
  // Words longer than what is looked at at once.
  const std::string longest(200, 'A');
  CHECK(shown("x " + longest + "b y") == "_w:x _W:" + longest + "b _w:y");
  CHECK(shown(std::string(100, ' ') + longest) == "_C:" + longest);
}
