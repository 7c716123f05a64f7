// Arithmetic that an article allows on its own figures.
#pragma once

#include "link/analysis.h"
#include "solieu/record.h"

namespace solieu {

// Adds to `record` the checks on its figures, which are there in the order of the text, one for
// each mention of `analysis`. A check that fails is a flag for the reader: no figure is changed.
// What the article does not plainly relate is not checked; kinds: product, sum, difference, ratio,
// percent_of, list_length, repeat.
void add_checks(const Analysis& analysis, ArticleRecord& record);

}  // namespace solieu
