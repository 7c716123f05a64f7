// What the units of a sentence do in it, told by the words around them.
#pragma once

#include <span>

#include "link/units.h"

namespace solieu {

// Sets the roles of the units of one sentence, which stand in the order of the text.
void set_unit_roles(const Analysis& analysis, const AnalysedSentence& sentence,
                    std::span<ArticleUnit> units);

}  // namespace solieu
