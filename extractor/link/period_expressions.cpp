// The expressions of time of a sentence, and which figures each may govern.
#include "link/period.h"

namespace solieu {
namespace {

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

void PeriodLinker::read_expressions(const AnalysedSentence& s) {
  for (const DateFound& date : s.mentions.dates) {
    Expression e;
    e.items = date.items;
    e.role = date.role;
    e.nowadays = reader_.shape(date) == TimeShape::kNowadays;
    e.now = e.nowadays || reader_.shape(date) == TimeShape::kNow;
    e.same_period = reader_.shape(date) == TimeShape::kSamePeriod;
    e.never = reader_.shape(date) == TimeShape::kNever;
    e.event = reader_.shape(date) == TimeShape::kEvent;
    if (e.event && !event_.known()) continue;
    if (e.event) {
      e.period = event_;
    } else if (!e.now && !e.same_period && !e.never) {
      const auto period = reader_.read(analysis_.text(), s.items, date, anchor_);
      if (!period) continue;
      e.period = *period;
      record_date(date, *period);
      if (period->is_day() && e.role == DateRole::kPlain) anchor_.day = period->from;
    }
    e.reach = reach_of(e.items);
    const bool free = e.reach.end >= s.items.items.size();
    e.frame = free && (opens_clause(e.items) || (e.role == DateRole::kPlain &&
                                                 e.period.is_months() && !is_future(e.period)));
    e.subject = free && e.role == DateRole::kPlain && !is_future(e.period) &&
                e.period.from.month != 0 && e.period.from.day == 0 &&
                !figure_between(0, e.items.begin);
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
    int sign = has_concept(tail, c_.past_length) ? -1 : has_concept(tail, c_.future_length) ? 1 : 0;
    const bool ago = has_concept(tail, c_.ago);
    if (sign == 0 && !ago && carried_out(f)) sign = -1;
    if (sign == 0 && !ago) {
      read_stretch(s, f);
      continue;
    }
    int n = 0;
    for (const char c : f.value.to_string()) n = n * 10 + (c - '0');
    const int step = sign > 0 ? n : -n;
    CalendarDate other;
    CalendarDate here = now;
    if (f.unit == "a") {
      other = {now.year + step, 0, 0};
      here = {now.year, 0, 0};
    } else if (f.unit == "mo") {
      // "9 tháng qua": whole months, up to the last one unless the year has only so many.
      const bool whole = sign < 0 && n != now.month;
      other = plus_months(now, step + (sign < 0 && !whole ? 1 : 0));
      here = whole ? plus_months(now, -1) : CalendarDate{now.year, now.month, 0};
    } else if (f.unit == "wk" || f.unit == "d") {
      other = plus_days(now, f.unit == "wk" ? 7 * step : step);
    } else if (f.unit == "h" && sign > 0) {
      other = plus_days(now, (n + 23) / 24);
    } else {
      continue;
    }
    Expression e;
    e.items = {f.items.begin, f.items.end + 1};
    e.reach = {0, static_cast<uint32_t>(s.items.items.size())};
    e.period = ago ? Period{other, other} : sign < 0 ? Period{other, here} : Period{here, other};
    e.governs = true;
    e.frame = opens_clause(e.items);
    expressions_.push_back(e);
  }
}

// "sau 10 năm thực hiện nghị quyết": the years up to now.
bool PeriodLinker::carried_out(const FigureMention& f) const {
  const auto& items = sentence_->items.items;
  return f.unit == "a" && f.items.begin > 0 &&
         has_concept(items[f.items.begin - 1], c_.carry_out_before) &&
         has_concept(items[f.items.end], c_.carry_out);
}

// "trong 5 tháng" where the article speaks of "5 tháng đầu năm".
void PeriodLinker::read_stretch(const AnalysedSentence& s, const FigureMention& f) {
  if (f.unit != "mo" || f.modifier != Modifier::kExact || f.value > Decimal(11)) return;
  if (f.items.begin > 0 && has_concept(s.items.items[f.items.begin - 1], c_.no_stretch)) return;
  for (const Period& p : stretches()) {
    if (Decimal(p.to.month) != f.value) continue;
    Expression e;
    e.items = f.items;
    e.reach = {0, static_cast<uint32_t>(s.items.items.size())};
    e.period = p;
    e.governs = e.frame = true;
    expressions_.push_back(e);
    return;
  }
}

// The stretches from January on that the article names in full.
const std::vector<Period>& PeriodLinker::stretches() {
  if (stretches_known_) return stretches_;
  stretches_known_ = true;
  for (const AnalysedSentence& s : analysis_.sentences) {
    for (const DateFound& date : s.mentions.dates) {
      if (reader_.shape(date) != TimeShape::kFirst) continue;
      const auto period = reader_.read(analysis_.text(), s.items, date, anchor_);
      if (period && period->from.month == 1) stretches_.push_back(*period);
    }
  }
  return stretches_;
}

void PeriodLinker::record_date(const DateFound& date, const Period& period) {
  DateMention out;
  out.value = iso(period);
  out.role = role_name(date.role, period);
  out.evidence.quote = date.span.of(analysis_.text());
  out.evidence.source = analysis_.clean.to_source(date.span);
  out.evidence.text = code_points_.of(date.span);
  out.rule = analysis_.rules.rules()[date.rule].id;
  record_.dates.push_back(out);
}

// The items whose figures an expression governs: the sentence, but not where it only says of one
// figure when it was so ("từ 9,8% năm 2010 xuống còn 0,86%", "21 bài (năm ngoái 187)").
Span PeriodLinker::reach_of(Span items) const {
  const auto& all = sentence_->items.items;
  const auto mark = [&](uint32_t at) { return all[at].span.of(analysis_.text()); };
  const auto& figures = sentence_->mentions.figures;
  const FigureMention* before = nullptr;
  for (const FigureMention& f : figures) {
    if (f.items.end <= items.begin) before = &f;
  }
  uint32_t open = items.begin;
  while (open > 0 && mark(open) != "(" && mark(open) != ")") --open;
  if (mark(open) == "(") {
    uint32_t close = items.end;
    while (close < all.size() && mark(close) != ")") ++close;
    const bool explains =
        before != nullptr && before->items.end == open && !figure_between(items.end, close);
    if (explains || figure_between(open, close))
      return {explains ? before->items.begin : open, close};
  }
  if (before != nullptr && before->items.begin > 0 && !before->bounded &&
      before->items.end + 1 >= items.begin &&
      has_concept(all[before->items.begin - 1], c_.range_from))
    return before->items;
  return {0, static_cast<uint32_t>(all.size())};
}

}  // namespace solieu
