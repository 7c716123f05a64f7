// Numerals: numbers in digits, words or both, with their scale words, ranges and vague quantities.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "grammar/rule_set.h"
#include "segment/tokens.h"

namespace solieu {

struct Numeral {
  Span tokens;              // indices of the sentence's tokens
  BuiltinSet builtins = 0;  // what rules can ask of it
  bool bounded = false;     // a range or vague quantity: low and high, no value
  Decimal value;
  Decimal low;
  Decimal high;
  Decimal scale = Decimal(1);  // product of its last scale words
};

// How digits with separators read. Source of the decisions: counts over 40,000 articles of the
// separators that Vietnamese news uses.
struct DigitReading {
  Decimal value;
  std::optional<Decimal> as_thousands;  // "8,486": the other reading, by what follows
  BuiltinSet builtins = 0;
  bool plain = false;
};
DigitReading read_digits(std::string_view digits);

// A sentence as the numeral parser sees it. All members must outlive the parser's calls.
struct NumeralInput {
  const RuleSet& rules;
  std::string_view text;
  const std::vector<Token>& tokens;
  const std::vector<LexiconMatch>& matches;  // by token: the longest entry that begins there
};

// The numeral that begins at token `at`, if one does.
std::optional<Numeral> parse_numeral(const NumeralInput& input, uint32_t at);

}  // namespace solieu
