// Finds articles that say nearly the same: copies that several sites took over.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace solieu {

// A MinHash of the runs of three words in a text: of two texts, the share of equal elements
// estimates the share of runs that they have in common. Case, spaces and punctuation at the ends of
// words do not matter. Stored, hence never changed without a migration.
using Signature = std::array<uint32_t, 16>;

Signature signature(std::string_view text);

// As stored in articles.signature: 64 bytes, little-endian.
std::string to_bytes(const Signature& signature);
Signature signature_from(std::string_view bytes);  // zeros when it is not 64 bytes

// Hashes of the runs of three words in a text, cut to 32 bits, each once, in order.
using Runs = std::vector<uint32_t>;
Runs runs_of(std::string_view text);

// The share of runs that two texts have in common (Jaccard), up to collisions of
// their hashes.
double similarity(const Runs& a, const Runs& b);

}  // namespace solieu
