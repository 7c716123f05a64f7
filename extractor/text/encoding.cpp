#include "text/encoding.h"

#include <algorithm>
#include <utility>

namespace solieu {
namespace {

constexpr std::pair<std::string_view, Encoding> kNames[] = {
    // In the order of Encoding.
    {"utf-8", Encoding::kUtf8},
    {"utf-16le", Encoding::kUtf16Le},
    {"utf-16be", Encoding::kUtf16Be},
    {"windows-1258", Encoding::kWindows1258},
    {"tcvn3", Encoding::kTcvn3},
    {"tcvn3-capitals", Encoding::kTcvn3Capitals},
    {"vni-windows", Encoding::kVniWindows},
    {"viscii", Encoding::kViscii},
    {"vps", Encoding::kVps},
    {"viqr", Encoding::kViqr},
    {"windows-1252", Encoding::kWindows1252},
    // Aliases.
    {"cp1258", Encoding::kWindows1258},
    {"abc", Encoding::kTcvn3},
    {"tcvn", Encoding::kTcvn3},
    {"tcvn-5712", Encoding::kTcvn3},
    {"x-viet-tcvn5712", Encoding::kTcvn3},
    {"vni", Encoding::kVniWindows},
    {"x-viet-vni", Encoding::kVniWindows},
    {"x-viet-vps", Encoding::kVps},
    {"utf-16", Encoding::kUtf16Le},
    {"latin1", Encoding::kWindows1252},
    {"iso-8859-1", Encoding::kWindows1252},
    {"cp1252", Encoding::kWindows1252},
};

std::string plain(std::string_view name) {
  std::string out;
  for (char c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

}  // namespace

std::string_view name_of(Encoding encoding) { return kNames[static_cast<size_t>(encoding)].first; }

std::string encoding_names() {
  std::string out;
  for (size_t i = 0; i <= static_cast<size_t>(Encoding::kWindows1252); ++i) {
    if (i > 0) out += ", ";
    out += kNames[i].first;
  }
  return out;
}

std::optional<Encoding> encoding_named(std::string_view name) {
  if (name.empty()) return std::nullopt;
  const std::string wanted = plain(name);
  for (const auto& [known, encoding] : kNames) {
    if (plain(known) == wanted) return encoding;
  }
  return std::nullopt;
}

std::optional<Encoding> encoding_of_font(std::string_view font) {
  const std::string name = plain(font);
  if (font.starts_with(".") && name.starts_with("vn")) {
    return name.ends_with("h") ? Encoding::kTcvn3Capitals : Encoding::kTcvn3;
  }
  const bool family = font.size() > 3 && (font[3] == '-' || font[3] == ' ');
  if (family && name.starts_with("vni")) return Encoding::kVniWindows;
  if (family && name.starts_with("vps")) return Encoding::kVps;
  return std::nullopt;
}

}  // namespace solieu
