#include "base/figure_id.h"

#include <array>
#include <charconv>

namespace solieu {

uint64_t SourceIds::of(std::string_view what, uint32_t start) const {
  std::array<char, 10> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), start).ptr;
  Sha256State state = source_;
  state.add("/");
  state.add(what);
  state.add("/");
  state.add({digits.data(), end});
  const Sha256 digest = state.finish();
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
