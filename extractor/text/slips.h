// Slips of typing that can only mean one word.
#pragma once

#include <string_view>

#include "text/rewriter.h"

namespace solieu {

// In words that are no syllable: moves the tone when the letters are one ("nghịêp", "qủa", "cuả"),
// and makes uơ and ưo ươ when that gives one ("đuờng", "nưóc"). Everything else stays, so do words
// with a p before the vowel, which Vietnamese has in foreign names only. `text` is in NFC, `part`
// holds whole words of it.
void repair_slips(std::string_view text, Span part, Rewriter& out);

}  // namespace solieu
