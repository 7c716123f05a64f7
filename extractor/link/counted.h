// What a figure counts: the noun phrase behind it, or the one left out.
#pragma once

#include <optional>

#include "link/analysis.h"
#include "solieu/record.h"

namespace solieu {

// The counted noun phrase of a figure, by its sentence; nothing when there is none to name.
std::optional<Counted> counted_of(const Analysis& analysis, const AnalysedSentence& sentence,
                                  const FigureMention& figure, Arena& arena);

}  // namespace solieu
