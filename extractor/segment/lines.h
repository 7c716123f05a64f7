// The lines of a text and what each of them says by itself, before its neighbours are looked at.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "segment/cues.h"
#include "segment/date_line.h"
#include "solieu/span.h"

namespace solieu {

enum class LineKind : uint8_t {
  kText,
  kDate,
  kChrome,
  kStat,        // chrome where a neighbour is
  kMenu,        // chrome above the title
  kSite,        // chrome above the title
  kEnd,         // chrome, and nothing below it is the article
  kRelated,     // chrome, teasers follow
  kPictureAlt,  // "… - Ảnh 1."
  kCaption,     // by its credit or a phrase
  kByline,
  kListItem,
  kTableRow,
};

struct Line {
  LineKind kind = LineKind::kText;
  Span span;  // without surrounding white space
  Span text;  // without a list marker, picture number, byline label, glued chrome
  bool blank_before = false;
  bool full_stop = false;   // ends a sentence
  bool leads_on = false;    // ends in a colon, comma, semicolon or dash
  bool name_like = false;   // a few capitalised words, no number
  bool half_names = false;  // at least half of the words have capitals, no number
  bool numbered = false;    // a list item with a number or letter
  int date = -1;            // index in Lines::dates
};

struct Lines {
  std::vector<Line> lines;  // without blank ones
  std::vector<DateLine> dates;
};

// Cuts `text` into lines and reads each. Soft line ends (the next line goes on in small letters, or
// its first word would not have fitted) are no line ends. Linear.
Lines read_lines(std::string_view text, const LayoutCues& cues);

// Reads each of the given lines for itself; none is joined or left out.
Lines read_each(std::string_view text, const std::vector<Span>& lines, const LayoutCues& cues);

// A line of running text, by its length and its end.
bool is_paragraph(const Line& line);

}  // namespace solieu
