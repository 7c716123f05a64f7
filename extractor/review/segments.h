// An article's text cut where figures begin and end, so that a page can mark figures, overlapping
// ones too, without counting characters itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "solieu/span.h"

namespace solieu {

struct Segment {
  Span bytes;                     // of the clean text
  std::vector<uint32_t> figures;  // those that cover it, the shortest first; indices of the marks
};

// `marks` are spans of code points of `text`, in any order; what lies outside the text is cut off.
// The segments cover the text, in order. O(text + marks * log(marks) + overlaps).
std::vector<Segment> cut_at_figures(std::string_view text, const std::vector<Span>& marks);

// A place as a browser knows it: UTF-16 code units into the text of a segment.
struct SegmentPlace {
  uint32_t segment = 0;
  uint32_t unit = 0;
};

// The byte of `text` that the place is at; nothing when there is no such place or it is inside a
// character.
std::optional<uint32_t> byte_at(std::string_view text, const std::vector<Segment>& segments,
                                SegmentPlace place);

}  // namespace solieu
