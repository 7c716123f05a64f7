// Cyrillic and Greek letters that stand in Latin words because they look the same.
#pragma once

#include <string_view>

#include "text/rewriter.h"

namespace solieu {

// Replaces them by tables/lookalikes.h where a word has a Latin letter and all its others are
// look-alikes: words in another script stay, and so do "μm" and "IFNα". `part` holds whole words.
void repair_lookalikes(std::string_view text, Span part, Rewriter& out);

}  // namespace solieu
