// Statements: the clauses of a sentence whose figures belong together, and the verb of each.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "link/analysis.h"

namespace solieu {

// Made once per article; groups are numbered through it.
class StatementLinker {
 public:
  explicit StatementLinker(const Analysis& analysis) : a_(analysis) {}

  // The verb that governs the sentence's figure at `index`, a slice of the clean text; empty when
  // none stands before it in its statement.
  std::string_view action_of(const AnalysedSentence& sentence, size_t index);
  // The number that the figures of one statement share; nothing for a figure that stands alone.
  std::optional<uint32_t> group_of(const AnalysedSentence& sentence, size_t index);

 private:
  struct Place {
    std::string_view action;
    uint32_t statement = 0;
  };
  void enter(const AnalysedSentence& sentence);
  bool begins_statement(const AnalysedSentence& sentence, uint32_t at) const;
  bool has(const Item& item, int concept_id) const { return a_.has(item, concept_id); }

  const Analysis& a_;
  const LinkConcepts& c_ = a_.linking.concepts;
  const AnalysedSentence* sentence_ = nullptr;  // the one that places_ is of
  std::vector<Place> places_;                   // by figure
  uint32_t statements_ = 0;                     // in the article so far
};

}  // namespace solieu
