// Differences: direction, what they are compared with, and its value where it can be worked out.
#pragma once

#include <optional>

#include "link/analysis.h"
#include "solieu/record.h"

namespace solieu {

// The change that figure `index` of the sentence states, or nothing for a level. The direction
// comes from its attribute rules, or from the figure before it that it is joined to ("tăng 33% về
// lượng và 29% về giá trị"); the baseline is what the sentence compares with.
std::optional<Change> change_of(const Analysis& analysis, const AnalysedSentence& sentence,
                                size_t index);

}  // namespace solieu
