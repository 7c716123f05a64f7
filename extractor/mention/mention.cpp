#include "mention/mention.h"

#include <algorithm>

namespace solieu {
namespace {

using Captures = std::vector<Capture>;

// A number or the bounds of one.
struct Quantity {
  bool bounded = false;
  Decimal value, low, high;
};

std::optional<Quantity> quantity_of(const RuleSet& rules, const SentenceItems& s,
                                    const Captures& captures, const Expression::Factor& factor) {
  if (factor.capture < 0) return Quantity{false, factor.constant, {}, {}};
  const int at = captured(captures, factor.capture, factor.occurrence);
  if (at < 0) return std::nullopt;
  const Item& item = s.items[static_cast<size_t>(at)];
  if (item.numeral >= 0) {
    const Numeral& n = s.numerals[static_cast<size_t>(item.numeral)];
    if (factor.scale) return Quantity{false, n.scale, {}, {}};
    return Quantity{n.bounded, n.value, n.low, n.high};
  }
  if (item.entry < 0) return std::nullopt;
  const auto* row = rules.lexicon().entry(item.entry).row(static_cast<ConceptId>(factor.capture));
  if (row == nullptr) return std::nullopt;
  // A captured word without a value counts as one: "{number} * {currency}".
  return Quantity{false, row->value.value_or(Decimal(1)), {}, {}};
}

std::optional<Quantity> multiply(const Quantity& a, const Quantity& b) {
  if (a.bounded && b.bounded) return std::nullopt;
  const Quantity& wide = a.bounded ? a : b;
  const Decimal factor = a.bounded ? b.value : a.value;
  Quantity out;
  out.bounded = wide.bounded;
  const auto times = [&](Decimal x, Decimal& into) {
    const auto product = Decimal::multiply(x, factor);
    if (product) into = *product;
    return product.has_value();
  };
  const bool fits = wide.bounded ? times(wide.low, out.low) && times(wide.high, out.high)
                                 : times(wide.value, out.value);
  return fits ? std::optional(out) : std::nullopt;
}

// A product whose optional captures are absent counts as nothing in a sum, but the first is needed.
std::optional<Quantity> evaluate(const RuleSet& rules, const SentenceItems& s,
                                 const Captures& captures, const Expression& expression) {
  std::optional<Quantity> sum;
  for (const auto& product : expression.products) {
    std::optional<Quantity> value;
    for (const auto& factor : product) {
      const auto next = quantity_of(rules, s, captures, factor);
      if (!next) {
        value.reset();
        break;
      }
      value = value ? multiply(*value, *next) : next;
      if (!value) return std::nullopt;
    }
    if (!value) {
      if (!sum) return std::nullopt;
      continue;
    }
    if (!sum) {
      sum = value;
    } else if (!sum->bounded && !value->bounded) {
      const auto total = Decimal::add(sum->value, value->value);
      if (!total) return std::nullopt;
      sum->value = *total;
    }
  }
  return sum;
}

std::string_view unit_of(const RuleSet& rules, const SentenceItems& s, const Rule& rule,
                         const Captures& captures) {
  if (rule.unit_capture < 0) return rule.unit;
  const int at = captured(captures, rule.unit_capture);
  if (at < 0) return {};
  const auto* row = rules.lexicon()
                        .entry(s.items[static_cast<size_t>(at)].entry)
                        .row(static_cast<ConceptId>(rule.unit_capture));
  return row == nullptr ? std::string_view() : std::string_view(row->unit);
}

std::optional<FigureMention> make_figure(const RuleSet& rules, std::string_view text,
                                         const SentenceItems& s, const RuleMatch& match,
                                         const Captures& captures) {
  const Rule& rule = rules.rules()[match.rule];
  FigureMention out;
  out.rule = match.rule;
  out.items = match.items;
  out.span = {s.items[match.items.begin].span.begin, s.items[match.items.end - 1].span.end};
  out.kind = rule.kind;
  out.modifier = rule.modifier;
  if (!rule.value.empty()) {
    const auto value = evaluate(rules, s, captures, rule.value);
    if (!value) return std::nullopt;
    out.bounded = value->bounded;
    out.value = value->value;
    out.low = value->low;
    out.high = value->high;
  } else {
    const auto low = evaluate(rules, s, captures, rule.low);
    const auto high = evaluate(rules, s, captures, rule.high);
    if (!low || !high || low->bounded || high->bounded) return std::nullopt;
    out.bounded = true;
    out.low = low->value;
    out.high = high->value;
    if (out.high < out.low) return std::nullopt;
  }
  if (!rule.of.empty()) {
    const auto of = evaluate(rules, s, captures, rule.of);
    if (!of || of->bounded) return std::nullopt;
    out.of = of->value;
  }
  out.unit = unit_of(rules, s, rule, captures);
  for (uint32_t i = match.items.begin; i < match.items.end; ++i) {
    const int32_t n = s.items[i].numeral;
    if (n >= 0 && (s.numerals[static_cast<size_t>(n)].builtins & bit(builtin::kVague)) != 0) {
      out.modifier = Modifier::kApprox;
    }
  }
  if (rule.counted_capture >= 0) out.counted_item = captured(captures, rule.counted_capture);
  if (rule.per_after_slash) {
    const std::string_view quote = out.span.of(text);
    if (const size_t slash = quote.find('/'); slash != std::string_view::npos) {
      uint32_t begin = out.span.begin + static_cast<uint32_t>(slash) + 1;
      while (begin < out.span.end && text[begin] == ' ') ++begin;
      out.per = {begin, out.span.end};
    }
  }
  return out;
}

// "Thực hiện Nghị quyết 11, từ đầu năm đến nay ...": a document has a day, or a month or year that
// no comma sets off.
bool may_date_document(const RuleSet& rules, std::string_view text, const SentenceItems& s,
                       const DateFound& date) {
  const TimeShape shape = rules.rules()[date.rule].time;
  if (shape == TimeShape::kDay) return true;
  const bool set_off = date.items.begin > 0 && s.items[date.items.begin - 1].span.of(text) == ",";
  return (shape == TimeShape::kMonth || shape == TimeShape::kYears) && !set_off;
}

// The first rule that looks furthest decides what a date is there for.
void apply_roles(const RuleSet& rules, std::string_view text, const SentenceItems& s,
                 const std::vector<ContextMatch>& contexts, DateFound& date) {
  uint32_t furthest = 0;
  for (const ContextMatch& c : contexts) {
    const AttributeRule& rule = rules.attribute_rules()[c.rule];
    const DateRole role = date_role_named(rule.value).value_or(DateRole::kPlain);
    if (date.role_rule >= 0 && c.specificity <= furthest) continue;
    if (role == DateRole::kDocument && !may_date_document(rules, text, s, date)) continue;
    furthest = c.specificity;
    date.role_rule = static_cast<int>(c.rule);
    date.role = role;
  }
}

// From the first to the last item that a rule takes; empty when it captured none.
Span taken(const AttributeRule& rule, const Captures& captures) {
  Span out;
  for (const Capture& c : captures) {
    if (std::ranges::find(rule.take, c.concept_id) == rule.take.end()) continue;
    out = out.empty() ? Span{c.item, c.item + 1}
                      : Span{std::min(out.begin, c.item), std::max(out.end, c.item + 1)};
  }
  return out;
}

Span bytes_of(const SentenceItems& s, Span items) {
  if (items.empty()) return {};
  return {s.items[items.begin].span.begin, s.items[items.end - 1].span.end};
}

// Of the rules that set a value the one that looks furthest decides; of those that take a stretch
// of the sentence the first in the files.
void apply_attributes(const RuleSet& rules, const SentenceItems& s, const Matcher& matcher,
                      const std::vector<ContextMatch>& contexts, FigureMention& figure) {
  using Attribute = AttributeRule::Attribute;
  struct Best {
    int rule = -1;
    uint32_t specificity = 0;
    Span reach;
    Span taken;
  };
  Best best[AttributeRule::kFigureAttributes];
  std::vector<Capture> captures;
  for (const ContextMatch& c : contexts) {
    const AttributeRule& rule = rules.attribute_rules()[c.rule];
    Best& b = best[static_cast<size_t>(rule.attribute)];
    const bool takes = !rule.take.empty();
    if (takes && b.rule >= 0) continue;
    Span stretch;
    if (takes) {
      captures.clear();
      uint32_t looked_at = 0;
      matcher.context_captures(rule.context, figure.items, captures, looked_at);
      stretch = taken(rule, captures);
      if (stretch.empty()) continue;
    }
    if (b.rule < 0 || c.specificity > b.specificity) {
      b = {static_cast<int>(c.rule), c.specificity, c.reach, stretch};
    }
  }
  for (const Best& b : best) {
    if (b.rule < 0) continue;
    const AttributeRule& rule = rules.attribute_rules()[static_cast<size_t>(b.rule)];
    figure.attribute_rules.push_back(static_cast<uint32_t>(b.rule));
    switch (rule.attribute) {
      case Attribute::kModifier:
        figure.modifier = modifier_named(rule.value).value_or(Modifier::kExact);
        figure.modifier_span =
            bytes_of(s, b.reach.begin < figure.items.begin ? Span{b.reach.begin, figure.items.begin}
                                                           : Span{figure.items.end, b.reach.end});
        break;
      case Attribute::kChange:
        if (rule.value == "none") {
          figure.change.reset();
        } else {
          figure.change = rule.value == "increase" ? Direction::kIncrease : Direction::kDecrease;
        }
        break;
      case Attribute::kStatus:
        figure.status = rule.value == "target" ? FigureStatus::kTarget : FigureStatus::kActual;
        break;
      case Attribute::kCounted:
        figure.counted = b.taken;
        break;
      case Attribute::kPer:
        if (figure.per.empty()) figure.per = bytes_of(s, b.taken);
        break;
      case Attribute::kRole:
        break;
    }
  }
}

}  // namespace

MentionFinder::MentionFinder(const RuleSet& rules, bool profile) : rules_(rules), tables_(rules) {
  if (profile) tables_.costs.resize(rules.rules().size());
}

void MentionFinder::find(std::string_view text, const SentenceItems& sentence,
                         SentenceMentions& out, MentionTrace* trace) {
  out.figures.clear();
  out.dates.clear();
  out.cues.clear();
  const Matcher matcher(rules_, tables_, sentence.items);
  matcher.all_matches(winners_);
  choose(sentence.items, winners_, losers_);
  for (const RuleMatch& match : winners_) {
    const Rule& rule = rules_.rules()[match.rule];
    if (rule.outcome == Rule::Outcome::kDate) {
      const Span span{sentence.items[match.items.begin].span.begin,
                      sentence.items[match.items.end - 1].span.end};
      DateFound& date = out.dates.emplace_back(DateFound{span, match.items, match.rule, {}});
      matcher.read_captures(match, date.captures);
      matcher.contexts_around(match.items, {.date = true}, contexts_);
      apply_roles(rules_, text, sentence, contexts_, date);
    } else if (rule.outcome == Rule::Outcome::kCue) {
      out.cues.push_back({match.items, match.rule});
    } else if (rule.outcome == Rule::Outcome::kFigure) {
      matcher.read_captures(match, captures_);
      if (auto figure = make_figure(rules_, text, sentence, match, captures_)) {
        matcher.contexts_around(match.items, {.kind = figure->kind, .bounded = figure->bounded},
                                contexts_);
        apply_attributes(rules_, sentence, matcher, contexts_, *figure);
        figure->contested = std::ranges::any_of(losers_, [&](const RuleMatch& other) {
          const Rule& read = rules_.rules()[other.rule];
          return other.items.overlaps(figure->items) &&
                 (read.outcome != rule.outcome || read.kind != rule.kind);
        });
        out.figures.push_back(std::move(*figure));
      }
    }
  }
  if (trace != nullptr) *trace = {winners_, losers_};
}

}  // namespace solieu
