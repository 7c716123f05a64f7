// Records as JSON: the notation of schemas/article.schema.json.
#pragma once

#include <string>
#include <string_view>

#include "solieu/record.h"

namespace solieu {

struct JsonOptions {
  bool with_text = false;  // fill "text" with the clean text
};

// Appends one JSON object, without a line end, in UTF-8. Every key is there, with null or [] where
// there is nothing; numbers are exact decimals in full. The record's views must be valid UTF-8, as
// those of Extractor::extract are. Thread-safe.
void append_json(const ArticleRecord& record, const JsonOptions& options, std::string& out);

// The version of the library, for example "0.1.0".
std::string_view version();

}  // namespace solieu
