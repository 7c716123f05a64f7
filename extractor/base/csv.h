// Cells of comma-separated values (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace solieu {

// Whether a spreadsheet would run a text as a formula: it begins with = + - @, also full-width, or
// with a tab or line break. Writers put a ' in front.
bool looks_like_formula(std::string_view text);

// Appends a cell, in quotes where it has to be, and the separator.
void append_csv_cell(std::string_view cell, char separator, std::string& out);

}  // namespace solieu
