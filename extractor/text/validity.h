// How Vietnamese a text looks: the share of its words that are syllables of the language.
#pragma once

#include <cstdint>
#include <string_view>

namespace solieu {

struct Validity {
  uint32_t words = 0;  // with a character beyond ASCII
  uint32_t valid = 0;  // of those, syllables in a case that words have

  double share() const { return words == 0 ? 0 : static_cast<double>(valid) / words; }
};

// kHalfCapitals takes "CHứC" too: TCVN3 has no toned capitals.
enum class CaseRule : uint8_t { kUsual, kHalfCapitals };

// Whether a word is a syllable in lower case, in capitals or with a capital first; its letters may
// be decomposed.
bool is_plausible(std::string_view word, CaseRule rule = CaseRule::kUsual);

// Counts over the words beyond ASCII of a text in UTF-8.
Validity validity_of(std::string_view text, CaseRule rule = CaseRule::kUsual);

}  // namespace solieu
