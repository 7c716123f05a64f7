#include "segment/tokens.h"

#include <array>

namespace solieu {
namespace {

enum class CharClass : uint8_t { kSpace, kUpper, kLower, kDigit, kMark };

struct Char {
  CharClass cls;
  uint8_t bytes;
};

constexpr std::array<CharClass, 128> make_ascii_classes() {
  std::array<CharClass, 128> table{};
  for (int c = 0; c < 128; ++c) {
    table[c] = c <= ' ' || c == 127          ? CharClass::kSpace
               : (c >= 'A' && c <= 'Z')      ? CharClass::kUpper
               : (c >= 'a' && c <= 'z')      ? CharClass::kLower
               : (c >= '0' && c <= '9')      ? CharClass::kDigit
                                             : CharClass::kMark;
  }
  return table;
}
constexpr auto kAscii = make_ascii_classes();

CharClass class_of_wide(uint32_t c) {
  const auto cased = [](bool upper) { return upper ? CharClass::kUpper : CharClass::kLower; };
  if (c < 0xC0) {
    if (c == 0xA0) return CharClass::kSpace;
    return c == 0xAA || c == 0xB2 || c == 0xB3 || c == 0xB5 || c == 0xB9 || c == 0xBA
               ? CharClass::kLower
               : CharClass::kMark;
  }
  if (c < 0x100) return c == 0xD7 || c == 0xF7 ? CharClass::kMark : cased(c < 0xDF);
  if (c < 0x250) {  // Latin Extended-A and -B; of the irregular part only what Vietnamese uses
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return cased(c % 2 == 1);
    if (c == 0x1AF || c == 0x1B0) return cased(c == 0x1AF);
    return cased(c % 2 == 0);
  }
  if (c < 0x300) return CharClass::kLower;
  if (c < 0x370) return CharClass::kLower;  // combining marks belong to the letter before
  if (c < 0x400) return cased(c < 0x3AC);
  if (c < 0x430) return CharClass::kUpper;
  if (c < 0x1E00) return CharClass::kLower;
  if (c < 0x1F00) return cased(c % 2 == 0);
  if (c < 0x2000) return CharClass::kLower;
  if (c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000)
    return CharClass::kSpace;
  if (c < 0x2C00) return CharClass::kMark;
  if (c < 0x3040) return CharClass::kMark;
  return c >= 0xFE00 && c < 0xFFFF ? CharClass::kMark : CharClass::kLower;
}

// The text is valid UTF-8 (clean text is), so lengths come from the lead byte alone.
Char char_at(std::string_view text, uint32_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {kAscii[lead], 1};
  const auto tail = [&](uint32_t i) { return static_cast<unsigned char>(text[at + i]) & 0x3Fu; };
  if (lead < 0xE0) return {class_of_wide((lead & 0x1Fu) << 6 | tail(1)), 2};
  if (lead < 0xF0) return {class_of_wide((lead & 0x0Fu) << 12 | tail(1) << 6 | tail(2)), 3};
  return {CharClass::kMark, 4};
}

bool is_letter(CharClass cls) { return cls == CharClass::kUpper || cls == CharClass::kLower; }

// Letters, then digits and letters as long as the beginning looks like a code: "m2", "H5N1", "CO2".
// "tháng10" and "triệu500" are slips of typing and stay two tokens.
uint32_t scan_word(std::string_view text, uint32_t begin, uint32_t end, Token& token) {
  constexpr uint32_t kLongestCodeStem = 4;
  uint32_t at = begin;
  bool upper_only = true;
  bool ascii = true;
  uint32_t letters = 0;
  while (at < end) {
    const Char c = char_at(text, at);
    if (c.cls == CharClass::kDigit) {
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
      end = scan_word(text, at, sentence.end, token);
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
