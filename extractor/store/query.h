// Questions to a store.
#pragma once

#include <string>
#include <vector>

#include "solieu/status.h"
#include "store/database.h"
#include "store/table.h"

namespace solieu {

// What a figure must be to be meant; empty parts say nothing. Words are compared without case and
// marks.
struct FigureFilter {
  std::string kind;            // "money", "count" ...
  std::string unit;            // "VND", "%", "har" ...
  std::string status;          // "actual" or "target"
  std::string place;           // "VN-20"
  std::string period;          // "2023" also means what lies in it and intervals that reach into it
  std::string organisation;    // words of the organisation's name
  std::string programme;       // words of the programme's name
  std::string counted;         // words of what is counted
  std::string text;            // words in a row of the sentence
  std::string article;         // id
  std::string min_confidence;  // a decimal
};

struct FigureQuery {
  FigureFilter filter;
  bool keep_copies = false;  // do not count syndicated copies once
  size_t limit = 0;          // rows, 0 for all
  std::vector<std::string> by;
};

// The columns that `by` takes.
const std::vector<std::string>& grouping_columns();

// The figures that are meant, by article and place in it. A figure that a copy of an article
// repeats (find_copies) is left out, which a note says.
Result<AnswerTable> list_figures(const Database& store, const FigureQuery& query);

// Their sums by the columns of `by` and by kind, unit, what is counted (of counts) and status. Left
// out, each with a note: what copies repeat, what an article itself repeats, prices for one of
// something, differences; kinds that do not add up (percent, ratio, age, multiple). `total` is
// exact and adds up the stated values; `reading` says how to read it: "exactly", or "more than",
// "less than", "about" when some of the values say so ("hơn 3 tỷ"); how many do stands beside it.
Result<AnswerTable> sum_figures(const Database& store, const FigureQuery& query);

}  // namespace solieu
