#include "text/validity.h"

#include <algorithm>

#include "text/syllable.h"
#include "text/words.h"

namespace solieu {

bool is_plausible(std::string_view word, CaseRule rule) {
  const auto spelling = spell(word);
  if (!spelling || !is_syllable(*spelling)) return false;
  const unsigned all = (1u << spelling->size) - 1;
  if (spelling->upper == 0 || spelling->upper == 1 || spelling->upper == all) return true;
  return rule == CaseRule::kHalfCapitals &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

Validity validity_of(std::string_view text, CaseRule rule) {
  Validity validity;
  for_each_word(text, [&](const Word& word) {
    if (word.ascii) return true;
    ++validity.words;
    validity.valid += is_plausible(word.span.of(text), rule);
    return true;
  });
  return validity;
}

}  // namespace solieu
