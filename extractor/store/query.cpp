#include "store/query.h"

#include <algorithm>
#include <map>

#include "solieu/decimal.h"
#include "store/matching.h"

namespace solieu {
namespace {

std::optional<std::string> cell(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::string counted(size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

void note_copies(const Matches& matches, AnswerTable& out) {
  if (matches.copied_figures == 0) return;
  out.notes.push_back(counted(matches.copied_figures, "figure", "figures") + " of " +
                      counted(matches.copies, "article", "articles") +
                      " left out: copies of articles that count already");
}

bool adds_up(std::string_view kind) {
  return kind == "money" || kind == "count" || kind == "measure" || kind == "duration";
}

// An exact sum, of more digits than a Decimal has.
class Sum {
 public:
  void add(const std::string& text) {
    if (const auto value = Decimal::parse(text))
      by_exponent_[value->exponent()] += value->mantissa();
  }
  // Nothing when it has more than 37 digits.
  std::optional<std::string> text() const {
    if (by_exponent_.empty()) return "0";
    const int least = std::min(by_exponent_.begin()->first, 0);
    __int128 sum = 0;
    for (const auto& [exponent, mantissas] : by_exponent_) {
      __int128 term = mantissas;
      for (int i = exponent; i > least; --i) {
        if (__builtin_mul_overflow(term, 10, &term)) return std::nullopt;
      }
      if (__builtin_add_overflow(sum, term, &sum)) return std::nullopt;
    }
    const bool negative = sum < 0;
    std::string digits;
    for (; sum != 0; sum /= 10)
      digits += static_cast<char>('0' + (negative ? -1 : 1) * int(sum % 10));
    const auto places = static_cast<size_t>(-least);
    if (digits.size() <= places) digits.append(places + 1 - digits.size(), '0');
    std::reverse(digits.begin(), digits.end());
    if (places > 0) {
      digits.insert(digits.size() - places, 1, '.');
      digits.erase(digits.find_last_not_of('0') + 1);
      if (digits.back() == '.') digits.pop_back();
    }
    return negative ? "-" + digits : digits;
  }

 private:
  std::map<int, __int128> by_exponent_;
};

struct Group {
  size_t figures = 0;
  Sum total;
  size_t more_than = 0;
  size_t less_than = 0;
  size_t about = 0;
  size_t no_value = 0;  // ranges and vague quantities

  void add(const MatchedFigure& figure) {
    ++figures;
    if (figure.cells[kValue].empty()) {
      ++no_value;
      return;
    }
    total.add(figure.cells[kValue]);
    const std::string& modifier = figure.cells[kModifier];
    if (modifier == "above" || modifier == "at_least") ++more_than;
    if (modifier == "below" || modifier == "at_most") ++less_than;
    if (modifier == "approx") ++about;
  }

  std::string reading() const {
    if (figures == no_value) return "no value";
    // Each range adds something.
    const bool more = more_than > 0 || no_value > 0;
    if (about > 0 || (more && less_than > 0)) return "about";
    if (more) return "more than";
    return less_than > 0 ? "less than" : "exactly";
  }
};

// What is left out of sums, and why.
struct LeftOut {
  size_t repeated = 0, per = 0, change = 0, kind = 0;

  bool takes(const MatchedFigure& figure) {
    if (!adds_up(figure.cells[kKind])) return ++kind, true;
    if (figure.repeated) return ++repeated, true;
    if (!figure.cells[kPer].empty()) return ++per, true;
    if (!figure.cells[kChange].empty()) return ++change, true;
    return false;
  }
  void note(AnswerTable& out) const {
    const auto say = [&](size_t count, std::string_view why) {
      if (count == 0) return;
      out.notes.push_back(counted(count, "figure", "figures") + " left out: " + std::string(why));
    };
    say(repeated, "the article says the same a second time");
    say(per, "values for one of something, such as prices");
    say(change, "differences to an earlier time");
    say(kind, "shares, ratios, ages and multiples do not add up");
  }
};

}  // namespace

const std::vector<std::string>& grouping_columns() {
  static const std::vector<std::string> columns = {
      "place", "unit_org", "programme", "period", "counted_lemma", "article_id", "published_day"};
  return columns;
}

Result<AnswerTable> list_figures(const Database& store, const FigureQuery& query) {
  const auto matches = match_figures(store, query);
  if (!matches) return matches.error();
  AnswerTable out;
  for (int i = 0; i < kFigureColumns; ++i) {
    const bool number = (i >= kValue && i <= kOfValue) || i == kConfidence;
    out.columns.push_back({std::string(column_name(static_cast<FigureColumn>(i))), number});
  }
  for (const MatchedFigure& figure : matches->figures) {
    if (query.limit != 0 && out.rows.size() == query.limit) break;
    auto& row = out.rows.emplace_back();
    for (const std::string& text : figure.cells) row.push_back(cell(text));
  }
  if (out.rows.size() < matches->figures.size()) {
    out.notes.push_back("the first " + std::to_string(out.rows.size()) + " of " +
                        std::to_string(matches->figures.size()) + " figures");
  }
  note_copies(*matches, out);
  return out;
}

Result<AnswerTable> sum_figures(const Database& store, const FigureQuery& query) {
  std::vector<FigureColumn> keys;
  for (const std::string& name : query.by) {
    int column = 0;
    while (column < kFigureColumns && column_name(static_cast<FigureColumn>(column)) != name) {
      ++column;
    }
    if (column == kFigureColumns) {
      return Error{Error::Code::kUsage, "--by", "there is no column " + name, "see --help"};
    }
    keys.push_back(static_cast<FigureColumn>(column));
  }
  for (const FigureColumn column : {kKind, kUnit, kCountedLemma, kStatus}) {
    if (std::find(keys.begin(), keys.end(), column) == keys.end()) keys.push_back(column);
  }

  const auto matches = match_figures(store, query);
  if (!matches) return matches.error();
  std::map<std::vector<std::string>, Group> groups;
  LeftOut left_out;
  for (const MatchedFigure& figure : matches->figures) {
    if (left_out.takes(figure)) continue;
    std::vector<std::string> key;
    const bool one_thing = figure.cells[kKind] == "count";
    for (const FigureColumn column : keys) {
      // Money is money whatever it buys; counts of different things are no sum.
      const bool shown =
          column != kCountedLemma || one_thing ||
          std::find(query.by.begin(), query.by.end(), "counted_lemma") != query.by.end();
      key.push_back(shown ? figure.cells[column] : "");
    }
    groups[key].add(figure);
  }

  AnswerTable out;
  for (const FigureColumn column : keys) out.columns.push_back({std::string(column_name(column))});
  out.columns.insert(out.columns.end(), {{"reading"},
                                         {"total", true},
                                         {"figures", true},
                                         {"more_than", true},
                                         {"less_than", true},
                                         {"about", true},
                                         {"no_value", true}});
  bool too_long = false;
  for (const auto& [key, group] : groups) {
    if (query.limit != 0 && out.rows.size() == query.limit) break;
    auto& row = out.rows.emplace_back();
    for (const std::string& text : key) row.push_back(cell(text));
    row.push_back(group.reading());
    const bool has_total = group.figures > group.no_value;
    row.push_back(has_total ? group.total.text() : std::nullopt);
    too_long = too_long || (has_total && !row.back());
    for (const size_t count :
         {group.figures, group.more_than, group.less_than, group.about, group.no_value}) {
      row.push_back(std::to_string(count));
    }
  }
  if (out.rows.size() < groups.size()) {
    out.notes.push_back("the first " + std::to_string(out.rows.size()) + " of " +
                        std::to_string(groups.size()) + " groups");
  }
  if (too_long) out.notes.emplace_back("a total of more than 37 digits is not given");
  left_out.note(out);
  note_copies(*matches, out);
  return out;
}

}  // namespace solieu
