// An article in a line of JSON Lines.
#pragma once

#include <cstdint>
#include <string_view>

#include "solieu/status.h"
#include "source/files.h"

namespace solieu {

// Where a line stands.
struct JsonPlace {
  std::string_view uri;   // of what holds it
  std::string_view name;  // the id of what holds it
  uint64_t line = 0;      // from 1
};

// The object's `text` or `html` (which beats text, since it is what was captured) with what its
// `id`, `date`, `url`, `title` and `site` say; without an id it gets the place's name, '!' and the
// line. Errors (kInput) name uri and line. Thread-safe.
Result<SourceArticle> json_article(std::string_view line, const JsonPlace& place);

}  // namespace solieu
