#include "segment/characters.h"

namespace solieu {

namespace {

constexpr CharClass told_by_range(uint32_t c) {
  const auto cased = [](bool upper) { return upper ? CharClass::kUpper : CharClass::kLower; };
  if (c < 0xC0) {
    if (c == 0xA0) return CharClass::kSpace;
    return c == 0xAA || c == 0xB2 || c == 0xB3 || c == 0xB5 || c == 0xB9 || c == 0xBA
               ? CharClass::kLower
               : CharClass::kMark;
  }
  if (c < 0x100) return c == 0xD7 || c == 0xF7 ? CharClass::kMark : cased(c < 0xDF);
  if (c < 0x250) {  // Latin Extended-A and -B; of the irregular part only what Vietnamese uses
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return cased(c % 2 == 1);
    if (c == 0x1AF || c == 0x1B0) return cased(c == 0x1AF);
    return cased(c % 2 == 0);
  }
  if (c < 0x300) return CharClass::kLower;
  if (c < 0x370) return CharClass::kLower;  // combining marks belong to the letter before
  if (c < 0x400) return cased(c < 0x3AC);
  if (c < 0x430) return CharClass::kUpper;
  if (c < 0x1E00) return CharClass::kLower;
  if (c < 0x1F00) return cased(c % 2 == 0);
  if (c < 0x2000) return CharClass::kLower;
  if (c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000)
    return CharClass::kSpace;
  if (c < 0x2C00) return CharClass::kMark;
  if (c < 0x3040) return CharClass::kMark;
  return c >= 0xFE00 && c < 0xFFFF ? CharClass::kMark : CharClass::kLower;
}

constexpr std::array<CharClass, kTabled> make_classes() {
  std::array<CharClass, kTabled> table{};
  for (uint32_t c = 0; c < kTabled; ++c) table[c] = c < 128 ? kAsciiClasses[c] : told_by_range(c);
  return table;
}

}  // namespace

constexpr std::array<CharClass, kTabled> kClasses = make_classes();

CharClass class_of_wide(uint32_t c) { return c < kTabled ? kClasses[c] : told_by_range(c); }

void append_lower(std::string_view text, std::string& out) {
  const size_t begin = out.size();
  out += text;
  char* to = out.data() + begin;  // capitals and small letters have as many bytes
  for (uint32_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      if (lead >= 'A' && lead <= 'Z') to[at] = static_cast<char>(lead | 0x20);
      ++at;
      continue;
    }
    const Char c = char_at(text, at);
    if (c.cls == CharClass::kUpper && c.bytes < 4) {
      const auto tail = [&](uint32_t i) {
        return static_cast<unsigned char>(text[at + i]) & 0x3Fu;
      };
      uint32_t code = c.bytes == 2 ? (lead & 0x1Fu) << 6 | tail(1)
                                   : (lead & 0x0Fu) << 12 | tail(1) << 6 | tail(2);
      // Capitals of Latin-1 stand 32 before their small letters, the others that Vietnamese uses 1.
      if (code < 0x178 || code == 0x1A0 || code == 0x1AF || (code >> 8) == 0x1E) {
        code += code < 0x100 ? 32 : 1;
        to[at] = static_cast<char>(c.bytes == 2 ? 0xC0u | code >> 6 : 0xE0u | code >> 12);
        if (c.bytes == 3) to[at + 1] = static_cast<char>(0x80u | (code >> 6 & 0x3Fu));
        to[at + c.bytes - 1] = static_cast<char>(0x80u | (code & 0x3Fu));
      }
    }
    at += c.bytes;
  }
}

}  // namespace solieu
