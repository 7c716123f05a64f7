// From mentions to records: who, what, when, for which programme, compared with what.
#pragma once

#include "link/analysis.h"
#include "solieu/record.h"

namespace solieu {

// Fills figures, units, dates and checks of `record`, whose document, title and dates are set
// already. Views in the record point into the clean text, the rule set or the record's arena. What
// the article does not tell stays null.
void link(const Analysis& analysis, ArticleRecord& record);

}  // namespace solieu
