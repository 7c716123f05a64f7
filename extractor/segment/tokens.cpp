#include "segment/tokens.h"

#include "segment/characters.h"

namespace solieu {
namespace {

// Letters, then digits and letters as long as the beginning looks like a code: "m2", "H5N1", "CO2".
// "tháng10" and "triệu500" are slips of typing and stay two tokens.
// Behind digits a word is a unit or suffix, and of digits only a power belongs to it: "500m2với",
// "10h30", "1m82".
uint32_t scan_word(std::string_view text, uint32_t begin, uint32_t end, bool behind_digits,
                   Token& token) {
  constexpr uint32_t kLongestCodeStem = 4;
  uint32_t at = begin;
  bool upper_only = true;
  bool ascii = true;
  uint32_t letters = 0;
  while (at < end) {
    const Char c = char_at(text, at);
    if (c.cls == CharClass::kDigit) {
      if (behind_digits) {
        const bool power = text[at - 1] == 'm' && (text[at] == '2' || text[at] == '3') &&
                           (at + 1 == end || text[at + 1] < '0' || text[at + 1] > '9');
        if (power) ++at;
        break;
      }
      const bool code = (ascii && letters <= kLongestCodeStem) || (upper_only && letters <= 6);
      if (!code) break;
    } else if (!is_letter(c.cls)) {
      break;
    } else {
      upper_only = upper_only && c.cls == CharClass::kUpper;
      ascii = ascii && c.bytes == 1;
      ++letters;
    }
    at += c.bytes;
  }
  token.capital = char_at(text, begin).cls == CharClass::kUpper;
  token.all_capitals = upper_only;
  return at;
}

uint32_t scan_digits(std::string_view text, uint32_t begin, uint32_t end) {
  const auto digit = [&](uint32_t i) { return i < end && text[i] >= '0' && text[i] <= '9'; };
  uint32_t at = begin;
  while (digit(at)) {
    ++at;
    if (at + 1 < end && (text[at] == '.' || text[at] == ',') && digit(at + 1)) ++at;
  }
  return at;
}

}  // namespace

void tokenise(std::string_view text, Span sentence, std::vector<Token>& out) {
  uint32_t at = sentence.begin;
  bool space = true;
  while (at < sentence.end) {
    const Char c = char_at(text, at);
    if (c.cls == CharClass::kSpace) {
      at += c.bytes;
      space = true;
      continue;
    }
    Token token;
    token.space_before = space;
    space = false;
    uint32_t end = at + c.bytes;
    if (is_letter(c.cls)) {
      token.kind = TokenKind::kWord;
      const bool behind_digits = !token.space_before && !out.empty() &&
                                 out.back().kind == TokenKind::kDigits && out.back().span.end == at;
      end = scan_word(text, at, sentence.end, behind_digits, token);
    } else if (c.cls == CharClass::kDigit) {
      token.kind = TokenKind::kDigits;
      end = scan_digits(text, at, sentence.end);
    }
    token.span = {at, end};
    out.push_back(token);
    at = end;
  }
}

}  // namespace solieu
