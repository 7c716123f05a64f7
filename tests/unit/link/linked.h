// An article through the whole library, for tests of what the link stage says of its figures.
#pragma once

#include <string>

#include "catch.h"
#include "own_rules.h"

namespace solieu {

// The record of `text`, published on `date` (empty: unknown). Figures are told by their quotes.
class Linked {
 public:
  Linked(std::string text, std::string date) {
    Document document;
    document.id = "test";
    document.bytes = std::move(text);
    if (!date.empty()) document.metadata.date = std::move(date);
    record_ = own_extractor().extract(std::move(document));
  }

  const ArticleRecord& record() const { return record_; }
  // The nth figure (from 1) with that quote; the test fails when there is none.
  const Figure& figure(std::string_view quote, int nth = 1) const {
    for (const Figure& f : record_.figures) {
      if (f.evidence.quote == quote && --nth == 0) return f;
    }
    FAIL("no figure '" << quote << "'");
    std::abort();
  }
  std::string period(std::string_view quote, int nth = 1) const {
    return std::string(figure(quote, nth).period);
  }
  bool planned(std::string_view quote, int nth = 1) const {
    return figure(quote, nth).status == FigureStatus::kTarget;
  }

 private:
  ArticleRecord record_;
};

}  // namespace solieu
