#include "link/period.h"

#include <algorithm>

namespace solieu {
namespace {

// Sentences from the top in which an article says what it reports on.
constexpr size_t kLead = 5;
// Sentences below the title in which the day or the time of an event is told.
constexpr size_t kOpening = 2;
// Paragraphs below the title that may begin with its day.
constexpr size_t kOpeningBlocks = 3;
// Items before a date that still stands at the beginning of its sentence.
constexpr uint32_t kInitial = 3;
// Full dates from which an article's year can be told.
constexpr size_t kFewDates = 3;
// Bytes of a line that may be one of a list without markers.
constexpr size_t kLine = 400;

Period year_before(Period p) {
  --p.from.year;
  --p.to.year;
  return p;
}

// Some months: what statistics speak of, wherever in the sentence it stands.
bool is_stretch_of_months(const Period& p) {
  return !p.single() && p.from.month != 0 && p.from.day == 0;
}

bool is_dash(std::string_view mark) { return mark == "-" || mark == "–" || mark == "—"; }

std::string_view role_name(DateRole role, const Period& period) {
  switch (role) {
    case DateRole::kDeadline:
      return "deadline";
    case DateRole::kDocument:
      return "event";
    default:
      return period.is_day() ? "event" : "period";
  }
}

}  // namespace

PeriodLinker::PeriodLinker(const Analysis& analysis, ArticleRecord& record)
    : analysis_(analysis), record_(record), reader_(analysis.rules), code_points_(analysis.text()) {
  const auto id = [&](std::string_view name) { return analysis.rules.concepts().find(name); };
  preposition_ = id("time_preposition");
  past_length_ = id("past_length");
  future_length_ = id("future_length");
  ago_ = id("ago");
  continuation_ = id("continuation");
  anchor_.published = parse_date(record.published).value_or(CalendarDate());
  if (!anchor_.published.known()) guess_published();
  find_root();
}

bool PeriodLinker::has_concept(const Item& item, int id) const {
  return id >= 0 && analysis_.rules.has_concept(item, static_cast<ConceptId>(id));
}

// An article without a date of its own is about as old as the first full day that it tells of.
void PeriodLinker::guess_published() {
  const size_t lead = std::min(kLead + 1, analysis_.sentences.size());
  for (size_t i = 0; i < lead; ++i) {
    const AnalysedSentence& s = analysis_.sentences[i];
    for (const DateFound& date : s.mentions.dates) {
      if (date.role != DateRole::kPlain) continue;
      const auto period = reader_.read(analysis_.text(), s.items, date, anchor_);
      if (!period || !period->is_day()) continue;
      anchor_.published = period->from;
      return;
    }
  }
}

// The year of most of the dates that an article tells in full, or 0.
int PeriodLinker::main_year() const {
  std::vector<int> years;
  for (const AnalysedSentence& s : analysis_.sentences) {
    for (const DateFound& date : s.mentions.dates) {
      if (date.role != DateRole::kPlain) continue;
      const auto period = reader_.read(analysis_.text(), s.items, date, {});
      if (period) years.push_back(period->to.year);
    }
  }
  std::ranges::sort(years);
  if (years.size() < kFewDates) return 0;
  const int middle = years[years.size() / 2];
  return static_cast<size_t>(std::ranges::count(years, middle)) * 2 > years.size() ? middle : 0;
}

// A recipe or a rule of thumb holds at no time.
bool PeriodLinker::speaks_of_time() const {
  return std::ranges::any_of(analysis_.sentences, [&](const AnalysedSentence& s) {
    return std::ranges::any_of(s.mentions.dates, [&](const DateFound& date) {
      return reader_.shape(date) != TimeShape::kNone;
    });
  });
}

// What the article as a whole reports on: said by title or lead, else its year.
void PeriodLinker::find_root() {
  Period reported, titled, opened;
  size_t below = 0;
  size_t blocks = 0;
  const size_t lead = std::min(kLead + 1, analysis_.sentences.size());
  for (size_t i = 0; i < lead; ++i) {
    const AnalysedSentence& s = analysis_.sentences[i];
    const bool title = analysis_.layout.blocks[s.block].kind == BlockKind::kTitle;
    if (!title) ++below;
    if (!title && (i == 0 || analysis_.sentences[i - 1].block != s.block)) ++blocks;
    const bool first = i == 0 || analysis_.sentences[i - 1].block != s.block;
    for (const DateFound& date : s.mentions.dates) {
      const auto period = reader_.read(analysis_.text(), s.items, date, anchor_);
      if (!period) continue;
      if (date.role == DateRole::kReport && !period->is_day() && !reported.known())
        reported = *period;
      if (date.role != DateRole::kPlain) continue;
      if (is_future(*period) || is_past(*period)) continue;
      if (title) titled = *period;
      if (title || opened.known()) continue;
      // "(TTXVN) - Ngày 5/3": behind the name of an agency it still is the beginning.
      const uint32_t at = date.items.begin;
      const bool initial =
          at <= kInitial ||
          (at <= 2 * kInitial + 2 && is_dash(s.items.items[at - 1].span.of(analysis_.text())));
      if (below <= kOpening ? period->is_day() || initial
                            : first && blocks <= kOpeningBlocks && initial && period->is_day())
        opened = *period;
    }
  }
  for (const Period& p : {reported, titled, opened}) {
    if (!p.known() || is_future(p) || is_past(p)) continue;
    root_ = {p, Basis::kArticle};
    break;
  }
  if (root_.period.known() && !root_.period.is_day()) anchor_.year = root_.period.to.year;
  if (!root_.period.known() && !anchor_.published.known()) anchor_.year = main_year();
  if (!root_.period.known() && anchor_.year != 0) {
    const CalendarDate year{anchor_.year, 0, 0};
    root_ = {{year, year}, Basis::kDefault};
  } else if (!root_.period.known() && anchor_.published.known() && speaks_of_time()) {
    const CalendarDate year{anchor_.published.year, 0, 0};
    root_ = {{year, year}, Basis::kDefault};
  }
  section_ = topic_ = now_ = root_;
  // "Hiện nay" in the report of an event is not the day of the event but its year.
  if (root_.period.is_day() && !(titled == root_.period)) {
    const CalendarDate year{root_.period.from.year, 0, 0};
    now_ = {{year, year}, Basis::kDefault};
  }
}

bool PeriodLinker::is_future(const Period& p) const {
  return p.known() && anchor_.published.day != 0 &&
         first_day(p.from) > first_day(anchor_.published);
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

bool PeriodLinker::is_over(const Period& p) const {
  return p.known() && anchor_.published.day != 0 && last_day(p.to) <= first_day(anchor_.published);
}

void PeriodLinker::enter(const AnalysedSentence& s) {
  leave();
  if (sentence_ == nullptr || sentence_->block != s.block) enter_block(s);
  sentence_ = &s;
  if (!s.items.items.empty() && has_concept(s.items.items.front(), continuation_) &&
      last_.period.known()) {
    topic_ = {last_.period, Basis::kParagraph};
  }
  expressions_.clear();
  read_expressions(s);
  read_lengths(s);
  std::ranges::sort(expressions_, {}, [](const Expression& e) { return e.items.begin; });
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

// A sentence without figures may still set the time of what follows: "Năm 2024, Hội tập trung ..."
void PeriodLinker::leave() {
  if (sentence_ == nullptr || !sentence_->mentions.figures.empty()) return;
  const bool reports = std::ranges::any_of(
      expressions_, [](const Expression& e) { return e.role == DateRole::kReport; });
  for (const Expression& e : expressions_) {
    if (!e.governs || e.same_period || e.role == DateRole::kDeadline) continue;
    if (!e.frame && (e.role != DateRole::kPlan || reports)) continue;
    carry(e);
    last_ = topic_;
    return;
  }
}

void PeriodLinker::carry(const Expression& e) {
  topic_ = e.now ? now_ : Answer{e.period, Basis::kParagraph};
  plans_ = is_after_root(e.period) && !is_over(e.period) &&
           (e.role == DateRole::kPlan || opens_clause(e.items));
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
          has_concept(sentence_->items.items[items.begin - 1], preposition_)) ||
         mark_between(items.begin - 1, items.begin) ||
         mark_between(items.begin - 2, items.begin - 1);
}

void PeriodLinker::read_expressions(const AnalysedSentence& s) {
  for (const DateFound& date : s.mentions.dates) {
    Expression e;
    e.items = date.items;
    e.role = date.role;
    e.now = reader_.shape(date) == TimeShape::kNow;
    e.same_period = reader_.shape(date) == TimeShape::kSamePeriod;
    if (!e.now && !e.same_period) {
      const auto period = reader_.read(analysis_.text(), s.items, date, anchor_);
      if (!period) continue;
      e.period = *period;
      record_date(s, date, *period);
      if (period->is_day() && e.role == DateRole::kPlain) anchor_.day = period->from;
    }
    e.frame = opens_clause(e.items) || (e.role == DateRole::kPlain &&
                                        is_stretch_of_months(e.period) && !is_future(e.period));
    e.governs = e.role != DateRole::kBaseline && e.role != DateRole::kDocument &&
                e.role != DateRole::kBackground;
    expressions_.push_back(e);
  }
}

// "3 năm qua", "12 giờ tới", "hai năm trước": a length of time that says when.
void PeriodLinker::read_lengths(const AnalysedSentence& s) {
  const CalendarDate now = anchor_.published;
  if (!now.known() || now.day == 0) return;
  for (const FigureMention& f : s.mentions.figures) {
    if (f.kind != Kind::kDuration || f.bounded || !f.value.is_integer()) continue;
    if (f.value > Decimal(200) || f.items.end >= s.items.items.size()) continue;
    const Item& tail = s.items.items[f.items.end];
    const int sign = has_concept(tail, past_length_)     ? -1
                     : has_concept(tail, future_length_) ? 1
                                                         : 0;
    const bool ago = has_concept(tail, ago_);
    if (sign == 0 && !ago) continue;
    int n = 0;
    for (const char c : f.value.to_string()) n = n * 10 + (c - '0');
    const int step = sign > 0 ? n : -n;
    CalendarDate other;
    CalendarDate here = now;
    if (f.unit == "a") {
      other = {now.year + step, 0, 0};
      here = {now.year, 0, 0};
    } else if (f.unit == "mo") {
      other = plus_months(now, step);
      here = {now.year, now.month, 0};
    } else if (f.unit == "wk" || f.unit == "d") {
      other = plus_days(now, f.unit == "wk" ? 7 * step : step);
    } else if (f.unit == "h" && sign > 0) {
      other = plus_days(now, (n + 23) / 24);
    } else {
      continue;
    }
    Expression e;
    e.items = {f.items.begin, f.items.end + 1};
    e.period = ago ? Period{other, other} : sign < 0 ? Period{other, here} : Period{here, other};
    e.governs = true;
    e.frame = opens_clause(e.items);
    expressions_.push_back(e);
  }
}

void PeriodLinker::record_date(const AnalysedSentence&, const DateFound& date,
                               const Period& period) {
  DateMention out;
  out.value = iso(period);
  out.role = role_name(date.role, period);
  out.evidence.quote = date.span.of(analysis_.text());
  out.evidence.source = analysis_.clean.to_source(date.span);
  out.evidence.text = code_points_.of(date.span);
  out.rule = analysis_.rules.rules()[date.rule].id;
  record_.dates.push_back(out);
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
    if (!e.governs) continue;
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
    if (e.now) return now_;
    if (e.same_period) {
      const Answer shifted = {year_before(last != nullptr ? last->period : topic_.period),
                              Basis::kSentence};
      return shifted;
    }
    return Answer{e.period, clause ? Basis::kClause : Basis::kSentence};
  };
  if (after != nullptr && !after->now) {
    // "9,8% năm 2010 xuống còn ...": right behind, with at most a preposition and a noun between.
    uint32_t words = 0;
    bool close = true;
    for (uint32_t i = figure.items.end; i < after->items.begin && close; ++i) {
      if (has_concept(s.items[i], preposition_)) continue;
      close = ++words <= 1 && !mark_between(i, i + 1);
    }
    if (close) return answer(*after, true);
  }
  if (before != nullptr)
    return answer(*before, !mark_between(before->items.end, figure.items.begin));
  if (after != nullptr && !after->now && !is_future(after->period) &&
      !other_statement(figure.items.end, after->items.begin)) {
    // One that opens a later clause speaks of that clause only.
    const bool opens =
        after->items.begin > 0 && mark_between(after->items.begin - 1, after->items.begin);
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
  if (!answer) return last_ = topic_;
  if (said_by->frame && !said_by->same_period && said_by->role != DateRole::kDeadline) {
    carry(*said_by);
  } else if (topic_.period.is_day()) {
    topic_ = section_;  // of another time by now
  }
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
