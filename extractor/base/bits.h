// Sets of numbers from 0 on, a bit for each in 64-bit words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace solieu {

// How many words hold the bits of `count` numbers; at least one.
constexpr size_t words_for(size_t count) { return count / 64 + 1; }

// `at` is below 64 times the number of words.
constexpr bool has_bit(std::span<const uint64_t> bits, size_t at) {
  return (bits[at / 64] >> at % 64 & 1) != 0;
}
constexpr void set_bit(std::span<uint64_t> bits, size_t at) {
  bits[at / 64] |= uint64_t{1} << at % 64;
}

}  // namespace solieu
