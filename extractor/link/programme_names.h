// Names of programmes, projects, models, movements and campaigns in a sentence.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "link/analysis.h"

namespace solieu {

struct ProgrammeName {
  Span items;  // of the sentence, from the cue word to the closing quotation mark
  std::string_view name;
  int32_t cue = -1;      // lexicon entry of the word in front: "dự án"; -1: none
  bool frame = false;    // "Thực hiện ...," opens its sentence: rules over it and the paragraph
  bool subject = false;  // opens its sentence as the subject
  bool several = false;  // one of a list of names
  bool lasts = false;    // beyond its sentence
  bool weak = false;     // of something given: yields to a programme that rules already
  bool beside = false;   // "ngoài Quỹ ...": what follows is not under it
  bool event = false;    // "tổng kết chiến dịch ...": what is held or begun
  bool counted = false;  // "14 căn nhà “Mái ấm”": a figure counts them
  bool referred = false;  // "chiến dịch này": named before
};

// Made once per article: learns the names that it introduces ("chương trình “Mẹ đỡ đầu”", "Đề án
// 938", "dự án cao tốc Đức Hòa - Bến Lức"), so as to know them when they come back without the word
// in front, or by that word alone. An unquoted description is no name.
class ProgrammeNames {
 public:
  explicit ProgrammeNames(const Analysis& analysis);

  // The names of a sentence, in the order of the text; slices of the clean text without quotation
  // marks. Call in the order of the text: "dự án này" is the project named last.
  std::vector<ProgrammeName> in(const AnalysedSentence& sentence);
  // What the article is about, or empty. `titled`: its title says so, and so it rules beyond the
  // first heading.
  std::string_view article() const { return article_; }
  bool titled() const { return titled_; }

  bool has(const Item& item, int concept_id) const { return a_.has(item, concept_id); }
  std::string_view text_of(const AnalysedSentence& sentence, uint32_t item) const {
    return sentence.items.items[item].span.of(a_.text());
  }
  // The lexicon entry of a word of that concept at the item, or at its beginning ("mô hình điểm");
  // -1: none.
  int32_t cue_at(const AnalysedSentence& sentence, uint32_t item, int concept_id) const;

 private:
  struct Known {
    std::string folded;
    std::string_view name;
    int32_t cue = -1;
    bool leads = false;  // in the first sentences
    bool event = false;
    uint32_t blocks = 0;  // that name it
    uint32_t last_block = UINT32_MAX;
    int topic = -1;  // concept: topic_rural
  };
  bool may_name(const AnalysedSentence& sentence) const;
  bool name_at(const AnalysedSentence& sentence, uint32_t at, ProgrammeName& out) const;
  // The token behind "dự án", "dự án đầu tư xây dựng".
  uint32_t what_is_built(const AnalysedSentence& sentence, uint32_t cue) const;
  bool project(const AnalysedSentence& sentence, uint32_t first, ProgrammeName& out) const;
  bool is_law(const AnalysedSentence& sentence, uint32_t token) const;
  bool capital(const AnalysedSentence& sentence, uint32_t cue, ProgrammeName& out) const;
  bool repeated(const AnalysedSentence& sentence, uint32_t cue, ProgrammeName& out) const;
  bool without_marks(const AnalysedSentence& sentence, uint32_t cue, uint32_t end_token,
                     ProgrammeName& out) const;
  uint32_t stretch(const AnalysedSentence& sentence, uint32_t cue, bool comma) const;
  bool quoted(const AnalysedSentence& sentence, uint32_t open, ProgrammeName& out) const;
  bool numbered(const AnalysedSentence& sentence, uint32_t cue, ProgrammeName& out) const;
  bool reference_at(const AnalysedSentence& sentence, uint32_t at, ProgrammeName& out) const;
  bool known_quote(const AnalysedSentence& sentence, uint32_t at, ProgrammeName& out) const;
  bool in_title(int concept_id) const;
  std::string_view fullest(const Item& item) const;
  bool counted(const AnalysedSentence& sentence, uint32_t at) const;
  bool comma_follows(const AnalysedSentence& sentence, uint32_t from) const;
  bool sets_out(const AnalysedSentence& sentence, uint32_t begin, uint32_t end) const;
  size_t index_of(const AnalysedSentence& sentence) const {
    return static_cast<size_t>(&sentence - a_.sentences.data());
  }
  void find_repeats();
  void find_title_project();
  void learn(const AnalysedSentence& sentence, const ProgrammeName& name, bool leads);
  bool names_title_thing(const AnalysedSentence& sentence, uint32_t cue) const;
  void choose_article();

  const Analysis& a_;
  const LinkConcepts& c_ = a_.linking.concepts;
  struct Repeat {
    size_t sentence;
    uint32_t cue;  // item
    uint32_t end;  // token behind what comes again word for word
  };
  std::vector<Known> known_;
  std::unordered_map<std::string, size_t> by_folded_;       // indices of known_
  std::vector<std::pair<int32_t, std::string_view>> last_;  // the name that came last, by cue
  std::vector<Repeat> repeats_;                             // in the order of the text
  std::vector<bool> may_name_;                              // by sentence
  std::string title_thing_;  // "cao tốc" of the title's project, in match form
  std::string_view title_project_;
  std::string_view article_;
  bool titled_ = false;
  std::string_view label_;  // "OCOP", where the article has it
  bool label_titled_ = false;
};

}  // namespace solieu
