#include "mention/time_reader.h"

#include <array>
#include <charconv>

namespace solieu {
namespace {

// A short row of numbers, in the order of the text.
struct Numbers {
  std::array<int, 6> values{};
  size_t count = 0;

  void add(int value) {
    if (count < values.size()) values[count++] = value;
  }
  bool empty() const { return count == 0; }
  int first() const { return count == 0 ? 0 : values[0]; }
  int last() const { return count == 0 ? 0 : values[count - 1]; }
};

std::optional<int> small_int(Decimal value) {
  if (!value.is_integer() || value.exponent() > 4 || value.mantissa() > 9999 ||
      value.mantissa() < 0) {
    return std::nullopt;
  }
  int64_t n = value.mantissa();
  for (int i = 0; i < value.exponent(); ++i) n *= 10;
  return n > 9999 ? std::nullopt : std::optional(static_cast<int>(n));
}

std::optional<Period> checked(CalendarDate from, CalendarDate to) {
  if (!valid(from) || !valid(to) || first_day(to) < first_day(from)) return std::nullopt;
  return Period{from, to};
}
std::optional<Period> checked(CalendarDate date) { return checked(date, date); }

// The year that a month without one belongs to: that of publication, but looking back from the
// first months to the last ones and ahead from the last month to the first ones.
int year_of_month(int month, const TimeAnchor& anchor) {
  const CalendarDate now = anchor.published;
  if (!now.known()) return anchor.year;
  if (now.month == 0) return now.year;
  if (month - now.month >= 6 && now.month <= 3) return now.year - 1;
  if (now.month == 12 && month == 1) return now.year + 1;
  return now.year;
}

// The year sixty, or twice sixty, years away from the one given that is nearest to `year`.
int nearest_of_cycle(int of_cycle, int year) {
  constexpr int kCycle = 60;
  while (of_cycle + kCycle / 2 < year) of_cycle += kCycle;
  while (of_cycle - kCycle / 2 > year) of_cycle -= kCycle;
  return of_cycle;
}

}  // namespace

struct TimeReader::Fields {
  Numbers years, months, days, numbers;
  std::optional<int> relative_year, relative_month, relative_week, relative_day, relative_quarter,
      half, weekday;
  std::string_view unit = "mo";  // of the number
  int unit_size = 1;
  std::optional<int> cycle;          // a year of the cycle of sixty: "Giáp Thìn"
  bool ago = false, passed = false;  // "năm học trước", "năm học vừa qua"
};

TimeReader::TimeReader(const RuleSet& rules) : rules_(rules) {
  const auto id = [&](std::string_view name) { return rules.concepts().find(name); };
  year_ = id("year");
  month_ = id("month");
  day_ = id("day");
  number_ = id("number");
  roman_ = id("roman");
  date_ = id("date");
  dotted_ = id("dotted");
  month_year_ = id("month_year");
  unit_ = id("time_unit");
  relative_year_ = id("relative_year");
  relative_month_ = id("relative_month");
  relative_week_ = id("relative_week");
  relative_day_ = id("relative_day");
  relative_quarter_ = id("relative_quarter");
  half_ = id("half_year");
  weekday_ = id("weekday");
  ago_ = id("ago");
  past_length_ = id("past_length");
  sexagenary_ = id("sexagenary");
}

bool TimeReader::carries(const Item& item, int concept_id) const {
  return item.entry >= 0 && concept_id >= 0 &&
         rules_.has_concept(item, static_cast<ConceptId>(concept_id));
}

int TimeReader::row_value(const Item& item, int concept_id) const {
  if (!carries(item, concept_id)) return 0;
  const auto* row = rules_.lexicon().entry(item.entry).row(static_cast<ConceptId>(concept_id));
  if (row == nullptr || !row->value) return 0;
  const Decimal value = *row->value;
  if (value.mantissa() < 0)
    return -small_int(Decimal::multiply(value, Decimal(-1)).value_or(0)).value_or(0);
  return small_int(value).value_or(0);
}

TimeReader::Fields TimeReader::fields_of(std::string_view text, const SentenceItems& s,
                                         const DateFound& date) const {
  Fields out;
  for (const Capture& c : date.captures) {
    const Item& item = s.items[c.item];
    const int id = c.concept_id;
    const auto number = [&]() -> int {
      if (item.numeral < 0) return row_value(item, roman_);
      return small_int(s.numerals[static_cast<size_t>(item.numeral)].value).value_or(0);
    };
    if (id == year_) {
      out.years.add(number());
    } else if (id == month_) {
      out.months.add(number());
    } else if (id == day_) {
      out.days.add(number());
    } else if (id == number_) {
      out.numbers.add(number());
    } else if (id == date_ || id == dotted_ || id == month_year_) {  // 18.11.2023, 18.11, 11.2023
      const std::string_view digits = item.span.of(text);
      const char* at = digits.data();
      const char* end = at + digits.size();
      for (Numbers* field : {&out.days, &out.months, &out.years}) {
        if (id == month_year_ && field == &out.days) continue;
        int n = 0;
        const auto [stop, error] = std::from_chars(at, end, n);
        if (error == std::errc()) field->add(n);
        if (stop == end) break;
        at = stop + 1;
      }
    } else if (id == sexagenary_) {
      out.cycle = row_value(item, sexagenary_);
    } else if (id == ago_ || id == past_length_) {
      (id == ago_ ? out.ago : out.passed) = true;
    } else if (id == unit_) {
      const auto* row = rules_.lexicon().entry(item.entry).row(static_cast<ConceptId>(unit_));
      if (row != nullptr) {
        out.unit = row->unit;
        out.unit_size = row_value(item, unit_);
      }
    } else if (item.entry >= 0) {
      // A pattern that allows several is captured by the first: the entry knows which it is.
      for (const auto& [concept_id, field] : {std::pair{relative_year_, &Fields::relative_year},
                                              {relative_month_, &Fields::relative_month},
                                              {relative_week_, &Fields::relative_week},
                                              {relative_day_, &Fields::relative_day},
                                              {relative_quarter_, &Fields::relative_quarter},
                                              {half_, &Fields::half},
                                              {weekday_, &Fields::weekday}}) {
        if (carries(item, concept_id)) out.*field = row_value(item, concept_id);
      }
    }
  }
  return out;
}

int TimeReader::said_year(std::string_view text, const SentenceItems& s,
                          const DateFound& date) const {
  return fields_of(text, s, date).years.last();
}

std::optional<Period> TimeReader::read(std::string_view text, const SentenceItems& s,
                                       const DateFound& date, const TimeAnchor& anchor) const {
  const Fields f = fields_of(text, s, date);
  const CalendarDate now = anchor.published;
  const int spoken = anchor.year != 0 ? anchor.year : now.year;
  // The year said, or the one that is spoken of.
  const auto year = [&]() {
    if (!f.years.empty()) return f.years.last();
    if (f.relative_year) return now.known() ? now.year + *f.relative_year : 0;
    if (f.cycle) return now.known() ? nearest_of_cycle(*f.cycle, now.year) : 0;
    return spoken;
  };
  const auto month_year = [&](int month) {
    if (!f.years.empty()) return f.years.last();
    if (f.relative_year) return now.known() ? now.year + *f.relative_year : 0;
    return year_of_month(month, anchor);
  };

  switch (shape(date)) {
    case TimeShape::kNone:
    case TimeShape::kNow:
    case TimeShape::kNowadays:
    case TimeShape::kNever:
    case TimeShape::kSamePeriod:
    case TimeShape::kEvent:
      return std::nullopt;

    case TimeShape::kDay: {
      if (f.months.empty()) {  // "ngày 5": of the month of publication, or the one before
        if (now.day == 0 || f.days.empty()) return std::nullopt;
        CalendarDate day{now.year, now.month, f.days.first()};
        if (day.day > now.day + 20) {
          const CalendarDate before = plus_months(now, -1);
          day = {before.year, before.month, day.day};
        }
        return checked(day);
      }
      const int month = f.months.first();
      return checked({f.years.empty() ? year_of_month(month, anchor) : f.years.first(), month,
                      f.days.first()});
    }

    case TimeShape::kDays: {
      if (f.months.empty()) return std::nullopt;
      CalendarDate to{0, f.months.last(), f.days.last()};
      to.year = month_year(to.month);
      CalendarDate from{0, f.months.first(), f.days.first()};
      from.year = f.years.count > 1       ? f.years.first()
                  : from.month > to.month ? to.year - 1
                                          : to.year;
      return checked(from, to);
    }

    case TimeShape::kDayToMonth:
    case TimeShape::kMonthToDay: {
      if (f.days.empty() || f.months.count < 2) return std::nullopt;
      const bool day_first = shape(date) == TimeShape::kDayToMonth;
      CalendarDate to{month_year(f.months.last()), f.months.last(), day_first ? 0 : f.days.last()};
      CalendarDate from{0, f.months.first(), day_first ? f.days.first() : 1};
      from.year = from.month > to.month ? to.year - 1 : to.year;
      if (!valid(from) || !valid(to)) return std::nullopt;
      return checked(from, plus_days({1970, 1, 1}, last_day(to)));
    }

    case TimeShape::kSchoolYear: {
      if (now.month == 0) return std::nullopt;
      int from = now.month >= 8 ? now.year : now.year - 1;
      // In summer the one that has passed is the last one.
      if (f.ago || (f.passed && (now.month < 6 || now.month > 7))) --from;
      return checked({from, 0, 0}, {from + 1, 0, 0});
    }

    case TimeShape::kMonth:
      if (f.months.empty()) return std::nullopt;  // of the lunar year
      return checked({month_year(f.months.first()), f.months.first(), 0});

    case TimeShape::kMonths: {
      CalendarDate to{0, f.months.last(), 0};
      to.year = month_year(to.month);
      CalendarDate from{0, f.months.first(), 0};
      from.year = f.years.count > 1       ? f.years.first()
                  : from.month > to.month ? to.year - 1
                                          : to.year;
      return checked(from, to);
    }

    case TimeShape::kYears: {
      const int to = year();
      const int from = f.years.count > 1 ? f.years.first() : to;
      return checked({from, 0, 0}, {to, 0, 0});
    }

    case TimeShape::kQuarters: {
      int from = f.months.first();
      int to = f.months.last();
      int y = year();
      if (f.relative_quarter) {
        if (now.month == 0) return std::nullopt;
        const int quarters = now.year * 4 + (now.month - 1) / 3 + *f.relative_quarter;
        y = quarters / 4;
        from = to = quarters % 4 + 1;
      }
      if (from < 1 || to > 4) return std::nullopt;
      return checked({y, from * 3 - 2, 0}, {y, to * 3, 0});
    }

    case TimeShape::kHalf:
      if (!f.half) return std::nullopt;
      return checked({year(), *f.half == 1 ? 1 : 7, 0}, {year(), *f.half == 1 ? 6 : 12, 0});

    case TimeShape::kFirst:
    case TimeShape::kLast: {
      const int months = (f.numbers.empty() ? 1 : f.numbers.first()) * f.unit_size;
      if (f.unit != "mo" || months < 1 || months > 12) return std::nullopt;
      const bool first = shape(date) == TimeShape::kFirst;
      const CalendarDate from{year(), first ? 1 : 13 - months, 0};
      return checked(from, {year(), first ? months : 12, 0});
    }

    case TimeShape::kYearTo: {  // from the year's beginning to a day, a month or now
      const int first_year = f.years.empty() && now.known() ? now.year : year();
      if (!f.days.empty() && !f.months.empty()) {
        return checked({first_year, 1, 1}, {first_year, f.months.last(), f.days.last()});
      }
      if (!f.months.empty()) return checked({first_year, 1, 0}, {first_year, f.months.last(), 0});
      const CalendarDate until = anchor.until.month != 0 ? anchor.until : now;
      if (until.month == 0) return std::nullopt;
      return checked({first_year, 1, 0}, {until.year, until.month, 0});
    }

    case TimeShape::kSince: {
      if (!now.known()) return std::nullopt;
      CalendarDate from{year(), 0, 0};
      if (!f.months.empty()) from = {month_year(f.months.first()), f.months.first(), 0};
      if (!f.days.empty()) from.day = f.days.first();
      if (f.months.empty() && !f.days.empty()) return std::nullopt;
      CalendarDate to = now;
      if (from.month == 0 || to.month == 0) to.month = to.day = from.month = from.day = 0;
      if (from.day == 0 || to.day == 0) to.day = from.day = 0;
      return checked(from, to);
    }

    case TimeShape::kToYearEnd:
      if (now.month == 0) return std::nullopt;
      return checked({now.year, now.month, 0}, {now.year, 12, 0});

    case TimeShape::kRelative: {
      if (f.weekday) {
        if (now.day == 0) return std::nullopt;
        int64_t shift = *f.weekday - weekday(now);
        if (f.relative_week) {
          shift += int64_t{7} * *f.relative_week;
        } else if (shift > 0) {
          shift -= 7;
        }
        return checked(plus_days(now, shift));
      }
      if (f.relative_day) {
        if (now.day == 0) return std::nullopt;
        return checked(plus_days(now, *f.relative_day));
      }
      if (f.relative_week) {
        if (now.day == 0) return std::nullopt;
        const CalendarDate monday = plus_days(now, 1 - weekday(now) + 7 * *f.relative_week);
        return checked(monday, plus_days(monday, 6));
      }
      if (f.relative_month) {
        if (now.month == 0) return std::nullopt;
        return checked(plus_months(now, *f.relative_month));
      }
      if (f.relative_year) {
        if (!now.known()) return std::nullopt;
        return checked({now.year + *f.relative_year, 0, 0});
      }
      return std::nullopt;
    }

    case TimeShape::kSameDay:
      return anchor.day.known() ? checked(anchor.day) : std::nullopt;

    case TimeShape::kSpokenYear:
      return checked({spoken, 0, 0});
  }
  return std::nullopt;
}

}  // namespace solieu
