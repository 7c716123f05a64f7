// What an expression of time means: a date rule's captures made into a period.
#pragma once

#include <optional>
#include <string_view>

#include "mention/calendar.h"
#include "mention/mention.h"

namespace solieu {

// What an article knows when it says "hôm qua", "tháng 10" or "trong năm".
struct TimeAnchor {
  CalendarDate published;  // a day, or unknown
  int year = 0;            // the year that is spoken of; 0: that of publication
  CalendarDate day{};      // the day last spoken of, for "cùng ngày"
  CalendarDate until{};  // the month up to which an article reports: "từ đầu năm đến nay"
};

// Refers to the rule set. Thread-safe.
class TimeReader {
 public:
  explicit TimeReader(const RuleSet& rules);

  // The period, or nothing when the anchor does not know enough, when there is no such day, or when
  // the rule only masks ("thế kỷ 18", "đến nay").
  std::optional<Period> read(std::string_view text, const SentenceItems& sentence,
                             const DateFound& date, const TimeAnchor& anchor) const;
  // The last year that the expression tells in digits, or 0.
  int said_year(std::string_view text, const SentenceItems& sentence, const DateFound& date) const;
  TimeShape shape(const DateFound& date) const { return rules_.rules()[date.rule].time; }

 private:
  struct Fields;
  Fields fields_of(std::string_view text, const SentenceItems& s, const DateFound& date) const;
  bool carries(const Item& item, int concept_id) const;
  int row_value(const Item& item, int concept_id) const;

  const RuleSet& rules_;
  int year_, month_, day_, number_, roman_, date_, dotted_, month_year_, unit_;
  int relative_year_, relative_month_, relative_week_, relative_day_, relative_quarter_, half_,
      weekday_, ago_, past_length_, sexagenary_;
};

}  // namespace solieu
