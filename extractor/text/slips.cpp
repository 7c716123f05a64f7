#include "text/slips.h"

#include <optional>

#include "text/syllable.h"
#include "text/words.h"

namespace solieu {
namespace {

// The syllable that the letters make, wherever the tone stands; nothing when there are two.
std::optional<Spelling> with_tone_in_place(const Spelling& spelling) {
  const auto syllable = parse_syllable(spelling);
  if (!syllable) return std::nullopt;
  const Spelling placed = place_tone(*syllable, ToneStyle::kOld);
  if (placed != place_tone(*syllable, ToneStyle::kNew)) return std::nullopt;
  return placed;
}

std::optional<Spelling> with_both_horns(Spelling spelling) {
  for (int i = 0; i + 1 < spelling.size; ++i) {
    Base& first = spelling.letters[i];
    Base& second = spelling.letters[i + 1];
    if ((first == Base::kU && second == Base::kOHorn) ||
        (first == Base::kUHorn && second == Base::kO)) {
      first = Base::kUHorn;
      second = Base::kOHorn;
      return with_tone_in_place(spelling);
    }
  }
  return std::nullopt;
}

}  // namespace

void repair_slips(std::string_view text, Span part, Rewriter& out) {
  for_each_word(text, part, [&](const Word& word) {
    if (word.ascii) return true;
    const auto spelling = spell(word.span.of(text));
    if (!spelling || is_syllable(*spelling)) return true;
    const unsigned all = (1u << spelling->size) - 1;
    if (spelling->upper != 0 && spelling->upper != 1 && spelling->upper != all) return true;
    if (spelling->size > 1 && spelling->letters[0] == Base::kP && is_vowel(spelling->letters[1])) {
      return true;
    }
    if (const auto moved = with_tone_in_place(*spelling)) {
      out.replace(word.span, to_utf8(*moved), Repair::kTonePlace);
    } else if (const auto horned = with_both_horns(*spelling)) {
      out.replace(word.span, to_utf8(*horned), Repair::kHorn);
    }
    return true;
  });
}

}  // namespace solieu
