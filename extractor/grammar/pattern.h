// The pattern language of rules (rules/README.md, "Patterns"), parsed.
//
//   {concept}  {a|b}  {a&!b}   an item with these concepts
//   word word                  these words, in any spelling that folds to the same
//   ( x y | z )                alternatives
//   x?  x*  x+  x*3            optional; up to 8 times; 1 to 8 times; up to 3 times
//   ~                          no white space between the items on both sides
//   ^  $                       the beginning and the end of the sentence
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "solieu/status.h"

namespace solieu {

// One alternative of a predicate: the item has all of these concepts and none of those.
struct PatternTerm {
  std::vector<std::string> all;
  std::vector<std::string> none;
};

struct PatternNode {
  enum class Type : uint8_t { kItem, kLiteral, kSequence, kChoice, kRepeat, kGlue, kStart, kEnd };
  Type type = Type::kSequence;
  std::vector<PatternTerm> terms{};     // kItem
  std::string text{};                   // kLiteral: the words; kItem: as written inside the braces
  std::vector<PatternNode> children{};  // kSequence, kChoice; kRepeat has one
  int min = 0;                          // kRepeat
  int max = 0;
};

// Parses a pattern. Errors have a message but no place: the caller knows file and line.
Result<PatternNode> parse_pattern(std::string_view text);

// True when the pattern can match without consuming an item.
bool matches_nothing(const PatternNode& node);

}  // namespace solieu
