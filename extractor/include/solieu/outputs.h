// Outputs by name: what `solieu extract --to` takes.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "solieu/json.h"
#include "solieu/sink.h"
#include "solieu/status.h"

namespace solieu {

// Opens one sink that hands each record to all `targets`, which are "FORMAT:WHERE" with one of:
//   jsonl:FILE      one article a line; with_text of `options` is for this one. "-" is standard
//   output flat:FILE       JSON Lines, one figure a line csv:FILE        one figure a row, UTF-8;
//   csv+bom: with a byte order mark, csv+semicolon: with ;
//                   between the columns and , in decimals (csv+bom+semicolon: both)
//   xlsx:FILE       one figure a row
//   sqlite:FILE     the store of schemas/store.sql
//   postgres:CONN   the database of schemas/postgres.sql; CONN is a connection string or URI of
//   libpq
// Files appear under their name when `finish` has succeeded; databases are upserted. A position is
// gone on with by the same targets only. Errors: kUsage for a target
// that is not understood, is not built in or is given twice; kOutput when it cannot be opened.
Result<std::unique_ptr<Sink>> open_outputs(const std::vector<std::string>& targets,
                                           const JsonOptions& options,
                                           const ReopenOptions& reopen = {});

}  // namespace solieu
