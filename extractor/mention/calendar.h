// Dates of any precision, and stretches of time between them, in ISO 8601.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace solieu {

// A year, a month or a day: what is not known is 0 from the right on. Without a year it is no date.
struct CalendarDate {
  int year = 0;
  int month = 0;
  int day = 0;

  bool known() const { return year != 0; }
  friend bool operator==(CalendarDate, CalendarDate) = default;
};

// One date, or the stretch from one to another, both included.
struct Period {
  CalendarDate from;
  CalendarDate to;  // equal to `from`: a single date

  bool known() const { return from.known(); }
  bool single() const { return from == to; }
  bool is_day() const { return single() && from.day != 0; }
  // Some whole months: what statistics speak of.
  bool is_months() const { return !single() && from.month != 0 && from.day == 0; }
  friend bool operator==(const Period&, const Period&) = default;
};

// The year, month and day that "2023-10-18", with or without a time, begins with.
std::optional<CalendarDate> parse_date(std::string_view iso);

// "2023", "2023-10", "2023-10-18", or two of these with '/' between.
std::string to_iso(const Period& period);

// Days since 1970-01-01 of the first and the last day of a date.
int64_t first_day(CalendarDate date);
int64_t last_day(CalendarDate date);

// Whether such a day or month exists (29 February: in that year).
bool valid(CalendarDate date);

CalendarDate plus_days(CalendarDate day, int64_t days);
// Of a month or a day, the month so many months later.
CalendarDate plus_months(CalendarDate date, int months);
// 1 for Monday to 7 for Sunday.
int weekday(CalendarDate day);

}  // namespace solieu
