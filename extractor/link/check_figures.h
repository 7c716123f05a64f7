// What checks ask of an article's figures: where they stand and which words join them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "link/analysis.h"
#include "solieu/record.h"

namespace solieu {

// "14.700.000", "3,5": a number as Vietnamese writes it.
std::string in_words(Decimal number);
// `text` begins with `prefix` and ends there or goes on with another syllable.
bool begins_with(std::string_view text, std::string_view prefix);

// Figures are told by their index in the record. Refers to its arguments.
class CheckFigures {
 public:
  CheckFigures(const Analysis& analysis, const ArticleRecord& record);

  size_t size() const { return places_.size(); }
  // The figures of the sentence that figure `i` stands in.
  size_t sentence_begin(size_t i) const { return places_[i].first; }
  size_t sentence_end(size_t i) const {
    return places_[i].first + sentence(i).mentions.figures.size();
  }
  bool first_of_sentence(size_t i) const { return places_[i].first == i; }
  bool same_block(size_t i, size_t j) const { return sentence(i).block == sentence(j).block; }
  // Counts, money and measures add up.
  bool additive(size_t i) const;
  // Figure `i` is the only one of its group for which `holds`.
  template <class Holds>
  bool only_of_group(size_t i, Holds holds) const {
    for (size_t j = sentence_begin(i); j < sentence_end(i); ++j) {
      const Figure& other = record_.figures[j];
      if (j != i && other.group == record_.figures[i].group && holds(other)) return false;
    }
    return true;
  }

  // Words that say how figures are meant, by the concepts of rules/lexicon/checks.tsv.
  bool total_word_before(size_t i) const;  // tổng số tiền, tổng trị giá
  bool sentence_begins_with_total(size_t i) const;
  bool parts_word_between(size_t i, size_t j) const;  // gồm, trong đó
  bool moves_between(size_t i, size_t j) const;       // từ i lên j
  bool share_word_between(size_t i, size_t j) const;  // chiếm, đạt tỷ lệ
  bool pauses_between(size_t i, size_t j) const;      // a comma or an opening bracket
  bool whole_word_between(size_t i, size_t j) const;  // trong tổng số
  bool has_whole(size_t percent) const;  // it says itself of what it is: 12% kế hoạch
  // How many names a list behind the count has, when it plainly is one.
  std::optional<size_t> names_listed_behind(size_t i) const;
  // Statements of the same quantity have the same hash; nothing when that cannot be told.
  std::optional<size_t> repeat_hash(size_t i) const;
  // What makes those with a hash the same.
  std::string repeat_key(size_t i) const;

 private:
  struct Place {
    const AnalysedSentence* sentence = nullptr;
    size_t first = 0;  // the sentence's first figure
  };
  const AnalysedSentence& sentence(size_t i) const { return *places_[i].sentence; }
  const FigureMention& mention(size_t i) const {
    return sentence(i).mentions.figures[i - places_[i].first];
  }
  bool has(const Item& item, int concept_id) const { return a_.has(item, concept_id); }
  bool telling(size_t i) const;
  bool between(size_t i, size_t j, int concept_id) const;
  std::string_view text_of(size_t i, uint32_t item) const {
    return sentence(i).items.items[item].span.of(a_.text());
  }

  const Analysis& a_;
  const LinkConcepts& c_ = a_.linking.concepts;
  const ArticleRecord& record_;
  std::vector<Place> places_;
};

}  // namespace solieu
