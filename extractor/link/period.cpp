#include "link/period.h"

#include <algorithm>

namespace solieu {
namespace {

// Items before a date that still stands at the beginning of its sentence.
constexpr uint32_t kInitial = 3;
// Bytes of a line that may be one of a list without markers.
constexpr size_t kLine = 400;

// Years ahead that articles make plans for.
constexpr int kNear = 2;

Period year_before(Period p) {
  --p.from.year;
  --p.to.year;
  return p;
}

}  // namespace

PeriodLinker::PeriodLinker(const Analysis& analysis, ArticleRecord& record)
    : analysis_(analysis), record_(record), code_points_(analysis.text()) {
  anchor_.published = parse_date(record.published).value_or(CalendarDate());
  if (!anchor_.published.known()) guess_published();
  if (!anchor_.published.known()) guess_year();
  find_root();
}

bool PeriodLinker::is_future(const Period& p) const {
  if (!p.known() || anchor_.published.day == 0) return false;
  const int64_t now = first_day(anchor_.published);
  // "Từ chiều 14 đến 17/11", on the 14th: most of it is to come.
  const bool begins_now =
      p.from.day != 0 && p.to.day != 0 && first_day(p.from) == now && first_day(p.to) > now;
  return first_day(p.from) > now || begins_now;
}

// Too long ago to be what an article reports on.
bool PeriodLinker::is_past(const Period& p) const {
  return anchor_.published.known() && p.to.year < anchor_.published.year - 1;
}

void PeriodLinker::enter_block(const AnalysedSentence& s) {
  const BlockKind kind = analysis_.layout.blocks[s.block].kind;
  if (kind == BlockKind::kListItem || kind == BlockKind::kCaption)
    return;  // under what leads it in
  const std::string_view text = analysis_.layout.blocks[s.block].span.of(analysis_.text());
  listing_ = sentence_ != nullptr && kind == BlockKind::kParagraph && text.size() < kLine &&
             (listing_ || ends_with_colon(sentence_->block));
  if (kind == BlockKind::kHeading) {
    section_ = topic_ = root_;
    plans_ = false;
  } else if (!listing_ && !plans_) {
    topic_ = section_;
  }
}

bool PeriodLinker::ends_with_colon(uint32_t block) const {
  return analysis_.layout.blocks[block].span.of(analysis_.text()).ends_with(':');
}

// Later than what the article reports on: what is planned takes more than a paragraph.
bool PeriodLinker::is_after_root(const Period& p) const {
  return p.known() && root_.period.known() && first_day(p.from) > last_day(root_.period.to);
}

// A vision of years to come.
bool PeriodLinker::is_far(const Period& p) const {
  return p.known() && anchor_.published.known() && p.from.year > anchor_.published.year + kNear;
}

bool PeriodLinker::is_over(const Period& p) const {
  return p.known() && anchor_.published.day != 0 && last_day(p.to) <= first_day(anchor_.published);
}

void PeriodLinker::enter(const AnalysedSentence& s) {
  leave();
  if (sentence_ == nullptr || sentence_->block != s.block) enter_block(s);
  sentence_ = &s;
  if (!s.items.items.empty() && has_concept(s.items.items.front(), c_.continuation) &&
      last_.period.known()) {
    topic_ = {last_.period, Basis::kParagraph};
  }
  if (!s.items.items.empty() && has_concept(s.items.items.front(), c_.to_come) &&
      !is_future(topic_.period))
    topic_ = nowadays_;
  if (plans_ && is_told(s)) {
    topic_ = section_;
    plans_ = false;
  }
  expressions_.clear();
  read_expressions(s);
  read_lengths(s);
  std::ranges::sort(expressions_, {}, [](const Expression& e) { return e.items.begin; });
  for (size_t i = 1; i < expressions_.size(); ++i) {  // "Tết Kỷ Hợi (từ ngày 2 đến 10/2)"
    Expression& said = expressions_[i - 1];
    const Expression& exact = expressions_[i];
    if (exact.governs && exact.period.known() && said.items.end + 1 == exact.items.begin &&
        s.items.items[said.items.end].span.of(analysis_.text()) == "(")
      said.governs = said.frame = false;
  }
  frames_.clear();
  for (const Expression& e : expressions_) {
    const bool plain = e.role == DateRole::kPlain || e.role == DateRole::kReport;
    if (!e.governs || !opens_clause(e.items) || e.same_period || (!plain && !is_future(e.period)))
      continue;
    frames_.push_back({e.items.begin, is_future(e.period)});
  }
  if (analysis_.layout.blocks[s.block].kind == BlockKind::kHeading) {
    for (const Expression& e : expressions_) {
      if (e.governs && !e.now) section_ = topic_ = {e.period, Basis::kSection};
    }
  }
}

// What was done, among what is planned.
bool PeriodLinker::is_told(const AnalysedSentence& s) const {
  if (!s.items.items.empty() && has_concept(s.items.items.front(), c_.look_back)) return true;
  return !s.mentions.cues.empty() &&
         analysis_.rules.rules()[s.mentions.cues.front().rule].status == FigureStatus::kActual;
}

// A sentence without figures may still set the time of what follows: "Năm 2024, Hội tập trung ..."
void PeriodLinker::leave() {
  if (sentence_ == nullptr || !sentence_->mentions.figures.empty()) return;
  const bool reports = std::ranges::any_of(
      expressions_, [](const Expression& e) { return e.role == DateRole::kReport; });
  for (const Expression& e : expressions_) {
    if (!e.governs || e.same_period || e.event || e.role == DateRole::kDeadline) continue;
    if (is_far(e.period)) continue;
    if (!e.frame && (e.role != DateRole::kPlan || reports)) continue;
    carry(e);
    last_ = topic_;
    return;
  }
}

void PeriodLinker::carry(const Expression& e) {
  if (e.event || e.role == DateRole::kAside) return;
  if (e.period.is_day() && (is_stated(e.items) || e.period == event_)) return;
  topic_ = e.nowadays ? nowadays_ : e.now ? now_ : Answer{e.period, Basis::kParagraph};
  // What is counted from the year's beginning on goes for the rest of a report without a time.
  if (!e.now && root_.basis == Basis::kDefault && e.period.is_months() && e.items.begin <= 1 &&
      e.period.from.month == 1 && root_.period.known() &&
      e.period.from.year == root_.period.from.year && !is_future(e.period)) {
    section_ = {e.period, Basis::kSection};
  }
  plans_ = is_after_root(e.period) && !is_over(e.period) &&
           (e.role == DateRole::kPlan || opens_clause(e.items));
}

// "Ngày 12/7, Sở công bố kết quả ...": the day on which something is said, not of what is said.
bool PeriodLinker::is_stated(Span date) const {
  const auto& items = sentence_->items.items;
  return std::any_of(items.begin() + date.end, items.end(),
                     [&](const Item& item) { return has_concept(item, c_.statement); });
}

// At the sentence's beginning, set off from what stands before it, or last in a fronted phrase
// ("Phát huy kết quả năm 2023, các cấp Hội ...").
bool PeriodLinker::opens_clause(Span items) const {
  if (items.end < sentence_->items.items.size() && mark_between(items.end, items.end + 1) &&
      !mark_between(std::min(kInitial, items.begin), items.begin) &&
      !figure_between(0, items.begin)) {
    return true;
  }
  return items.begin <= 1 ||
         (items.begin <= kInitial &&
          has_concept(sentence_->items.items[items.begin - 1], c_.time_preposition)) ||
         mark_between(items.begin - 1, items.begin) ||
         mark_between(items.begin - 2, items.begin - 1);
}

// "năm 2010 (18,7 triệu đồng)"
bool PeriodLinker::in_brackets_behind(const FigureMention& figure, const Expression& e) const {
  return e.period.known() && e.items.end + 1 == figure.items.begin && !e.now &&
         sentence_->items.items[e.items.end].span.of(analysis_.text()) == "(";
}

bool PeriodLinker::figure_between(uint32_t begin, uint32_t end) const {
  return std::ranges::any_of(sentence_->mentions.figures, [&](const FigureMention& f) {
    return f.items.begin >= begin && f.items.end <= end;
  });
}

// Whether a semicolon or the like stands there.
bool PeriodLinker::other_statement(uint32_t begin, uint32_t end) const {
  for (uint32_t i = begin; i < end; ++i) {
    const std::string_view mark = sentence_->items.items[i].span.of(analysis_.text());
    if (mark == ";" || mark == "…" || mark == ":") return true;
  }
  return false;
}

bool PeriodLinker::mark_between(uint32_t begin, uint32_t end) const {
  const SentenceItems& s = sentence_->items;
  for (uint32_t i = begin; i < end; ++i) {
    const Item& item = s.items[i];
    if (item.numeral < 0 && s.tokens[item.tokens.begin].kind == TokenKind::kMark) return true;
  }
  return false;
}

// The clause's own expression of time, else the last one before it, else one behind it.
std::optional<PeriodLinker::Answer> PeriodLinker::from_sentence(const FigureMention& figure,
                                                                const Expression*& said_by) const {
  const SentenceItems& s = sentence_->items;
  const Expression* before = nullptr;
  const Expression* after = nullptr;
  const Expression* last = nullptr;  // before the figure, and with a time of its own
  for (const Expression& e : expressions_) {
    if (in_brackets_behind(figure, e)) {
      said_by = &e;
      return Answer{e.period, Basis::kClause};
    }
    if (!e.governs || figure.items.begin < e.reach.begin || figure.items.end > e.reach.end)
      continue;
    if (e.same_period) {  // "cùng kỳ tăng 7,2%": right before its figure and not compared with
      if (e.items.end <= figure.items.begin && !mark_between(e.items.end, figure.items.begin) &&
          !figure_between(e.items.end, figure.items.begin)) {
        before = &e;
      }
    } else if (e.items.begin < figure.items.end) {
      before = last = &e;
    } else if (after == nullptr) {
      after = &e;
    }
  }
  const auto answer = [&](const Expression& e, bool clause) {
    said_by = &e;
    if (e.now) return e.nowadays ? nowadays_ : now_;
    if (e.event) return Answer{e.period, Basis::kArticle};
    if (e.never) return Answer{};
    if (e.same_period) {
      const Answer shifted = {year_before(last != nullptr ? last->period : topic_.period),
                              Basis::kSentence};
      return shifted;
    }
    return Answer{e.period, clause ? Basis::kClause : Basis::kSentence};
  };
  if (after != nullptr && !after->now && !after->never) {
    // "9,8% năm 2010 xuống còn ...": right behind, with at most a preposition and a noun between.
    uint32_t words = 0;
    bool close = true;
    for (uint32_t i = figure.items.end; i < after->items.begin && close; ++i) {
      if (has_concept(s.items[i], c_.time_preposition)) continue;
      close = ++words <= 1 && !mark_between(i, i + 1);
    }
    if (close) return answer(*after, true);
  }
  if (before != nullptr)
    return answer(*before, !mark_between(before->items.end, figure.items.begin));
  if (after != nullptr && !after->now && !after->never && !is_future(after->period) &&
      !other_statement(figure.items.end, after->items.begin)) {
    // One in a later clause that has figures of its own speaks of that clause only.
    const bool opens = mark_between(figure.items.end, after->items.begin);
    const bool more = std::ranges::any_of(sentence_->mentions.figures, [&](const FigureMention& f) {
      return f.items.begin >= after->items.end;
    });
    if (!(opens && more)) return answer(*after, false);
  }
  return std::nullopt;
}

PeriodLinker::Answer PeriodLinker::period_of(const FigureMention& figure) {
  const Expression* said_by = nullptr;
  const auto answer = from_sentence(figure, said_by);
  // "Năm 1995, ông Út, 62 tuổi, về quê": an age set off is that at the time of writing.
  if (figure.kind == Kind::kAge && answer && answer->period.known() && figure.items.begin > 0 &&
      mark_between(figure.items.begin - 1, figure.items.begin) && nowadays_.period.known() &&
      answer->period.to.year < nowadays_.period.from.year)
    return nowadays_;
  if (!answer) return last_ = topic_;
  if ((said_by->frame || said_by->subject) && !said_by->same_period &&
      (said_by->role != DateRole::kDeadline || is_over(said_by->period))) {
    carry(*said_by);
  } else if (topic_.period.is_day()) {
    topic_ = section_;  // of another time by now
  }
  if (said_by->same_period || said_by->event || said_by->role == DateRole::kAside) return *answer;
  return last_ = *answer;
}

std::string_view PeriodLinker::iso(const Period& period) {
  if (!period.known()) return {};
  for (const auto& [known, text] : written_) {
    if (known == period) return text;
  }
  return written_.emplace_back(period, record_.arena->store(to_iso(period))).second;
}

}  // namespace solieu
