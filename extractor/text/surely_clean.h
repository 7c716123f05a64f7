// One pass over bytes that says whether a text needs any work at all.
#pragma once

#include <string_view>

namespace solieu {

// True only when valid UTF-8 holds nothing that any pass would repair: ASCII, the precomposed
// Vietnamese letters, the quotes and dashes of print, ° ² ³ « »; no adjacent characters that look
// like mojibake, an entity or a misplaced tone. False says "look closer", not "dirty"; a text
// without a single non-ASCII byte is false too, since it may be VIQR. Vectorised.
bool surely_clean(std::string_view text);

// True only when no letters stand beside each other in a way that slips of typing make (slips.h),
// whatever other characters the text has. Vectorised in the same way.
bool surely_well_spelled(std::string_view text);

// What surely_clean answers, character by character: what tests hold the vectorised form against.
bool surely_clean_scalar(std::string_view text);

}  // namespace solieu
