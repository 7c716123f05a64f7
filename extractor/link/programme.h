// The programme, project, model, movement or campaign that a figure belongs to, by name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "link/analysis.h"

namespace solieu {

// Made once per article: collects the names ("chương trình “Mẹ đỡ đầu”", "Đề án 938"), then carries
// them. An unquoted description is no name.
class ProgrammeLinker {
 public:
  explicit ProgrammeLinker(const Analysis& analysis);

  // Goes on to the next sentence; call for each, in the order of the text.
  void enter(const AnalysedSentence& sentence);
  // The name that governs the figure at `index` of the sentence entered last, a slice of the clean
  // text without quotation marks; empty when none does.
  std::string_view programme_of(const AnalysedSentence& sentence, size_t index);

 private:
  struct Name {
    Span items;  // of the sentence, from the cue word to the closing quotation mark
    std::string_view name;
    bool frame = false;  // "Thực hiện ...," opens its sentence: rules over it and the paragraph
    bool subject = false;  // opens its sentence as the subject
    bool several = false;  // one of a list of names
    bool lasts = false;    // beyond its sentence
    bool weak = false;     // of something given: yields to a programme that rules already
  };

  bool may_name(const AnalysedSentence& sentence) const;
  std::vector<Name> names_in(const AnalysedSentence& sentence) const;
  bool name_at(const AnalysedSentence& sentence, uint32_t at, Name& out) const;
  bool unquoted(const AnalysedSentence& sentence, uint32_t cue, Name& out) const;
  bool quoted(const AnalysedSentence& sentence, uint32_t open, Name& out) const;
  // Whether a name at `to` can govern the figure that ends at item `from`.
  bool reaches(const AnalysedSentence& sentence, uint32_t from, uint32_t to) const;
  bool sets_out(const AnalysedSentence& sentence, uint32_t begin, uint32_t end) const;
  bool semicolon_between(const AnalysedSentence& sentence, uint32_t from, uint32_t to) const;
  bool has(const Item& item, int concept_id) const;
  bool is_cue(const AnalysedSentence& sentence, uint32_t at, int concept_id) const;
  std::string_view text_of(const AnalysedSentence& sentence, uint32_t item) const {
    return sentence.items.items[item].span.of(a_.text());
  }

  const Analysis& a_;
  std::vector<std::string> known_;  // match forms of the names that a cue word introduced, sorted
  std::vector<Name> names_;         // of the sentence entered last
  std::vector<bool> may_name_;      // by sentence
  std::string_view article_;        // what the article is about
  std::string_view paragraph_;      // what rules over the block
  std::string_view list_;           // what rules over the list items that follow
  uint32_t block_ = UINT32_MAX;
  int word_, numbered_, name_, weak_, project_, link_, verb_, function_, clause_mark_, comma_mark_;
};

}  // namespace solieu
