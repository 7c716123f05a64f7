// Tokens of a sentence: syllables, numerals in digits, punctuation marks.
#pragma once

#include <string_view>
#include <vector>

#include "solieu/span.h"

namespace solieu {

enum class TokenKind : uint8_t {
  kWord,    // letters; with digits inside when it begins as a short code ("m2", "H5N1", "F0")
  kDigits,  // digits with single '.' or ',' between them
  kMark,    // one character that is neither
};

struct Token {
  Span span;  // bytes of the clean text
  TokenKind kind = TokenKind::kMark;
  bool space_before = false;  // white space stands before it, or the sentence begins here
  bool capital = false;       // a word whose first letter is upper case
  bool all_capitals = false;  // a word of upper-case letters only (digits allowed)
};

// Splits `sentence` of `text` (NFC UTF-8) and appends to `out`. Linear, no allocation but `out`.
// Letters are told apart by ranges of the Unicode character database, good for Latin scripts;
// letters of other scripts count as letters without case.
void tokenise(std::string_view text, Span sentence, std::vector<Token>& out);

}  // namespace solieu
