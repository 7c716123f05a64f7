// 64 bytes of text at a time, told apart by bits: where words go on and end is found by counting
// zeros instead of deciding for each character.
#pragma once

#include <cstdint>

namespace solieu {

constexpr uint32_t kMaskBytes = 64;

// Bit i speaks of byte i.
struct ByteMasks {
  uint64_t letters = 0;  // of ASCII and of the letters from U+00C0 to U+1FFF, all their bytes
  uint64_t small = 0;    // small letters of ASCII
  uint64_t spaces = 0;   // of ASCII
  // ASCII digits, and first bytes of characters that are to be looked up (CharClass): others than
  // these letters. The bytes behind such a first byte say nothing.
  uint64_t digits_or_other = 0;

  friend bool operator==(const ByteMasks&, const ByteMasks&) = default;
};

// Of kMaskBytes bytes of valid UTF-8 that need not begin or end with a character.
ByteMasks byte_masks(const char* bytes);
// The same byte by byte: the slow twin for tests and other machines.
ByteMasks byte_masks_slowly(const char* bytes);

}  // namespace solieu
