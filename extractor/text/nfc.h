// Normalisation form C, with the marks of Vietnamese letters in any order.
#pragma once

#include <string_view>

#include "text/rewriter.h"

namespace solieu {

// Composes valid UTF-8: canonical composition as Unicode has it, and beside it what Unicode keeps
// apart: "a" + acute + circumflex is "ấ", d with a stroke is "đ", a mark given twice counts once.
// Keeps at most 30 marks on one character. `part` begins where no mark stands and ends before a
// blank. Linear.
void normalise(std::string_view text, Span part, Rewriter& out);

}  // namespace solieu
