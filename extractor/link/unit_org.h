// Whose figure it is: the governing organisation or administrative unit, and the province.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "link/unit_frames.h"

namespace solieu {

struct UnitAnswer {
  std::optional<UnitRef> unit;
  std::string_view place;  // ISO 3166-2, or empty
};

// Made once per article.
class UnitLinker {
 public:
  UnitLinker(const Analysis& analysis, ArticleRecord& record);

  UnitAnswer units_of(const AnalysedSentence& sentence, const FigureMention& figure) const;
  // Whether the figure's sentence or the one before it begins a person's story that it is part of.
  bool of_person(const AnalysedSentence& sentence, const FigureMention& figure) const;
  const ArticleUnits& units() const { return units_; }

 private:
  // Each gives a mention, or -1.
  int32_t founded(const AnalysedSentence& sentence, const FigureMention& figure,
                  Span mentions) const;
  int32_t agent_behind(const AnalysedSentence& sentence, const FigureMention& figure,
                       Span mentions) const;
  int32_t owner_behind(const AnalysedSentence& sentence, const FigureMention& figure,
                       Span mentions) const;

  UnitFrame frame_of(const FigureMention& figure) const;
  bool of_a_person(const AnalysedSentence& sentence, const FigureMention& figure) const;
  bool tells(const AnalysedSentence& sentence, int32_t mention) const;
  bool market_price(const AnalysedSentence& sentence, const FigureMention& figure,
                    const UnitFrame& frame) const;
  bool of(const Item& item, int concept_id) const { return analysis_.has(item, concept_id); }
  bool is_statistic(const AnalysedSentence& sentence, const FigureMention& figure) const;

  const Analysis& analysis_;
  ArticleUnits units_;
  std::vector<UnitFrame> frames_;
};

}  // namespace solieu
