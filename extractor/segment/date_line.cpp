#include "segment/date_line.h"

#include <array>
#include <cstdio>

#include "segment/characters.h"

namespace solieu {
namespace {

struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
};

struct Clock {
  int hour = 0;
  int minute = 0;
  int second = 0;
};

// Reads pieces of one line, each reader moving on only when it succeeds.
class Reader {
 public:
  Reader(std::string_view text, uint32_t at, uint32_t end) : text_(text), at_(at), end_(end) {}

  uint32_t at() const { return at_; }

  void blanks() {
    while (at_ < end_ && text_[at_] == ' ') ++at_;
  }
  bool mark(std::string_view any_of) {
    if (at_ >= end_ || any_of.find(text_[at_]) == std::string_view::npos) return false;
    last_mark_ = text_[at_++];
    return true;
  }
  char last_mark() const { return last_mark_; }
  bool word(std::string_view literal) {
    if (!text_.substr(at_, end_ - at_).starts_with(literal)) return false;
    at_ += static_cast<uint32_t>(literal.size());
    return true;
  }
  bool word_of(std::initializer_list<std::string_view> literals) {
    for (const auto literal : literals) {
      if (word(literal)) return true;
    }
    return false;
  }
  // `min` to `max` digits that no further digit follows.
  bool number(int min, int max, int& value) {
    int digits = 0;
    int read = 0;
    uint32_t at = at_;
    for (; at < end_ && text_[at] >= '0' && text_[at] <= '9' && digits <= max; ++at, ++digits) {
      read = read * 10 + (text_[at] - '0');
    }
    if (digits < min || digits > max) return false;
    at_ = at;
    value = read;
    digits_ = digits;
    return true;
  }
  int digits() const { return digits_; }

 private:
  std::string_view text_;
  uint32_t at_;
  uint32_t end_;
  int digits_ = 0;
  char last_mark_ = 0;
};

bool possible(const Day& d) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (d.year < 1990 || d.year > 2100 || d.month < 1 || d.month > 12 || d.day < 1) return false;
  const bool leap = (d.year % 4 == 0 && d.year % 100 != 0) || d.year % 400 == 0;
  return d.day <= kDays[d.month - 1] - (d.month == 2 && !leap ? 1 : 0);
}

// "Một" to "Mười Hai" and "Giêng", "Tư", "Chạp".
int read_month_name(Reader& in) {
  if (in.word_of({"Mười Hai", "mười hai", "Mười hai", "Chạp"})) return 12;
  if (in.word_of({"Mười Một", "mười một", "Mười một"})) return 11;
  if (in.word_of({"Mười", "mười"})) return 10;
  if (in.word_of({"Một", "một", "Giêng"})) return 1;
  if (in.word_of({"Hai", "hai"})) return 2;
  if (in.word_of({"Ba", "ba"})) return 3;
  if (in.word_of({"Tư", "tư", "Bốn", "bốn"})) return 4;
  if (in.word_of({"Năm", "năm"})) return 5;
  if (in.word_of({"Sáu", "sáu"})) return 6;
  if (in.word_of({"Bảy", "bảy", "Bẩy"})) return 7;
  if (in.word_of({"Tám", "tám"})) return 8;
  if (in.word_of({"Chín", "chín"})) return 9;
  return 0;
}

// "28/12/2023", "28-12-2023", "28.12.2023", "08 08 2019", "28/12/23", "2023-12-28",
// "28 tháng 12 năm 2023", "28 tháng 12, 2023", "28 Tháng Mười Hai, 2023".
std::optional<Day> read_day(Reader& in) {
  Reader r = in;
  Day day;
  int first = 0;
  if (!r.number(1, 4, first) || r.digits() == 3) return std::nullopt;
  const int first_digits = r.digits();
  const bool spaced = r.mark(" ");
  r.blanks();
  if (r.word_of({"tháng ", "Tháng ", "THÁNG "})) {
    day.day = first;
    r.blanks();
    if (first_digits > 2) return std::nullopt;
    if (!r.number(1, 2, day.month)) day.month = read_month_name(r);
    if (day.month == 0) return std::nullopt;
    r.mark(",/");
    r.blanks();
    if (r.word_of({"năm", "Năm", "NĂM"})) r.blanks();
    if (!r.number(4, 4, day.year)) return std::nullopt;
  } else {
    // A blank separates only two-digit numbers ("08 08 2019").
    char separator = ' ';
    if (r.mark("/-.")) separator = r.last_mark();
    if (separator == ' ' && (!spaced || first_digits != 2)) return std::nullopt;
    r.blanks();
    int second = 0;
    int third = 0;
    if (!r.number(1, 2, second) || (separator == ' ' && r.digits() != 2)) return std::nullopt;
    r.blanks();
    if (separator != ' ' && !r.mark(std::string_view(&separator, 1))) return std::nullopt;
    r.blanks();
    if (!r.number(1, 4, third)) return std::nullopt;
    if (first_digits == 4) {
      if (separator == ' ' || r.digits() > 2) return std::nullopt;
      day = {first, second, third};
    } else {
      if (r.digits() == 2 && separator != ' ' && first_digits <= 2) third += 2000;
      day = {third, second, first};
    }
  }
  if (!possible(day)) return std::nullopt;
  in = r;
  return day;
}

// "15:43:35", "15:43", "10h25", "10h25'", "10 giờ 25 phút", "8:05 PM".
std::optional<Clock> read_clock(Reader& in) {
  Reader r = in;
  Clock clock;
  if (!r.number(1, 2, clock.hour)) return std::nullopt;
  r.blanks();
  if (r.mark(":hgHG")) {
    const bool colon = r.last_mark() == ':';
    r.word("iờ");
    r.blanks();
    if (!r.number(1, 2, clock.minute) || (colon && r.digits() != 2)) return std::nullopt;
    if (colon && r.mark(":") && !r.number(2, 2, clock.second)) return std::nullopt;
    r.mark("'");
  } else {
    return std::nullopt;
  }
  Reader after = r;
  after.blanks();
  if (after.word_of({"phút", "Phút"})) r = after;
  after = r;
  after.blanks();
  if (after.word_of({"PM", "pm", "CH", "Chiều", "chiều"})) {
    if (clock.hour < 12) clock.hour += 12;
    r = after;
  } else if (after.word_of({"AM", "am", "SA", "Sáng", "sáng"})) {
    if (clock.hour == 12) clock.hour = 0;
    r = after;
  }
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) return std::nullopt;
  in = r;
  return clock;
}

// "GMT+7", "UTC+07:00", "+07:00" right after a time, as minutes east of Greenwich.
std::optional<int> read_zone(Reader& in) {
  Reader r = in;
  r.blanks();
  r.mark("([|,");
  r.blanks();
  const bool named = r.word_of({"GMT", "UTC", "gmt"});
  r.blanks();
  if (!r.mark("+-")) return std::nullopt;
  const int sign = r.last_mark() == '-' ? -1 : 1;
  r.blanks();
  int hours = 0;
  int minutes = 0;
  if (!r.number(1, 2, hours)) return std::nullopt;
  if (r.mark(":")) {
    if (!r.number(2, 2, minutes)) return std::nullopt;
  } else if (!named) {
    return std::nullopt;
  }
  if (hours > 14 || minutes > 59) return std::nullopt;
  in = r;
  return sign * (hours * 60 + minutes);
}

std::string iso_of(const Day& day, const std::optional<Clock>& clock, int zone_minutes) {
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
  std::string out = buffer.data();
  if (!clock) return out;
  const int zone = zone_minutes < 0 ? -zone_minutes : zone_minutes;
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d%c%02d:%02d", clock->hour,
                clock->minute, clock->second, zone_minutes < 0 ? '-' : '+', zone / 60, zone % 60);
  return out + buffer.data();
}

struct Found {
  std::optional<Day> day;
  std::optional<Clock> clock;
  int zone = 7 * 60;
  std::vector<Span> spans;  // of the day, the times, the zone
};

// The first day and the first time of the line, wherever they stand.
Found scan(std::string_view text, Span line) {
  Found found;
  const auto digit = [&](uint32_t at) { return text[at] >= '0' && text[at] <= '9'; };
  uint32_t read = line.begin;  // behind what was found
  for (uint32_t at = line.begin; at < line.end;) {
    if (!digit(at)) {
      ++at;
      continue;
    }
    // A digit inside a word ("W88") begins no number.
    if (at > read && is_letter(char_at(text, start_before(text, at)).cls)) {
      while (at < line.end && digit(at)) ++at;
      continue;
    }
    Reader in(text, at, line.end);
    std::optional<Day> day;
    std::optional<Clock> clock;
    if (!found.day) day = read_day(in);
    if (day) {
      found.day = day;
    } else if ((clock = read_clock(in))) {
      if (!found.clock) found.clock = clock;
      if (const auto zone = read_zone(in)) found.zone = *zone;
    }
    if (day || clock) {
      found.spans.push_back({at, in.at()});
      at = read = in.at();
    } else {
      while (at < line.end && digit(at)) ++at;
    }
  }
  return found;
}

bool inside(const std::vector<Span>& spans, Span token) {
  for (const Span span : spans) {
    if (span.overlaps(token)) return true;
  }
  return false;
}

}  // namespace

std::optional<DateLine> read_date_line(std::string_view text, Span line, const LineWords& words,
                                       const LayoutCues& cues) {
  if (!words.has_digits()) return std::nullopt;
  const Found found = scan(text, line);
  if (!found.day && !found.clock) return std::nullopt;

  DateLine out;
  bool date_words = false;
  bool after_date_word = false;
  bool site = false;  // names are part of its name: "BÁO ĐIỆN TỬ ĐỒNG XANH - 06/02/2018"
  size_t names = 0;
  const auto add = [&](DateLine::Part part, Span span) {
    if (!out.pieces.empty() && out.pieces.back().part == part) {
      out.pieces.back().span.end = span.end;
    } else {
      out.pieces.push_back({part, span});
    }
  };
  const auto& tokens = words.tokens();
  const auto is_mark = [&](const Token& token, char c) {
    return token.kind == TokenKind::kMark && text[token.span.begin] == c;
  };
  uint32_t bracket = 0;  // where a bracket behind the day began: "(26 tháng Chạp năm Tân Mão)"
  size_t word = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    while (word < words.size() && words.token_index(word) < i) ++word;
    const Token& token = tokens[i];
    if (is_mark(token, '(') && found.day && !out.pieces.empty()) bracket = token.span.begin;
    if (is_mark(token, ')')) bracket = 0;
    if ((is_mark(token, ')') || is_mark(token, ']')) && !out.pieces.empty()) {
      // "(GMT+7)": the bracket closes where it opened.
      Span& piece = out.pieces.back().span;
      const char open = text[token.span.begin] == ')' ? '(' : '[';
      const bool opened = piece.of(text).find(open) != std::string_view::npos;
      if (opened && piece.end == token.span.begin) piece.end = token.span.end;
    }
    if (inside(found.spans, token.span)) {
      add(DateLine::Part::kDate, token.span);
    } else if (token.kind == TokenKind::kDigits) {
      // "Thứ 5" is a weekday, "478 lượt xem" a counter.
      const size_t next = word < words.size() && words.token_index(word) < i ? word + 1 : word;
      const bool counter =
          (!out.pieces.empty() && out.pieces.back().part == DateLine::Part::kChrome) ||
          cues.match(words, next, Cue::kLine | Cue::kStat) != 0;
      if (!counter && !after_date_word && bracket == 0) return std::nullopt;
      add(counter ? DateLine::Part::kChrome : DateLine::Part::kDate, token.span);
    } else if (token.kind == TokenKind::kWord) {
      DateLine::Part part = DateLine::Part::kDate;
      size_t count = cues.match(words, word, Cue::kDate);
      if (count != 0) {
        date_words = true;
      } else if ((count = cues.match(words, word, Cue::kLine | Cue::kStat)) != 0) {
        part = DateLine::Part::kChrome;
      } else if ((count = cues.match(words, word, Cue::kSite)) != 0) {
        part = DateLine::Part::kChrome;
        site = true;
      } else if (token.capital) {
        part = site ? DateLine::Part::kChrome : DateLine::Part::kNames;
        count = 1;
        ++names;
      } else if (bracket != 0) {
        count = 1;
      } else {
        return std::nullopt;
      }
      after_date_word = part == DateLine::Part::kDate;
      const size_t last = words.token_index(word + count - 1);
      add(part, {token.span.begin, tokens[last].span.end});
      i = last;
    }
  }
  constexpr size_t kMostNames = 10;
  if (names > kMostNames || (!found.day && !date_words)) return std::nullopt;
  if (found.day) out.iso = iso_of(*found.day, found.clock, found.zone);
  return out;
}

std::string find_date(std::string_view text, Span stretch) {
  const Found found = scan(text, stretch);
  return found.day ? iso_of(*found.day, found.clock, found.zone) : std::string();
}

}  // namespace solieu
