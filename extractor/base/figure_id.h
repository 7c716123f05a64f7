// The ids of figures and units.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/sha256.h"

namespace solieu {

// Ids of what stands in one source: of the hash of its bytes, what it is and its first byte, so
// that the same figure keeps its id whatever the version of the rules. Thread-safe.
class SourceIds {
 public:
  // `source_sha256`: in hexadecimal digits.
  explicit SourceIds(std::string_view source_sha256) { source_.add(source_sha256); }

  // `what`: the kind of a figure by its name, or "unit".
  uint64_t of(std::string_view what, uint32_t start) const;

 private:
  Sha256State source_;
};

// 16 lower-case hexadecimal digits, as records have ids.
std::string to_hex(uint64_t id);

}  // namespace solieu
