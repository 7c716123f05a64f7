#include "encoders.h"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>

#include "text/legacy.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace solieu::testing {
namespace {

using Codes = std::map<char32_t, std::string>;

std::string utf8(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (size_t i = 0; i < text.size();) out += next_code_point(text, i);
  return out;
}

std::u32string decomposed(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString apart =
      icu::Normalizer2::getNFDInstance(status)->normalize(icu::UnicodeString(UChar32(c)), status);
  std::u32string out;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1))
    out += char32_t(apart.char32At(i));
  return out;
}

bool is_tone(char32_t c) {
  return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

// Every character that decoding can give, with its bytes; in VNI marked letters before Latin-1.
Codes make_codes(Encoding encoding) {
  Codes codes;
  auto enter = [&](const std::string& bytes) {
    const std::u32string c = code_points(decode_bytes(bytes, encoding));
    if (c.size() == 1 && c[0] != 0xFFFD) codes.emplace(c[0], bytes);
  };
  if (encoding == Encoding::kVniWindows) {
    const std::string bases = "aeouyAEOUY\xF4\xF6\xD4\xD6";
    for (char base : bases) {
      const bool upper = static_cast<unsigned char>(base) < 0xE0 && (base & 0x20) == 0;
      for (int mark = 0xE0; mark < 0x100; ++mark) {
        enter({base, static_cast<char>(upper ? mark - 0x20 : mark)});
      }
    }
  }
  for (int byte = 1; byte < 256; ++byte) enter(std::string(1, static_cast<char>(byte)));
  return codes;
}

Codes make_viqr() {
  const std::map<char32_t, char> marks = {{0x300, '`'}, {0x301, '\''}, {0x303, '~'}, {0x309, '?'},
                                          {0x323, '.'}, {0x302, '^'},  {0x306, '('}, {0x31B, '+'}};
  Codes codes = {{U'đ', "dd"}, {U'Đ', "DD"}};
  for (char32_t c = 1; c < 0x1F00; ++c) {
    if (c < 0x80) codes[c] = std::string(1, static_cast<char>(c));
    if (c < 0x80 || !letter_of(c).valid() || codes.count(c) > 0) continue;
    std::u32string apart = decomposed(c);
    std::stable_partition(apart.begin() + 1, apart.end(), [](char32_t m) { return !is_tone(m); });
    std::string code = utf8(apart[0]);
    for (size_t i = 1; i < apart.size(); ++i) code += marks.at(apart[i]);
    codes[c] = code;
  }
  return codes;
}

const Codes& codes_of(Encoding encoding) {
  static std::map<Encoding, Codes> all;
  auto at = all.find(encoding);
  if (at == all.end()) {
    at = all.emplace(encoding, encoding == Encoding::kViqr ? make_viqr() : make_codes(encoding))
             .first;
  }
  return at->second;
}

// The bytes of a character; windows-1258 writes tones apart.
std::optional<std::string> code_of(char32_t c, Encoding encoding) {
  const Codes& codes = codes_of(encoding);
  if (const auto at = codes.find(c); at != codes.end()) return at->second;
  if (encoding != Encoding::kWindows1258 || !letter_of(c).valid()) return std::nullopt;
  const Letter letter = letter_of(c);
  const auto base = codes.find(code_point_of({letter.base, Tone::kLevel, letter.upper}));
  constexpr char32_t kTones[] = {0, 0x300, 0x301, 0x309, 0x303, 0x323};
  return base->second + codes.at(kTones[static_cast<int>(letter.tone)]);
}

std::vector<Article> read_folder(const std::filesystem::path& folder) {
  std::vector<Article> articles;
  if (!std::filesystem::exists(folder)) return articles;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    articles.push_back(
        {entry.path().filename().string(), {std::istreambuf_iterator<char>(file), {}}});
  }
  std::sort(articles.begin(), articles.end(),
            [](const Article& a, const Article& b) { return a.name < b.name; });
  return articles;
}

}  // namespace

std::string encode(std::string_view text, Encoding encoding) {
  std::string out;
  for (char32_t c : code_points(text)) out += code_of(c, encoding).value();
  return out;
}

std::string holdable(std::string_view text, Encoding encoding) {
  std::string out;
  for (char32_t c : code_points(text)) {
    Letter letter = letter_of(c);
    if (encoding == Encoding::kTcvn3Capitals) {
      if (letter.valid()) letter.upper = true, c = code_point_of(letter);
      if (c < 0x80) c = static_cast<char32_t>(std::toupper(static_cast<int>(c)));
    }
    if (c < 0x80) {
      out += static_cast<char>(c);
      continue;
    }
    const bool holds = code_of(c, encoding).has_value();
    if (encoding == Encoding::kTcvn3 && letter.upper &&
        (letter.tone != Tone::kLevel || letter.base == Base::kNone)) {
      letter.upper = false;
      out += utf8(code_point_of(letter));
    } else if (holds) {
      out += utf8(c);
    } else if (c == U'“' || c == U'”') {
      out += '"';
    } else if (c == U'‘' || c == U'’') {
      out += '\'';
    } else if (c == U'–' || c == U'—') {
      out += '-';
    } else if (c == U'…') {
      out += "...";
    } else {
      out += '?';
    }
  }
  return out;
}

std::string as_utf16(std::string_view text, bool big_endian) {
  std::string out;
  const auto utf16 = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  for (int32_t i = 0; i < utf16.length(); ++i) {
    const char high = static_cast<char>(utf16[i] >> 8), low = static_cast<char>(utf16[i] & 0xFF);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  }
  return out;
}

std::string as_nfd(std::string_view text) {
  std::string out;
  for (char32_t c : code_points(text)) {
    for (char32_t part : decomposed(c)) append_utf8(out, part);
  }
  return out;
}

std::string as_entities(std::string_view text) {
  std::string out;
  for (char32_t c : code_points(text)) {
    if (c < 0x80)
      out += static_cast<char>(c);
    else
      out += "&#" + std::to_string(static_cast<uint32_t>(c)) + ";";
  }
  return out;
}

std::string as_mojibake(std::string_view text) {
  std::string out;
  for (char byte : text) {
    const std::string c = decode_bytes(std::string(1, byte), Encoding::kWindows1252);
    if (c == "\uFFFD")
      append_utf8(out, static_cast<unsigned char>(byte));
    else
      out += c;
  }
  return out;
}

std::string as_latin1(std::string_view bytes) {
  std::string out;
  for (char byte : bytes) append_utf8(out, static_cast<unsigned char>(byte));
  return out;
}

std::vector<Article> corpus_articles() { return read_folder(SOLIEU_SOURCE_DIR "/corpus"); }
std::vector<Article> shared_articles() {
  return read_folder(SOLIEU_SOURCE_DIR "/../shared/articles");
}

}  // namespace solieu::testing
