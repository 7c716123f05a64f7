// Golden files of the segment room: plain text that anyone can extend.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "segment/cues.h"

namespace solieu::testing {

// rules/layout.tsv of this source tree.
const LayoutCues& layout_cues();

// The lines of every file in tests/golden/segment/<folder>, files in order of their names.
struct GoldenLine {
  std::string place;  // "file:line"
  std::string text;
};
std::vector<GoldenLine> golden_lines(std::string_view folder);

// Line ends as ⏎ and back.
std::string with_signs(std::string_view text);
std::string without_signs(std::string_view text);

}  // namespace solieu::testing
