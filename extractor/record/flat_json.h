// A figure as a flat JSON object: the columns of a flat row.
#pragma once

#include <string>

#include "solieu/record.h"

namespace solieu {

// Appends one JSON object, without a line end. Every key is there, null where there is nothing;
// numbers are exact decimals in full. Thread-safe.
void append_flat_json(const ArticleRecord& record, const Figure& figure, std::string& out);

}  // namespace solieu
