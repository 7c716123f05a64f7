// What reviewers decided, for other programs.
#pragma once

#include <string>
#include <string_view>

#include "solieu/status.h"
#include "store/database.h"

namespace solieu {

// Forms: "log" (JSON Lines, one decision each), "records" (the corrected records, JSON Lines, one
// figure each), "csv" (the same as a table), "gold" (for `solieu eval`: the articles of which every
// figure was decided), "gold-decided" (what was decided of others, too: `eval` then judges only the
// spans that were) and "rules" (examples to paste into rule files). Appends to `out`. An unknown
// form is an error of code kUsage.
Status export_reviewed(const Database& database, std::string_view form, std::string& out);

// "log, records, csv, gold, gold-decided, rules".
std::string_view export_forms();

}  // namespace solieu
