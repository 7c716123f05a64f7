#include "base/figure_id.h"

#include "base/sha256.h"

namespace solieu {

uint64_t figure_id(std::string_view source_sha256, Kind kind, uint32_t start) {
  const Sha256 digest = sha256(std::string(source_sha256) + "/" + std::string(name_of(kind)) + "/" +
                               std::to_string(start));
  uint64_t id = 0;
  for (size_t i = 0; i < 8; ++i) id = id << 8 | digest[i];
  return id;
}

std::string to_hex(uint64_t id) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out(16, '0');
  for (size_t i = 16; i > 0; --i, id >>= 4) out[i - 1] = kDigits[id & 15];
  return out;
}

}  // namespace solieu
