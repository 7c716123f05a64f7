// Lines that say when a page was published: "Thứ 5, 28/12/2023 | 15:43:35", "(10:25 | 12/05/2020)".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "segment/cues.h"
#include "solieu/span.h"

namespace solieu {

struct DateLine {
  enum class Part : uint8_t { kDate, kChrome, kNames };
  struct Piece {
    Part part = Part::kDate;
    Span span;
  };
  std::string iso;            // a day, or a time with its zone; empty: the line has a time only
  std::vector<Piece> pieces;  // the line from left to right: date, counters, an author's name
};

// Reads a line that holds nothing but a date or time, words that belong to it (cue `date`),
// counters (cues `line`, `stat`) and names. Days come first; without a zone it is +07:00. `words`
// are the words of `line`. Nothing: the line says something else.
std::optional<DateLine> read_date_line(std::string_view text, Span line, const LineWords& words,
                                       const LayoutCues& cues);

// The first day of the stretch, with its time where one stands there, wherever they stand; ISO 8601
// as in DateLine. Empty: there is none.
std::string find_date(std::string_view text, Span stretch);

}  // namespace solieu
