// A sentence as the row of items that rules match.
#pragma once

#include <string_view>
#include <vector>

#include "grammar/item.h"
#include "grammar/rule_set.h"
#include "mention/numeral.h"
#include "segment/tokens.h"

namespace solieu {

// The working storage of one sentence, reused from sentence to sentence.
struct SentenceItems {
  std::vector<Token> tokens;
  std::vector<SyllableNumber> syllables;  // by token
  std::vector<LexiconMatch> matches;      // by token
  std::vector<Item> items;
  std::vector<Numeral> numerals;
  std::vector<uint64_t> concept_rows;  // what items carry: a bit for each row (Item::concepts)
};

// Splits bytes `sentence` of the clean text into items: numerals first, then the longest lexicon
// entry, then single words and marks. Replaces what `out` held.
void itemise(const RuleSet& rules, std::string_view text, Span sentence, SentenceItems& out);

}  // namespace solieu
