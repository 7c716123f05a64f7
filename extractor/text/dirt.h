// One look at a text that says where it may need any work at all.
#pragma once

#include <string_view>
#include <vector>

#include "solieu/span.h"

namespace solieu {

// The stretches of a valid text that hold all that any pass would repair, in order, apart from each
// other; bytes. Each begins at a blank (' ' or '\n') or the text's begin and ends before one or at
// the text's end, so that it holds whole words, entities, and marks with what they stand on. What
// lies outside is ASCII, the precomposed Vietnamese letters, the quotes and dashes of print, ° ² ³
// « », and no adjacent characters that look like mojibake, an entity or a misplaced tone. A stretch
// says "look closer", not "dirty". VIQR, which is ASCII, is not looked for. Vectorised where the
// machine has AVX2.
std::vector<Span> dirty_stretches(std::string_view text);

// The same, character by character.
std::vector<Span> dirty_stretches_scalar(std::string_view text);

}  // namespace solieu
