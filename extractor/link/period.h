// The time that a figure holds for, and the dates of an article.
#pragma once

#include <vector>

#include "link/analysis.h"
#include "mention/time_reader.h"
#include "solieu/record.h"

namespace solieu {

// One per article: a frame of time that goes from article to section to paragraph to sentence to
// clause. Reads the dates, puts them into the record, and answers for figures in the order of the
// text. Refers to the analysis and the record.
class PeriodLinker {
 public:
  PeriodLinker(const Analysis& analysis, ArticleRecord& record);

  // To be called for each sentence, in order, before its figures are asked for.
  void enter(const AnalysedSentence& sentence);

  struct Answer {
    Period period;  // not known: the article does not tell
    Basis basis = Basis::kDefault;
  };
  Answer period_of(const FigureMention& figure);

  // An expression of time that opens a clause of the sentence: what follows stands in it.
  struct Frame {
    uint32_t item = 0;  // where it begins
    bool future = false;
  };
  const std::vector<Frame>& frames() const { return frames_; }

  // The same in ISO 8601, kept by the record's arena; empty when it is not known.
  std::string_view iso(const Period& period);
  // Whether all of it comes after the article's date.
  bool is_future(const Period& period) const;
  // The day of publication, or unknown.
  CalendarDate published() const { return anchor_.published; }

 private:
  struct Expression {
    Span items;
    Period period;  // not known for kNow
    DateRole role = DateRole::kPlain;
    bool now = false;  // one of the two below
    bool nowadays = false;
    bool never = false;  // a recipe, a rule: holds at no time
    bool governs = false;
    bool frame = false;        // opens its sentence or clause: what follows stands in it too
    bool subject = false;      // a month that what is counted goes by: "CPI tháng 5 tăng ..."
    bool same_period = false;  // "cùng kỳ": the year before what is spoken of
    bool event = false;        // "tại hội nghị": the day of the gathering reported on
    Span reach;                // items whose figures it may govern
  };

  void guess_published();
  void guess_year();
  bool is_last_years(const AnalysedSentence& sentence, const DateFound& date) const;
  bool of_gathering(const AnalysedSentence& sentence, Span date) const;
  bool of_visit(const AnalysedSentence& sentence, Span date) const;
  bool counts_until(const AnalysedSentence& s, Span date) const;
  int main_year() const;
  bool is_timeless() const;
  bool is_to_come(CalendarDate date) const;
  bool is_under_way(const Period& period) const;
  void find_root();
  bool is_told(const AnalysedSentence& sentence) const;
  void leave();
  void carry(const Expression& expression);
  bool opens_clause(Span items) const;
  void read_expressions(const AnalysedSentence& sentence);
  void read_lengths(const AnalysedSentence& sentence);
  bool carried_out(const FigureMention& figure) const;
  void read_stretch(const AnalysedSentence& sentence, const FigureMention& figure);
  const std::vector<Period>& stretches();
  Span reach_of(Span items) const;
  bool in_brackets_behind(const FigureMention& figure, const Expression& e) const;
  void record_date(const DateFound& date, const Period& period);
  void enter_block(const AnalysedSentence& sentence);
  // What the sentence itself says; `said_by` gets the expression.
  std::optional<Answer> from_sentence(const FigureMention& figure,
                                      const Expression*& said_by) const;
  bool ends_with_colon(uint32_t block) const;
  bool is_after_root(const Period& period) const;
  bool is_stated(Span date) const;
  bool is_far(const Period& period) const;
  bool is_over(const Period& period) const;
  bool is_past(const Period& period) const;
  bool figure_between(uint32_t begin, uint32_t end) const;
  bool other_statement(uint32_t begin, uint32_t end) const;
  bool mark_between(uint32_t begin, uint32_t end) const;
  bool has_concept(const Item& item, int id) const { return analysis_.has(item, id); }

  const Analysis& analysis_;
  const LinkConcepts& c_ = analysis_.linking.concepts;
  ArticleRecord& record_;
  const TimeReader& reader_ = analysis_.linking.time_reader;
  CodePointCounter code_points_;
  TimeAnchor anchor_;
  Answer root_;
  Answer now_;       // what "đến nay" goes back to
  Answer nowadays_;  // and "hiện nay": not the months that are reported on
  Period event_;     // the day of the gathering that the article reports on
  Answer section_;
  Answer topic_;
  Answer last_;  // of the figure before
  const AnalysedSentence* sentence_ = nullptr;
  bool plans_ = false;    // the topic is a time that is planned for
  bool listing_ = false;  // in lines under a paragraph that ends in a colon
  std::vector<Frame> frames_;
  std::vector<Expression> expressions_;  // of the sentence, in its order
  std::vector<std::pair<Period, std::string_view>> written_;
  std::vector<Period> stretches_;
  bool stretches_known_ = false;
};

}  // namespace solieu
