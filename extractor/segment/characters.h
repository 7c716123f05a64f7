// Classes of characters, for Latin scripts told apart by ranges of the Unicode character database.
// Letters of other scripts count as letters without case.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace solieu {

enum class CharClass : uint8_t { kSpace, kUpper, kLower, kDigit, kMark };

struct Char {
  CharClass cls;
  uint8_t bytes;
};

// Of a code point from 0x80 on.
CharClass class_of_wide(uint32_t code_point);
// The same for those below kTabled, which text in Latin scripts has.
constexpr uint32_t kTabled = 0x2100;
extern const std::array<CharClass, kTabled> kClasses;

constexpr std::array<CharClass, 128> make_ascii_classes() {
  std::array<CharClass, 128> table{};
  for (int c = 0; c < 128; ++c) {
    table[c] = c <= ' ' || c == 127     ? CharClass::kSpace
               : (c >= 'A' && c <= 'Z') ? CharClass::kUpper
               : (c >= 'a' && c <= 'z') ? CharClass::kLower
               : (c >= '0' && c <= '9') ? CharClass::kDigit
                                        : CharClass::kMark;
  }
  return table;
}
inline constexpr auto kAsciiClasses = make_ascii_classes();

// The character at byte `at` of valid UTF-8 (clean text is), whose length its lead byte tells.
inline Char char_at(std::string_view text, uint32_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {kAsciiClasses[lead], 1};
  const auto tail = [&](uint32_t i) { return static_cast<unsigned char>(text[at + i]) & 0x3Fu; };
  if (lead < 0xE0) return {kClasses[(lead & 0x1Fu) << 6 | tail(1)], 2};
  if (lead < 0xF0) {
    const uint32_t code = (lead & 0x0Fu) << 12 | tail(1) << 6 | tail(2);
    return {code < kTabled ? kClasses[code] : class_of_wide(code), 3};
  }
  return {CharClass::kMark, 4};
}

// The first byte of the character that ends before byte `at`; `at` must not be 0.
inline uint32_t start_before(std::string_view text, uint32_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u);
  return at;
}

inline bool is_letter(CharClass cls) {
  return cls == CharClass::kUpper || cls == CharClass::kLower;
}

// Appends `text` with its capital Latin letters made small; as many bytes as it has.
void append_lower(std::string_view text, std::string& out);

}  // namespace solieu
