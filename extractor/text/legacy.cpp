#include "text/legacy.h"

#include <array>

#include "text/letters.h"
#include "text/tables/tcvn3.h"
#include "text/tables/viscii.h"
#include "text/tables/vni.h"
#include "text/tables/vps.h"
#include "text/tables/windows1252.h"
#include "text/tables/windows1258.h"
#include "text/utf8.h"

namespace solieu {
namespace {

using Table = std::array<char32_t, 256>;

char32_t to_upper(char32_t c) {
  const Letter letter = letter_of(c);
  if (letter.valid()) return code_point_of({letter.base, letter.tone, true});
  return c >= U'a' && c <= U'z' ? c - 0x20 : c;
}

Table make_table(std::u32string_view high) {
  Table table;
  for (size_t i = 0; i < 128; ++i) table[i] = static_cast<char32_t>(i);
  for (size_t i = 0; i < 128; ++i) table[128 + i] = high[i];
  return table;
}

template <size_t N>
Table make_table(std::u32string_view high, const LowByte (&low)[N]) {
  Table table = make_table(high);
  for (const LowByte& entry : low) table[entry.byte] = entry.letter;
  return table;
}

Table make_capitals() {
  Table table = make_table(kTcvn3);
  for (char32_t& c : table) c = to_upper(c);
  return table;
}

// Letters that stand alone; the marks are read beside it.
Table make_vni() {
  Table table = make_table(kWindows1252);
  for (const VniLetter& letter : kVniLetters) {
    table[letter.byte] = letter.lower;
    table[letter.byte - 0x20] = letter.upper;
  }
  return table;
}

const Table& table_of(Encoding encoding) {
  static const Table tcvn3 = make_table(kTcvn3), capitals = make_capitals(), vni = make_vni(),
                     viscii = make_table(kViscii, kVisciiLow), vps = make_table(kVps, kVpsLow),
                     windows1258 = make_table(kWindows1258), windows1252 = make_table(kWindows1252);
  switch (encoding) {
    case Encoding::kTcvn3:
      return tcvn3;
    case Encoding::kTcvn3Capitals:
      return capitals;
    case Encoding::kVniWindows:
      return vni;
    case Encoding::kViscii:
      return viscii;
    case Encoding::kVps:
      return vps;
    case Encoding::kWindows1258:
      return windows1258;
    default:
      return windows1252;
  }
}

// The letter with the marks of a VNI byte; not valid() when the byte is no mark of this letter.
Letter with_vni_mark(Letter letter, uint8_t byte) {
  for (const VniMark& mark : kVniMarks) {
    if (mark.byte != byte && mark.byte - 0x20 != byte) continue;
    if (mark.quality != 0) letter = with_mark(letter, mark.quality);
    if (mark.tone != 0) letter = with_mark(letter, mark.tone);
    return letter;
  }
  return {};
}

// Reads the character at `i` and moves `i` behind it.
char32_t read_character(std::string_view bytes, size_t& i, const Table& table, Encoding encoding) {
  char32_t c = table[static_cast<uint8_t>(bytes[i++])];
  if (encoding == Encoding::kVniWindows && i < bytes.size() &&
      static_cast<signed char>(bytes[i]) < 0) {
    const Letter marked = with_vni_mark(letter_of(c), static_cast<uint8_t>(bytes[i]));
    if (marked.valid()) c = code_point_of(marked), ++i;
  }
  return c;
}

}  // namespace

void decode_bytes(const ByteRun& run, Encoding encoding, Repair repair, Rewriter& out) {
  const Table& table = table_of(encoding);
  const std::string_view bytes = run.bytes();
  std::string letter;
  for (size_t i = 0; i < bytes.size();) {
    const size_t at = i;
    const char32_t c = read_character(bytes, i, table, encoding);
    if (c < 0x80 && c == static_cast<unsigned char>(bytes[at])) continue;
    letter.clear();
    append_utf8(letter, c);
    out.replace({run.at(at), run.at(i)}, letter, c == 0xFFFD ? Repair::kReplacedBytes : repair);
  }
}

std::string decode_bytes(std::string_view bytes, Encoding encoding) {
  const Table& table = table_of(encoding);
  std::string out;
  for (size_t i = 0; i < bytes.size();) append_utf8(out, read_character(bytes, i, table, encoding));
  return out;
}

int byte_of(char32_t c) {
  if (c < 0x100) return static_cast<int>(c);
  const size_t at = kWindows1252.find(c);
  return at == std::u32string_view::npos || c == 0xFFFD ? -1 : static_cast<int>(0x80 + at);
}

}  // namespace solieu
