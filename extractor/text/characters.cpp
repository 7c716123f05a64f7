#include "text/characters.h"

#include <unicode/normalizer2.h>

#include <optional>

#include "text/legacy.h"
#include "text/utf8.h"

namespace solieu {
namespace {

struct Replacement {
  std::string_view with;  // static storage or `buffer`
  Repair repair;
};

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x180E || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0xFE00 && c <= 0xFE0F);
}

bool is_special_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

// The plain letter or digit of the block Mathematical Alphanumeric Symbols, 0 for its Greek.
char32_t plain_mathematical(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  icu::UnicodeString plain;
  if (!nfkc->getDecomposition(static_cast<UChar32>(c), plain) || plain.length() != 1) return 0;
  return plain[0] < 0x80 ? plain[0] : 0;
}

std::optional<Replacement> replacement_of(char32_t c, std::string& buffer) {
  buffer.clear();
  if (c >= 0x80 && c < 0xA0) {
    buffer = decode_bytes(std::string(1, static_cast<char>(c)), Encoding::kWindows1252);
    if (buffer == "\uFFFD") buffer.clear();  // a control that windows-1252 has no use for
    return Replacement{buffer, Repair::kC1Control};
  }
  if (is_invisible(c)) return Replacement{"", Repair::kInvisible};
  if (is_special_space(c)) return Replacement{" ", Repair::kSpace};
  if (c == 0x2028 || c == 0x2029) return Replacement{"\n", Repair::kSpace};
  if (c == 0xD0 || c == 0x189) return Replacement{"Đ", Repair::kDStroke};
  if (c == 0xF0 || c == 0x256) return Replacement{"đ", Repair::kDStroke};
  char32_t plain = 0;
  if (c >= 0xFF01 && c <= 0xFF5E) plain = c - 0xFF01 + '!';
  if (c >= 0x1D400 && c <= 0x1D7FF) plain = plain_mathematical(c);
  if (plain == 0) return std::nullopt;
  append_utf8(buffer, plain);
  return Replacement{buffer, Repair::kWidth};
}

// Vietnamese letters and combining marks are no business of this pass; by lead byte for speed.
bool is_usual(std::string_view text, size_t i, unsigned char lead) {
  if (lead == 0xE1) return static_cast<unsigned char>(text[i + 1]) >= 0xBA;
  if (lead == 0xC3) return text[i + 1] != '\x90' && text[i + 1] != '\xB0';  // Ð ð
  return lead >= 0xC4 && lead <= 0xCD && lead != 0xC6 && lead != 0xC9;
}

}  // namespace

void repair_characters(std::string_view text, Span part, Rewriter& out) {
  std::string buffer;
  for (size_t i = part.begin; i < part.end;) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    if (is_usual(text, i, lead)) {
      i += lead == 0xE1 ? 3 : 2;
      continue;
    }
    const size_t at = i;
    const char32_t c = next_code_point(text, i);
    if (const auto found = replacement_of(c, buffer)) {
      out.replace({static_cast<uint32_t>(at), static_cast<uint32_t>(i)}, found->with,
                  found->repair);
    }
  }
}

}  // namespace solieu
