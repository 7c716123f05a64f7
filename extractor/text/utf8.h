// Walking and writing UTF-8, on ICU's macros.
#pragma once

#include <unicode/utf8.h>

#include <string>
#include <string_view>

namespace solieu {

// The code point that begins at byte `i` of a valid text; moves `i` behind it.
inline char32_t next_code_point(std::string_view text, size_t& i) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  UChar32 c = 0;
  U8_NEXT_UNSAFE(bytes, i, c);
  return static_cast<char32_t>(c);
}

// The same for any bytes: nothing for an ill-formed sequence, `i` then moves behind its longest
// well-formed beginning (at least one byte), as the Unicode Standard recommends for U+FFFD.
inline bool next_code_point_checked(std::string_view text, size_t& i, char32_t& code_point) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const size_t length = text.size();
  UChar32 c = 0;
  U8_NEXT(bytes, i, length, c);
  code_point = static_cast<char32_t>(c);
  return c >= 0;
}

// Appends a code point that is no surrogate.
inline void append_utf8(std::string& out, char32_t code_point) {
  uint8_t bytes[4];
  size_t n = 0;
  U8_APPEND_UNSAFE(bytes, n, code_point);
  out.append(reinterpret_cast<const char*>(bytes), n);
}

// Whether a byte begins a code point in valid UTF-8.
inline bool begins_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

inline bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

}  // namespace solieu
