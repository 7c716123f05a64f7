// What a figure counts: the noun phrase behind it, or the one left out.
#pragma once

#include <optional>

#include "link/analysis.h"
#include "solieu/record.h"

namespace solieu {

// Made once per article. The words behind and before a figure are read by the rules of
// rules/90-counted.toml; what is left out is found in the sentence.
class CountedLinker {
 public:
  CountedLinker(const Analysis& analysis, Arena& arena);

  // The counted noun phrase of the sentence's figure at `index`, or nothing when there is none to
  // name. Call in the order of the text: an elided noun is that of a figure before.
  std::optional<Counted> counted_of(const AnalysedSentence& sentence, size_t index);

 private:
  Span tokens_of(const AnalysedSentence& sentence, size_t index) const;
  Span quoted(const AnalysedSentence& sentence, uint32_t item) const;
  Span level_reached(const AnalysedSentence& sentence, size_t index) const;
  Span right_behind(const AnalysedSentence& sentence, const FigureMention& figure) const;
  Span elided(const AnalysedSentence& sentence, size_t index) const;
  Span trimmed(const AnalysedSentence& sentence, Span items) const;
  bool pauses_between(const AnalysedSentence& sentence, uint32_t begin, uint32_t end) const;
  bool parts_follow(const AnalysedSentence& sentence, uint32_t begin, uint32_t end) const;
  bool has(const Item& item, int concept_id) const { return a_.has(item, concept_id); }

  const Analysis& a_;
  const LinkConcepts& c_ = a_.linking.concepts;
  Arena& arena_;
  const AnalysedSentence* sentence_ = nullptr;  // the one that found_ is of
  std::vector<Span> found_;  // by figure of the sentence: tokens, empty for nothing
};

}  // namespace solieu
