// SHA-256 of bytes, by nettle.
#pragma once

#include <nettle/sha2.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace solieu {

using Sha256 = std::array<uint8_t, 32>;

// The hash of bytes that come in pieces. A copy goes on from there on its own.
class Sha256State {
 public:
  Sha256State();
  void add(std::string_view bytes);
  // Of all that was added; nothing may be added afterwards.
  Sha256 finish();

 private:
  sha256_ctx context_;
};

// Thread-safe.
Sha256 sha256(std::string_view bytes);

// Lower-case hexadecimal, two digits a byte.
std::string to_hex(const Sha256& digest);

}  // namespace solieu
