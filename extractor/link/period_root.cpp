// The time that an article as a whole reports on.
#include <algorithm>

#include "link/period.h"

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
// Steps and lists of ingredients that make a recipe.
constexpr size_t kSteps = 3;
// Full dates from which an article's year can be told.
constexpr size_t kFewDates = 3;

bool is_dash(std::string_view mark) { return mark == "-" || mark == "–" || mark == "—"; }

}  // namespace

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

// "cùng kỳ năm 2021", "so với tháng 10/2023": of the year before, not of an election long ago.
bool PeriodLinker::is_last_years(const AnalysedSentence& s, const DateFound& date) const {
  if (reader_.shape(date) == TimeShape::kSamePeriod) return true;
  if (date.role != DateRole::kBaseline) return false;
  return reader_.shape(date) != TimeShape::kYears ||
         (date.items.begin > 0 &&
          s.items.items[date.items.begin - 1].span.of(analysis_.text()).ends_with("cùng kỳ"));
}

// The year of an undated report of some day: one that its title or its opening tells, the latest of
// its full dates, or the one after "cùng kỳ năm 2021" or "so với tháng 10/2021".
void PeriodLinker::guess_year() {
  bool of_a_day = false;
  int titled = 0;
  int opening = 0;
  int latest = 0;
  for (size_t i = 0; i < analysis_.sentences.size(); ++i) {
    const AnalysedSentence& s = analysis_.sentences[i];
    const bool title = analysis_.layout.blocks[s.block].kind == BlockKind::kTitle;
    for (const DateFound& date : s.mentions.dates) {
      const TimeShape shape = reader_.shape(date);
      const bool same = is_last_years(s, date);
      if (shape == TimeShape::kNone) continue;  // of a person or a name
      if (date.role != DateRole::kPlain && date.role != DateRole::kReport && !same) continue;
      if (i <= kLead && shape == TimeShape::kDay) of_a_day = true;
      const int year = reader_.said_year(analysis_.text(), s.items, date);
      if (year == 0) continue;
      const auto years = reader_.read(analysis_.text(), s.items, date, {});
      if (shape == TimeShape::kYears && (!years || !years->single())) continue;  // a plan's
      if (title) titled = year;
      if (i <= kLead && !same) opening = std::max(opening, year);
      if (same || shape != TimeShape::kYears) latest = std::max(latest, year + (same ? 1 : 0));
    }
  }
  if (of_a_day) anchor_.published.year = titled != 0 ? titled : opening != 0 ? opening : latest;
}

// Whether the day is that of a meeting or a ceremony, or of a statement: what is told there is
// mostly of another time.
bool PeriodLinker::of_gathering(const AnalysedSentence& s, Span date) const {
  const auto& items = s.items.items;
  for (uint32_t i = date.end; i < items.size(); ++i) {
    if (has_concept(items[i], c_.gathering)) return true;
  }
  return false;
}

// "Ghi nhận của phóng viên ngày 19/11": when somebody looked, not when it was.
bool PeriodLinker::of_visit(const AnalysedSentence& s, Span date) const {
  const auto& items = s.items.items;
  return std::any_of(items.begin(), items.begin() + std::min(kInitial, date.begin),
                     [&](const Item& item) { return has_concept(item, c_.visit); });
}

// "Đến 31/8/2023, tổng dư nợ đạt ...": how far something had come, not the day of an event.
bool PeriodLinker::counts_until(const AnalysedSentence& s, Span date) const {
  return has_concept(s.items.items[date.begin], c_.until) ||
         (date.begin > 0 && has_concept(s.items.items[date.begin - 1], c_.until));
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

// A recipe, an article of advice: its steps hold at no time.
bool PeriodLinker::is_timeless() const {
  size_t steps = 0;
  size_t times = 0;
  for (const AnalysedSentence& s : analysis_.sentences) {
    for (const DateFound& date : s.mentions.dates) {
      const TimeShape shape = reader_.shape(date);
      if (shape != TimeShape::kNone) ++(shape == TimeShape::kNever ? steps : times);
    }
  }
  return steps >= kSteps || (steps > 0 && times == 0);
}

// Whether the month of the date comes after that of publication.
bool PeriodLinker::is_to_come(CalendarDate date) const {
  const CalendarDate now = anchor_.published;
  return now.month != 0 && date.month != 0 &&
         date.year * 12 + date.month > now.year * 12 + now.month;
}

// A term or a plan of some years that is not over is no time reported on.
bool PeriodLinker::is_under_way(const Period& p) const {
  return p.to.year > p.from.year + 1 && anchor_.published.known() &&
         p.to.year > anchor_.published.year;
}

// What the article as a whole reports on: said by title or lead, else its year.
void PeriodLinker::find_root() {
  Period reported, titled, opened, told;
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
      if (title && !is_under_way(*period)) titled = *period;
      // "Từ ngày 1/2 đến ngày 15/4, dịch đã xảy ra ...": what was counted over some time.
      if (!title && below <= kOpening && !told.known() && !opened.known() && !period->single() &&
          period->from.day != 0 && !is_to_come(period->to))
        told = *period;
      if (title || opened.known() || event_.known() || of_visit(s, date.items)) continue;
      // "(TTXVN) - Ngày 5/3": behind the name of an agency it still is the beginning.
      const uint32_t at = date.items.begin;
      const bool initial =
          at <= kInitial ||
          (at <= 2 * kInitial + 2 && is_dash(s.items.items[at - 1].span.of(analysis_.text())));
      if (below <= kOpening ? period->is_day() || initial
                            : first && blocks <= kOpeningBlocks && initial && period->is_day() &&
                                  !counts_until(s, date.items))
        (of_gathering(s, date.items) ? event_ : opened) = *period;
    }
  }
  const bool narrower = told.known() && told.from.day != 0 && reported.known() &&
                        reported.single() && told.from.year == reported.from.year;
  if (narrower) reported = told;  // "tổng kết chiến dịch hè năm 2024. Trong 76 ngày (1/6 - 15/8)"
  for (const Period& p : {reported, titled, told, opened}) {
    if (!p.known() || is_future(p) || is_past(p)) continue;
    root_ = {p, Basis::kArticle};
    break;
  }
  // A report of a year speaks of the awards of that year, whenever they are given.
  if (reported.known()) event_ = root_.period;
  if (root_.period.known() && !root_.period.is_day()) anchor_.year = root_.period.to.year;
  if (!root_.period.known() && !anchor_.published.known()) anchor_.year = main_year();
  if (!root_.period.known() && anchor_.year != 0) {
    const CalendarDate year{anchor_.year, 0, 0};
    root_ = {{year, year}, Basis::kDefault};
  } else if (!root_.period.known() && anchor_.published.known() && !is_timeless()) {
    const CalendarDate year{anchor_.published.year, 0, 0};
    root_ = {{year, year}, Basis::kDefault};
  }
  if (root_.period.known() && root_.period.to.day == 0 && root_.period.to.month != 0 &&
      !is_future(root_.period) && root_.period.from.year == root_.period.to.year) {
    anchor_.until = root_.period.to;
  }
  section_ = topic_ = now_ = root_;
  // "Hiện nay" in the report of an event is not the day of the event but its year.
  CalendarDate year{root_.period.to.year, 0, 0};
  // In a plan of some years the year of writing.
  if (anchor_.published.known() && anchor_.published.year >= root_.period.from.year) {
    year.year = std::min(year.year, anchor_.published.year);
  }
  nowadays_ = root_;
  if (root_.period.is_day() && !(titled == root_.period)) {
    now_ = nowadays_ = {{year, year}, Basis::kDefault};
  } else if (root_.period.known() && !root_.period.single()) {
    nowadays_ = {{year, year}, Basis::kDefault};
  }
}

}  // namespace solieu
