#include "mention/calendar.h"

#include <charconv>
#include <chrono>

namespace solieu {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day civil(CalendarDate d) {
  return chrono::year(d.year) / chrono::month(static_cast<unsigned>(d.month)) /
         chrono::day(static_cast<unsigned>(d.day));
}

void append(CalendarDate d, std::string& out) {
  const auto two = [&](int n) {
    out += '-';
    out += static_cast<char>('0' + n / 10);
    out += static_cast<char>('0' + n % 10);
  };
  out += std::to_string(d.year);
  if (d.month != 0) two(d.month);
  if (d.day != 0) two(d.day);
}

}  // namespace

std::optional<CalendarDate> parse_date(std::string_view iso) {
  CalendarDate out;
  const auto number = [&](size_t at, size_t size, int& value) {
    if (iso.size() < at + size) return false;
    const char* end = iso.data() + at + size;
    return std::from_chars(iso.data() + at, end, value).ptr == end;
  };
  if (!number(0, 4, out.year)) return std::nullopt;
  if (iso.size() >= 7 && iso[4] == '-' && number(5, 2, out.month) && iso.size() >= 10 &&
      iso[7] == '-') {
    (void)number(8, 2, out.day);
  }
  if (!valid(out)) return std::nullopt;
  return out;
}

std::string to_iso(const Period& period) {
  std::string out;
  append(period.from, out);
  if (!period.single()) {
    out += '/';
    append(period.to, out);
  }
  return out;
}

int64_t first_day(CalendarDate d) {
  if (d.month == 0) d.month = 1;
  if (d.day == 0) d.day = 1;
  return chrono::sys_days(civil(d)).time_since_epoch().count();
}

int64_t last_day(CalendarDate d) {
  if (d.day != 0) return first_day(d);
  if (d.month == 0) return first_day({d.year, 12, 31});
  return first_day(plus_months({d.year, d.month, 0}, 1)) - 1;
}

bool valid(CalendarDate d) {
  if (d.year < 1000 || d.year > 2999 || d.month < 0 || d.month > 12) return false;
  if (d.day == 0) return true;
  return d.month != 0 && civil(d).ok();
}

CalendarDate plus_days(CalendarDate day, int64_t days) {
  const chrono::year_month_day d(chrono::sys_days(chrono::days(first_day(day) + days)));
  return {static_cast<int>(d.year()), static_cast<int>(static_cast<unsigned>(d.month())),
          static_cast<int>(static_cast<unsigned>(d.day()))};
}

CalendarDate plus_months(CalendarDate date, int months) {
  const int count = date.year * 12 + date.month - 1 + months;
  return {count / 12, count % 12 + 1, 0};
}

int weekday(CalendarDate day) {
  return static_cast<int>(chrono::weekday(chrono::sys_days(civil(day))).iso_encoding());
}

}  // namespace solieu
