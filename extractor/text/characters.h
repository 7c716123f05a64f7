// Characters that are wrong or odd by themselves, whatever stands beside them.
#pragma once

#include <string_view>

#include "text/rewriter.h"

namespace solieu {

// C1 controls become windows-1252; zero-width characters, direction marks, soft hyphens and byte
// order marks go; special spaces become spaces, line and paragraph separators line ends; Ð ð Ɖ
// become Đ đ; full-width ASCII and mathematical letters and digits become plain. Nothing else that
// NFKC would fold: ² ³ ½ stay.
void repair_characters(std::string_view text, Span part, Rewriter& out);

}  // namespace solieu
