// What a figure holds for each of: "mỗi cơ sở Hội ...", carried through its statement.
#pragma once

#include <string_view>
#include <vector>

#include "link/analysis.h"

namespace solieu {

// Made once per article. What stands behind a figure ("/kg", "mỗi năm") is read by the mention
// rules and rules/91-per.toml; this class adds what stands before it.
class PerLinker {
 public:
  explicit PerLinker(const Analysis& analysis) : a_(analysis) {}

  // The denominator of the sentence's figure at `index`, as written; empty when it has none.
  std::string_view per_of(const AnalysedSentence& sentence, size_t index);

 private:
  // Where "mỗi ..." rules, from its item on.
  struct Scope {
    Span per;                // bytes; empty: nothing rules
    bool statement = false;  // stands first in its statement: rules over the next clauses too
    bool time = false;       // mỗi năm, mỗi ngày
    bool in_quote = false;   // began inside quotation marks
    bool price = false;  // "trị giá mỗi suất": what "và" joins to the amount is no part of it
  };
  void read(const AnalysedSentence& sentence);
  void share_rates(const AnalysedSentence& sentence);
  Span own(const AnalysedSentence& sentence, const FigureMention& figure) const;
  bool figure_ahead(const AnalysedSentence& sentence, uint32_t at, size_t figure) const;
  // The noun phrase behind the "mỗi" at item `at`; `next` becomes the item behind it.
  Span each_phrase(const AnalysedSentence& sentence, uint32_t at, uint32_t& next, bool& time) const;
  bool begins_statement(const AnalysedSentence& sentence, uint32_t at) const;
  bool ends_scope(const AnalysedSentence& sentence, uint32_t at, const Scope& scope) const;
  bool has(const Item& item, int concept_id) const { return a_.has(item, concept_id); }
  bool is_mark(const AnalysedSentence& sentence, uint32_t at, std::string_view mark) const;

  const Analysis& a_;
  const LinkConcepts& c_ = a_.linking.concepts;
  const AnalysedSentence* sentence_ = nullptr;  // the one that per_ is of
  std::vector<Span> per_;                       // by figure of the sentence
};

}  // namespace solieu
