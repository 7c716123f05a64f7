// Whose figure it is: the governing organisation or administrative unit, and the province.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "link/units.h"

namespace solieu {

struct UnitAnswer {
  std::optional<UnitRef> unit;
  std::string_view place;  // ISO 3166-2, or empty
};

// Made once per article; walks it in the order of the text.
class UnitLinker {
 public:
  UnitLinker(const Analysis& analysis, ArticleRecord& record);

  UnitAnswer units_of(const AnalysedSentence& sentence, const FigureMention& figure);
  const ArticleUnits& units() const { return units_; }
  // Writes the units of the record. Source offsets and code points are made here.
  void write_units(ArticleRecord& record) const;

 private:
  // What rules figures from a byte on, until the next.
  struct Frame {
    uint32_t at = 0;
    int32_t entity = -1;   // -1: nobody
    int32_t mention = -1;  // where it was said, or -1
    Basis basis = Basis::kDefault;
    bool personal = false; // a person's story
    bool weak = false;     // lasts for its sentence only
  };
  void build_frames();

  const Analysis& analysis_;
  ArticleUnits units_;
  std::vector<Frame> frames_;  // by byte
};

}  // namespace solieu
