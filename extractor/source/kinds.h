// What is to be done with content of some kind.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "solieu/status.h"

namespace solieu {

// Whether articles are read from this media type as it is: pages and text.
bool is_article(std::string_view media_type);

// Whether a file's name says that its text is no article: programs, tables, settings. Content does
// not tell these from plain text.
bool names_other_text(std::string_view name);

// The error for a document of a type that cannot be read; names a converter where there is one.
Error unreadable(std::string place, std::string_view media_type);

// Whether it may hold an article all the same (PDF, word processors), so that it must be told even
// where other files are passed over.
bool has_converter(std::string_view media_type);

}  // namespace solieu
