// SHA-256 of bytes, by nettle.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace solieu {

using Sha256 = std::array<uint8_t, 32>;

// Thread-safe.
Sha256 sha256(std::string_view bytes);

// Lower-case hexadecimal, two digits a byte.
std::string to_hex(const Sha256& digest);

}  // namespace solieu
