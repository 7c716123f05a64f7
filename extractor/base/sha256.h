// SHA-256 of bytes, by nettle.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace solieu {

using Sha256 = std::array<uint8_t, 32>;

// Thread-safe.
Sha256 sha256(std::string_view bytes);
// Of the parts one behind the other. Thread-safe.
Sha256 sha256(std::span<const std::string_view> parts);

// Lower-case hexadecimal, two digits a byte.
std::string to_hex(const Sha256& digest);

}  // namespace solieu
