#include "base/csv.h"

#include <algorithm>

namespace solieu {

bool looks_like_formula(std::string_view text) {
  if (text.empty()) return false;
  const std::string_view wide = text.substr(0, 3);
  return std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos ||
         wide == "＝" || wide == "＋" || wide == "－" || wide == "＠";
}

void append_csv_cell(std::string_view cell, char separator, std::string& out) {
  const bool quoted = std::any_of(cell.begin(), cell.end(), [separator](char c) {
    return c == separator || c == '"' || c == '\n' || c == '\r';
  });
  if (quoted) out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quoted) out += '"';
  out += separator;
}

}  // namespace solieu
