// The match layer: the form in which rules and lexicons meet the text. Lower case, one tone style
// ("hoà" -> "hòa"), i/y by a word list ("kĩ" -> "kỹ", "tỉ" -> "tỷ"), folded quotes, dashes,
// superscripts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace solieu {

// The match form of a text in NFC UTF-8. Thread-safe.
std::string fold(std::string_view text);

// Every spelling whose match form is `folded` (one syllable in match form), in lower case, with a
// capital first letter and in capitals: what a lexicon puts into its table so that no text needs
// folding at run time. Thread-safe.
std::vector<std::string> spellings(std::string_view folded);

}  // namespace solieu
