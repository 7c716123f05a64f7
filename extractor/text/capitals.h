// Capitals of TCVN3, which its fonts cannot write: a capital with a tone is typed in lower case.
#pragma once

#include <string_view>

#include "solieu/span.h"
#include "text/rewriter.h"

namespace solieu {

// Capitalises the small letters of a stretch of the text, of ASCII and of Vietnamese.
void capitalise(std::string_view text, Span what, Rewriter& out);

// Capitalises words that are half in capitals ("Tổ CHứC Hội NGHị"), and words without a small ASCII
// letter between such words. For text that was decoded from TCVN3 only.
void restore_capitals(std::string_view text, Rewriter& out);

}  // namespace solieu
