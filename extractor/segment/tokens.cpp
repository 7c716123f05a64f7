#include "segment/tokens.h"

#include <algorithm>
#include <array>
#include <bit>

#include "segment/byte_masks.h"
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

// The masks of what lies ahead, none of it beyond the sentence.
struct Window {
  Window(std::string_view text, uint32_t at, uint32_t end) : begin(at) {
    // What begins near the end of the masks may go beyond it, but no syllable is as long as that.
    constexpr uint32_t kLongWord = 16;
    limit = std::min(at + kMaskBytes - kLongWord, end);
    if (at + kMaskBytes <= text.size()) {
      masks = byte_masks(text.data() + at);
    } else {
      std::array<char, kMaskBytes> last{};
      text.copy(last.data(), kMaskBytes, at);
      masks = byte_masks(last.data());
    }
    if (end - at < kMaskBytes) {
      const uint64_t inside = (uint64_t{1} << (end - at)) - 1;
      masks.letters &= inside;
      masks.spaces &= inside;
      masks.digits_or_other &= inside;
    }
    word_ends = ~(masks.letters | masks.digits_or_other);
  }

  uint32_t spaces(uint32_t at) const {
    return static_cast<uint32_t>(std::countr_one(masks.spaces >> (at - begin)));
  }
  // The letters from `at` on, in bytes, when they make a word by themselves: nothing behind them
  // that might belong to it. Otherwise 0.
  uint32_t plain_word(uint32_t at) const {
    const auto letters = static_cast<uint32_t>(std::countr_one(masks.letters >> (at - begin)));
    if (letters == 0) return 0;
    const uint32_t last = at - begin + letters - 1;
    return (word_ends >> last >> 1 & 1) != 0 ? letters : 0;
  }

  uint32_t begin;
  uint32_t limit;  // tokens that begin before it are looked up here
  ByteMasks masks;
  uint64_t word_ends;
};

bool is_upper(std::string_view text, uint32_t at) {
  return char_at(text, at).cls == CharClass::kUpper;
}

}  // namespace

void tokenise(std::string_view text, Span sentence, std::vector<Token>& out) {
  uint32_t at = sentence.begin;
  bool space = true;
  while (at < sentence.end) {
    const Window window(text, at, sentence.end);
    while (at < window.limit) {
      const uint32_t spaces = window.spaces(at);
      at += spaces;
      space = space || spaces != 0;
      if (at >= window.limit) break;
      Token token;
      uint32_t end = at;
      if (const uint32_t letters = window.plain_word(at); letters != 0) {
        end = at + letters;
        token.kind = TokenKind::kWord;
        token.capital = is_upper(text, at);
        token.all_capitals = token.capital;
        for (uint32_t next = at; token.all_capitals && next < end;) {
          const Char c = char_at(text, next);
          token.all_capitals = c.cls == CharClass::kUpper;
          next += c.bytes;
        }
      } else {
        const Char c = char_at(text, at);
        end = at + c.bytes;
        if (c.cls == CharClass::kSpace) {
          at = end;
          space = true;
          continue;
        }
        if (is_letter(c.cls)) {
          const bool behind_digits = !space && !out.empty() &&
                                     out.back().kind == TokenKind::kDigits &&
                                     out.back().span.end == at;
          token.kind = TokenKind::kWord;
          end = scan_word(text, at, sentence.end, behind_digits, token);
        } else if (c.cls == CharClass::kDigit) {
          token.kind = TokenKind::kDigits;
          end = scan_digits(text, at, sentence.end);
        }
      }
      token.space_before = space;
      space = false;
      token.span = {at, end};
      out.push_back(token);
      at = end;
    }
  }
}

}  // namespace solieu
