// Text as it is searched: "Hòa Bình" and "hoa binh" are the same.
#pragma once

#include <string>
#include <string_view>

namespace solieu {

// The words in lower case, without tones and marks, đ as d, each with one space in front and one
// behind the last; punctuation is a space. So one text's words stand in another's in a row when its
// plain form is a part of the other's. " " when there are none. Text must be valid UTF-8, NFC or
// NFD. Thread-safe.
std::string plain(std::string_view text);

}  // namespace solieu
