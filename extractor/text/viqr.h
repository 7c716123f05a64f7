// VIQR (RFC 1456): Vietnamese letters as ASCII, "Vie^.t Nam", "ddu+o+`ng".
#pragma once

#include <string_view>

#include "text/rewriter.h"

namespace solieu {

// Whether a text in ASCII is in VIQR: words with marks that are syllables when read, among them
// marks that prose does not put behind vowels (^ ( +).
bool looks_like_viqr(std::string_view text);

// Decodes the words of VIQR. A last "." or "?" is a mark of the sentence when the word is a
// syllable without it and a line end, or a space and a capital follow; "\" takes the meaning from a
// mark.
void decode_viqr(std::string_view text, Rewriter& out);

}  // namespace solieu
