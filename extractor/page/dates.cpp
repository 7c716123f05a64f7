// Dates as machines write them.
#include <array>
#include <charconv>
#include <cstdio>

#include "page/metadata.h"
#include "segment/date_line.h"

namespace solieu {
namespace {

constexpr int kZone = 7 * 60;  // minutes

struct Moment {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  bool timed = false;
};

// Days since 1970-01-01 and back, by Howard Hinnant's "chrono-compatible low-level date
// algorithms".
int64_t days_of(int y, int m, int d) {
  y -= m <= 2;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int yoe = y - era * 400;
  const int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return int64_t{era} * 146097 + (yoe * 365 + yoe / 4 - yoe / 100 + doy) - 719468;
}

Moment moment_of(int64_t seconds) {
  const int64_t day = (seconds >= 0 ? seconds : seconds - 86399) / 86400;
  const auto rest = static_cast<int>(seconds - day * 86400);
  const int64_t z = day + 719468;
  const int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const auto doe = static_cast<int>(z - era * 146097);
  const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int mp = (5 * doy + 2) / 153;
  Moment out;
  out.day = doy - (153 * mp + 2) / 5 + 1;
  out.month = mp < 10 ? mp + 3 : mp - 9;
  out.year = static_cast<int>(yoe + era * 400) + (out.month <= 2 ? 1 : 0);
  out.hour = rest / 3600, out.minute = rest / 60 % 60, out.second = rest % 60;
  out.timed = true;
  return out;
}

std::string iso(const Moment& m) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (m.year < 1995 || m.year > 2100 || m.month < 1 || m.month > 12 || m.day < 1 ||
      m.day > kDays[static_cast<size_t>(m.month - 1)] || m.hour > 23 || m.minute > 59 ||
      m.second > 60) {
    return {};
  }
  std::array<char, 96> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", m.year, m.month, m.day);
  if (!m.timed) return buffer.data();
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02dT%02d:%02d:%02d+07:00", m.year,
                m.month, m.day, m.hour, m.minute, m.second);
  return buffer.data();
}

// Reads digits and marks one after the other.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}
  bool number(size_t min, size_t max, int& out) {
    size_t n = 0;
    while (n < rest_.size() && rest_[n] >= '0' && rest_[n] <= '9') ++n;
    if (n < min || n > max) return false;
    std::from_chars(rest_.data(), rest_.data() + n, out);
    rest_.remove_prefix(n);
    return true;
  }
  bool mark(std::string_view any) {
    if (rest_.empty() || any.find(rest_[0]) == std::string_view::npos) return false;
    last_ = rest_[0];
    rest_.remove_prefix(1);
    return true;
  }
  void digits() {
    while (!rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9') rest_.remove_prefix(1);
  }
  char last() const { return last_; }
  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  char last_ = 0;
};

// "2023-11-02T19:20:45.000+0700" and its relatives.
std::string iso_like(std::string_view text) {
  Scanner in(text);
  Moment m;
  if (!in.number(4, 4, m.year) || !in.mark("-/.") || !in.number(1, 2, m.month) || !in.mark("-/.") ||
      !in.number(1, 2, m.day)) {
    return {};
  }
  while (in.mark("Tt ,")) m.timed = true;
  m.timed = m.timed && in.number(1, 2, m.hour) && in.mark(":") && in.number(2, 2, m.minute);
  if (!m.timed) return iso({m.year, m.month, m.day, 0, 0, 0, false});
  if (in.mark(":") && !in.number(2, 2, m.second)) return {};
  if (in.mark(".,")) in.digits();
  while (in.mark(" ")) continue;
  int zone = kZone;
  if (in.mark("Zz")) {
    zone = 0;
  } else if (in.mark("+-")) {
    const int sign = in.last() == '-' ? -1 : 1;
    int hours = 0, minutes = 0;
    if (in.number(1, 2, hours)) {
      if (in.mark(":")) in.number(2, 2, minutes);
    } else if (in.number(4, 4, hours)) {
      minutes = hours % 100;
      hours /= 100;
    }
    zone = sign * (hours * 60 + minutes);
  }
  if (iso(m).empty()) return {};
  const int64_t utc = days_of(m.year, m.month, m.day) * 86400 + m.hour * 3600 + m.minute * 60 +
                      m.second - zone * 60;
  return iso(moment_of(utc + kZone * 60));
}

}  // namespace

std::string machine_date(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
  if (digits && (text.size() == 10 || text.size() == 13)) {
    int64_t seconds = 0;
    std::from_chars(text.data(), text.data() + 10, seconds);
    return iso(moment_of(seconds + kZone * 60));
  }
  if (std::string out = iso_like(text); !out.empty()) return out;
  return find_date(text, {0, static_cast<uint32_t>(text.size())});
}

std::string date_of_address(std::string_view url) {
  for (size_t at = url.find("/20"); at != std::string_view::npos; at = url.find("/20", at + 1)) {
    Scanner in(url.substr(at + 1));
    Moment m;
    if (in.number(4, 4, m.year) && in.mark("/-") && in.number(1, 2, m.month) && in.mark("/-") &&
        in.number(1, 2, m.day) && (in.done() || in.mark("/-."))) {
      if (std::string out = iso(m); !out.empty()) return out;
    }
  }
  // A run of digits that begins with a day: 20231228, and what some sites put behind it.
  for (size_t at = 0; at < url.size();) {
    size_t end = at;
    while (end < url.size() && url[end] >= '0' && url[end] <= '9') ++end;
    const size_t length = end - at;
    const bool stands = at > 0 && (url[at - 1] == '/' || url[at - 1] == '-');
    if (stands && (length == 8 || length == 12 || length == 14 || length == 17)) {
      Moment m;
      std::from_chars(url.data() + at, url.data() + at + 4, m.year);
      std::from_chars(url.data() + at + 4, url.data() + at + 6, m.month);
      std::from_chars(url.data() + at + 6, url.data() + at + 8, m.day);
      if (m.year >= 2000 && m.year < 2050) {
        if (std::string out = iso(m); !out.empty()) return out;
      }
    }
    at = end + 1;
  }
  return {};
}

}  // namespace solieu
