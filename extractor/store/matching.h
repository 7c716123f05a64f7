// The figures of a store that a filter means.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/query.h"

namespace solieu {

// Columns of a figure that answers show, in this order; `facts` of the store has them.
enum FigureColumn : uint8_t {
  kArticleId,
  kDay,
  kKind,
  kModifier,
  kValue,
  kMinValue,
  kMaxValue,
  kOfValue,
  kUnit,
  kCountedLemma,
  kCounted,
  kPer,
  kStatus,
  kChange,
  kPeriod,
  kOrganisation,
  kPlace,
  kProgramme,
  kQuote,
  kConfidence,
  kFigureColumns
};
std::string_view column_name(FigureColumn column);

struct MatchedFigure {
  int64_t article = 0;
  bool repeated = false;  // the article says the same at another place before
  // Texts; empty for NULL, as no column but NULL is empty.
  std::string cells[kFigureColumns];
};

struct Matches {
  std::vector<MatchedFigure> figures;
  size_t copied_figures = 0;  // left out
  size_t copies = 0;          // articles from which some were left out
};

Result<Matches> match_figures(const Database& store, const FigureQuery& query);

}  // namespace solieu
