// An article in a line of JSON Lines.
#pragma once

#include <cstdint>
#include <string_view>

#include "solieu/status.h"
#include "source/source.h"

namespace solieu {

// Where a line stands.
struct JsonPlace {
  std::string_view uri;     // of what holds it
  std::string_view prefix;  // of ids that are made up: the line follows
  uint64_t line = 0;        // from 1
};

// The article in an object; `fields` says what holds its parts. HTML beats text where both are
// there, since it is what was captured. Errors (kInput) name uri and line. Thread-safe.
Result<SourceArticle> json_article(std::string_view line, const JsonFields& fields,
                                   const JsonPlace& place);

}  // namespace solieu
