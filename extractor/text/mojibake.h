// UTF-8 that was read as Latin-1 or windows-1252 and saved as UTF-8 again, once or more often.
#pragma once

#include <string_view>

#include "text/rewriter.h"

namespace solieu {

// Whether a part of a text, of whole words, has characters that are the bytes of another one: only
// beside such words others are repaired.
bool may_be_mojibake(std::string_view part);

// Repairs words in which such sequences stand, also when the byte A0 became a space, 91 to 94 plain
// quotes, 96 and 97 a hyphen, 85 three dots, or AD and the bytes without a character were lost on
// the way. A repair must make more words syllables, or spell a sequence of bytes in full; of
// several possible ones none is made. Linear.
void repair_mojibake(std::string_view text, Rewriter& out);

}  // namespace solieu
