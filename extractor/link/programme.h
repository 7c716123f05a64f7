// The programme, project, model, movement or campaign that a figure belongs to, by name.
#pragma once

#include <string_view>
#include <vector>

#include "link/programme_names.h"

namespace solieu {

// Made once per article: carries the names from where they stand over what was done under them.
class ProgrammeLinker {
 public:
  explicit ProgrammeLinker(const Analysis& analysis)
      : a_(analysis), finder_(analysis), article_(finder_.article()) {}

  // Goes on to the next sentence; call for each, in the order of the text.
  void enter(const AnalysedSentence& sentence);
  // The name that governs the figure at `index` of the sentence entered last, a slice of the clean
  // text without quotation marks; empty when none does. `of_person`: it is told of a person, whom
  // the article's programme does not reach.
  std::string_view programme_of(const AnalysedSentence& sentence, size_t index, bool of_person);

 private:
  std::string_view governing(const AnalysedSentence& sentence, size_t index, bool of_person) const;
  // Whether a name at `to` can govern the figure that ends at item `from`.
  bool reaches(const AnalysedSentence& sentence, uint32_t from, uint32_t to) const;
  bool begins(const AnalysedSentence& sentence, int concept_id) const;
  bool of_each_counted(const AnalysedSentence& sentence) const;
  bool semicolon_between(const AnalysedSentence& sentence, uint32_t from, uint32_t to) const;

  const Analysis& a_;
  const LinkConcepts& c_ = a_.linking.concepts;
  ProgrammeNames finder_;
  std::vector<ProgrammeName> names_;  // of the sentence entered last
  std::string_view paragraph_;        // what rules over the block
  std::string_view list_;             // what rules over the list items that follow
  std::string_view last_;             // of the sentence before
  bool ends_with_it_ = false;         // no figure stands behind it there
  std::string_view article_;          // what rules where nothing else does
  bool referred_ = false;             // "mô hình này" set paragraph_
  bool over_ = false;                 // the block has left it
  std::string_view figure_;           // of the figure before
  std::string_view each_;             // what rules a sentence that says what each of them got
  uint32_t block_ = UINT32_MAX;
};

}  // namespace solieu
