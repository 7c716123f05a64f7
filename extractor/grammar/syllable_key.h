// Short tokens as two words: compared and hashed in registers.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "solieu/span.h"

namespace solieu {

// Bytes; "nghiêng" has 8, and longer words are looked up nowhere.
constexpr size_t kLongestSyllable = 16;

// A token of at most kLongestSyllable bytes, zero padded.
struct SyllableKey {
  uint64_t low = 0;
  uint64_t high = 0;
  friend bool operator==(SyllableKey, SyllableKey) = default;
};

// Loads of fixed sizes that overlap, none beyond the token.
inline SyllableKey syllable_key(std::string_view token) {
  const auto load = [&](auto word, size_t at) {
    std::memcpy(&word, token.data() + at, sizeof word);
    return uint64_t{word};
  };
  const size_t size = token.size();
  if (size > 8) return {load(uint64_t{}, 0), load(uint64_t{}, size - 8) >> 8 * (16 - size)};
  if (size == 8) return {load(uint64_t{}, 0), 0};
  if (size >= 4) return {load(uint32_t{}, 0) | load(uint32_t{}, size - 4) << 8 * (size - 4), 0};
  if (size >= 2) return {load(uint16_t{}, 0) | load(uint16_t{}, size - 2) << 8 * (size - 2), 0};
  return {size == 0 ? 0 : load(uint8_t{}, 0), 0};
}

// What is kept of the 16 bytes where a token of so many bytes begins.
constexpr std::array<SyllableKey, kLongestSyllable + 1> make_kept_bytes() {
  std::array<SyllableKey, kLongestSyllable + 1> out{};
  for (size_t i = 0; i < kLongestSyllable; ++i) {
    out[i + 1] = out[i];
    (i < 8 ? out[i + 1].low : out[i + 1].high) |= uint64_t{0xFF} << i % 8 * 8;
  }
  return out;
}
inline constexpr auto kKeptBytes = make_kept_bytes();

// Of the token at `span` of a text, which has mostly bytes behind it that may be loaded with it.
inline SyllableKey syllable_key(std::string_view text, Span span) {
  if (span.begin + kLongestSyllable > text.size()) return syllable_key(span.of(text));
  SyllableKey key;
  std::memcpy(&key, text.data() + span.begin, sizeof key);
  const SyllableKey kept = kKeptBytes[span.size()];
  return {key.low & kept.low, key.high & kept.high};
}

inline uint64_t mixed(uint64_t x) {
  x ^= x >> 32;
  x *= 0x9E3779B97F4A7C15ull;
  x ^= x >> 29;
  return x;
}
inline uint64_t hash_of(SyllableKey key) {
  return mixed(key.low * 0xD6E8FEB86659FD93ull ^ key.high);
}

}  // namespace solieu
