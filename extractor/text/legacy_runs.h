// Legacy text wherever it stands: bytes that are no UTF-8, and characters of Latin-1 that were such
// bytes before somebody saved them as UTF-8.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/encoding.h"
#include "text/rewriter.h"

namespace solieu {

enum class Carrier : uint8_t {
  kBytes,   // the text is bytes of any kind
  kLatin1,  // the text is valid UTF-8
};

inline constexpr uint32_t kLegacySample = 32;  // words; 20 tell encodings apart

// How the words that are no good as they are look in each of kByteEncodings.
struct LegacyEvidence {
  uint32_t bad = 0;                                     // such words, at most kLegacySample
  uint32_t good = 0;                                    // words that are good as they are
  std::array<uint32_t, kByteEncodings.size()> right{};  // of the bad ones, good when decoded
  // The encoding that explains the bad words, or nothing. `declared` wins ties.
  std::optional<Encoding> verdict(Carrier carrier, std::optional<Encoding> declared) const;
};

// How many characters of Latin-1 that Vietnamese has no use for stand beside letters in a valid
// text: two or more may be legacy letters.
uint32_t count_odd_latin1(std::string_view text);

LegacyEvidence look_for_legacy(std::string_view text, Carrier carrier);

// Decodes the runs of words that are better Vietnamese in `encoding`. With kBytes what is left and
// is no UTF-8 becomes U+FFFD, so that the result is valid. Linear.
void decode_legacy_runs(std::string_view text, Carrier carrier, Encoding encoding, Rewriter& out);

Repair repair_of(Encoding encoding);

// Replaces each ill-formed sequence of UTF-8 by U+FFFD. `begin` is where `bytes` begins in the text
// that is rewritten.
void replace_bad_bytes(std::string_view bytes, uint32_t begin, Rewriter& out);

}  // namespace solieu
