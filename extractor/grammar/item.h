// What rules match: a sentence as a row of items, each a lexicon entry, a numeral, an unknown word
// or a mark.
#pragma once

#include <cstdint>

#include "grammar/concepts.h"
#include "solieu/span.h"

namespace solieu {

using ItemClass = uint16_t;  // items of one class are told apart by no predicate of the rule set

struct Item {
  Span span;             // bytes of the clean text
  Span tokens;           // indices of the sentence's tokens
  int32_t entry = -1;    // of the lexicon, or -1
  int32_t numeral = -1;  // of the sentence's numerals, or -1
  BuiltinSet builtins = 0;
  ItemClass item_class = 0;  // of an item that is no numeral
  // What its entry carries, as EntryTraits numbers it; 0 of an item without entry.
  uint16_t concepts = 0;
  uint16_t unit_word = 0;
  bool glued = false;  // no white space before it
};

}  // namespace solieu
