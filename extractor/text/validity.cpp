#include "text/validity.h"

#include "text/syllable.h"
#include "text/words.h"

namespace solieu {

bool is_plausible(std::string_view word) {
  const auto spelling = spell(word);
  if (!spelling || !is_syllable(*spelling)) return false;
  const unsigned all = (1u << spelling->size) - 1;
  return spelling->upper == 0 || spelling->upper == 1 || spelling->upper == all;
}

Validity validity_of(std::string_view text, uint32_t max_words) {
  Validity validity;
  for_each_word(text, [&](const Word& word) {
    if (word.ascii) return true;
    validity.valid += is_plausible(word.span.of(text));
    return ++validity.words < max_words;
  });
  return validity;
}

}  // namespace solieu
