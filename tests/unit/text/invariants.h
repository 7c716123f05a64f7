// What holds for the clean text of any bytes whatever: for the property test and the fuzz target.
#pragma once

#include <string>
#include <string_view>

namespace solieu::testing {

// Cleans `source` and says which invariant does not hold; empty when all do:
// the text is UTF-8 in NFC and the same on a second call; the runs are sorted, cover text and
// source and are verbatim where they say so; spans map into the source, in order, and a span inside
// another maps inside its image.
std::string broken_invariant(std::string_view source);

}  // namespace solieu::testing
