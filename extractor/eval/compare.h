// When two values of gold and prediction count as the same.
#pragma once

#include <string>
#include <string_view>

#include "eval/articles.h"

namespace solieu {

// The form in which names are compared: NFC, case folded, one tone style, punctuation as white
// space, single spaces. Thread-safe.
std::string compare_form(std::string_view text);

// Kind and value, or bounds, and `of` are equal.
bool same_value(const ScoredFigure& gold, const ScoredFigure& predicted);

// Whether an attribute (an index of kAttributes) of a matched figure is right.
bool attribute_right(size_t attribute, const ScoredFigure& gold, const ScoredFigure& predicted);

// Whether an attribute of a matched figure is scored at all.
bool attribute_scored(size_t attribute, const ScoredFigure& gold, const ScoredFigure& predicted);

}  // namespace solieu
