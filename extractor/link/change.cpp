#include "link/change.h"

namespace solieu {
namespace {

// Words between two differences that are joined.
constexpr uint32_t kJoin = 6;
// Words between a level and the difference that follows it.
constexpr uint32_t kApart = 5;
// Items before a "so với" that still opens its sentence.
constexpr uint32_t kOpening = 1;

class Reader {
 public:
  Reader(const Analysis& analysis, const AnalysedSentence& sentence)
      : analysis_(analysis), sentence_(sentence) {}

  const FigureMention& figure(size_t index) const { return sentence_.mentions.figures[index]; }
  std::string_view text(uint32_t item) const { return items()[item].span.of(analysis_.text()); }

  std::optional<Direction> direction(size_t index) const {
    for (size_t i = index;; --i) {
      if (figure(i).change) return figure(i).change;
      if (denied(i) || i == 0 || !joined(i)) return std::nullopt;
    }
  }

  // What stands behind "so với", up to the next mark, conjunction or figure: that of the figure,
  // else one that opens the sentence ("So với cùng kỳ, số vụ giảm 12 vụ").
  std::string_view baseline(size_t index) const {
    const uint32_t count = static_cast<uint32_t>(items().size());
    for (uint32_t i = figure(index).items.end; i < count; ++i) {
      const std::string_view word = text(i);
      if (word == ";" || word == ")" || word == "." || word == ":") break;
      if (has(i, c_.compare)) return compared(i);
    }
    for (uint32_t i = 0; i < count && i <= kOpening && i < figure(index).items.begin; ++i) {
      if (has(i, c_.compare)) return compared(i);
    }
    return {};
  }

  // "2.175 lượt vay, tăng 326 lượt so với năm 2022": 1.849 before.
  std::optional<Decimal> baseline_value(size_t index, Direction direction) const {
    if (index == 0) return std::nullopt;
    const FigureMention& change = figure(index);
    const FigureMention& level = figure(index - 1);
    if (level.change || level.kind != change.kind || level.unit != change.unit || level.bounded ||
        change.bounded || level.of || change.of || level.modifier != Modifier::kExact ||
        change.modifier != Modifier::kExact || change.kind == Kind::kMultiple ||
        !level.per.empty() || change.items.begin - level.items.end > kApart ||
        change.kind == Kind::kPercent) {
      return std::nullopt;
    }
    return direction == Direction::kIncrease ? Decimal::subtract(level.value, change.value)
                                             : Decimal::add(level.value, change.value);
  }

 private:
  // What the entry at `at` compares with.
  std::string_view compared(uint32_t at) const {
    const uint32_t count = static_cast<uint32_t>(items().size());
    const std::string_view word = text(at);
    const uint32_t begin = at + 1;
    std::string_view rest;  // of an entry that says both: "so với cùng kỳ năm trước"
    if (const size_t space = word.find(" cùng "); space != std::string_view::npos)
      rest = word.substr(space + 1);
    uint32_t end = begin;
    while (end < count && !is_mark(end) && !has(end, c_.baseline_stop) && !is_figure(end)) ++end;
    if (begin == end && rest.empty()) return {};
    const uint32_t from = rest.empty() ? items()[begin].span.begin
                                       : items()[at].span.end - static_cast<uint32_t>(rest.size());
    return Span{from, items()[begin < end ? end - 1 : at].span.end}.of(analysis_.text());
  }

  const std::vector<Item>& items() const { return sentence_.items.items; }
  bool has(uint32_t item, int id) const { return analysis_.has(items()[item], id); }
  bool is_mark(uint32_t item) const {
    return items()[item].numeral < 0 &&
           sentence_.items.tokens[items()[item].tokens.begin].kind == TokenKind::kMark;
  }
  bool is_figure(uint32_t item) const {
    for (const FigureMention& f : sentence_.mentions.figures) {
      if (f.items.begin <= item && item < f.items.end) return true;
    }
    return false;
  }
  // Whether a rule says that it is a level.
  bool denied(size_t index) const {
    for (const uint32_t r : figure(index).attribute_rules) {
      const AttributeRule& rule = analysis_.rules.attribute_rules()[r];
      if (rule.attribute == AttributeRule::Attribute::kChange && rule.value == "none") return true;
    }
    return false;
  }
  // "33,3% về khối lượng và 29,2% về giá trị", "109,5%; 20,5%", "800.000 đồng chiều mua và 1 triệu
  // đồng chiều bán so với hôm qua": of one kind, with only what the first is about and a
  // conjunction between. "tăng 5 triệu đồng, tương đương 8,3%", "giảm 11 (-6,7%)": the same said as
  // a share.
  bool joined(size_t index) const {
    const FigureMention& left = figure(index - 1);
    const FigureMention& right = figure(index);
    const uint32_t between = right.items.begin - left.items.end;
    if (between == 0 || between > kJoin) return false;
    const std::string_view last = text(right.items.begin - 1);
    if (right.kind == Kind::kPercent && restated(left.items.end, right.items.begin)) return true;
    if (right.kind != left.kind || left.unit != right.unit) return false;
    if (left.kind == Kind::kPercent && between == 1) return last == "và" || last == ";";
    if (left.kind == Kind::kPercent && text(left.items.end) == "về") return last == "và";
    return (last == "và" || (between > 1 && text(right.items.begin - 2) == "và")) &&
           !baseline(index).empty();
  }
  // Whether only "(", a sign, or a comma and a word like tức stand there.
  bool restated(uint32_t begin, uint32_t end) const {
    bool said = false;
    for (uint32_t i = begin; i < end; ++i) {
      const std::string_view word = text(i);
      if (word == "(" || has(i, c_.restate)) {
        said = true;
      } else if (word != "," && word != "-" && word != "–" && (said || !has(i, c_.noun))) {
        return false;
      }
    }
    return said;
  }

  const Analysis& analysis_;
  const LinkConcepts& c_ = analysis_.linking.concepts;
  const AnalysedSentence& sentence_;
};

}  // namespace

std::optional<Change> change_of(const Analysis& analysis, const AnalysedSentence& sentence,
                                size_t index) {
  const Reader reader(analysis, sentence);
  const auto direction = reader.direction(index);
  if (!direction) return std::nullopt;
  Change out;
  out.direction = *direction;
  out.baseline = reader.baseline(index);
  if (!out.baseline.empty()) out.baseline_value = reader.baseline_value(index, *direction);
  return out;
}

}  // namespace solieu
