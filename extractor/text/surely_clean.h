// One pass over bytes that says whether a text needs any work at all.
#pragma once

#include <string_view>

namespace solieu {

// True only when valid UTF-8 holds nothing that any pass would repair: ASCII, the precomposed
// Vietnamese letters, the quotes and dashes of print, ° ² ³; no adjacent characters that look like
// mojibake, an entity or a misplaced tone. False says "look closer", not "dirty"; a text without a
// single non-ASCII byte is false too, since it may be VIQR. Vectorised.
bool surely_clean(std::string_view text);

// The same answer byte by byte: what tests hold the vectorised form against.
bool surely_clean_scalar(std::string_view text);

}  // namespace solieu
