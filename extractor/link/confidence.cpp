#include "link/confidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace solieu {
namespace {

constexpr std::array<std::string_view, doubt::kCount> kNames = {
    "contested", "range",   "vague",        "modified",   "small",
    "worded",    "no_noun", "unknown_noun", "change",     "short_line",
    "list_item", "quoted",  "near_number",  "check_held", "check_failed"};

constexpr uint32_t flag(doubt::Id id) { return uint32_t{1} << id; }

// Whether an odd number of quotation marks stands before item `at`.
bool in_quotation(const Analysis& a, const AnalysedSentence& s, uint32_t at) {
  bool inside = false;
  for (uint32_t i = 0; i < at; ++i) {
    const std::string_view text = s.items.items[i].span.of(a.text());
    if (text == "“") inside = true;
    if (text == "”") inside = false;
    if (text == "\"") inside = !inside;
  }
  return inside;
}

}  // namespace

std::span<const std::string_view> doubt_names() { return kNames; }

uint32_t doubts_of(const Analysis& a, const AnalysedSentence& s, const FigureMention& m,
                   const Figure& f) {
  const auto& items = s.items.items;
  uint32_t out = 0;
  const auto set = [&](doubt::Id id, bool holds) { out |= holds ? flag(id) : 0; };
  set(doubt::kContested, m.contested);
  set(doubt::kRange, m.bounded);
  set(doubt::kModified, m.modifier != Modifier::kExact);
  set(doubt::kChange, m.change.has_value());
  BuiltinSet builtins = 0;
  for (uint32_t at = m.items.begin; at < m.items.end; ++at) builtins |= items[at].builtins;
  set(doubt::kVague, (builtins & bit(builtin::kVague)) != 0);
  set(doubt::kWorded, (builtins & bit(builtin::kWorded)) != 0);
  const bool bare = f.kind == Kind::kCount || f.kind == Kind::kRatio;
  constexpr int64_t kTen = 10;
  set(doubt::kSmall, bare && f.value && *f.value < Decimal(kTen));
  if (bare) {
    const uint32_t next = m.items.end;
    set(doubt::kNoNoun, !f.counted);
    set(doubt::kUnknownNoun,
        f.counted && (next >= items.size() || !a.has(items[next], a.linking.concepts.noun)));
  }
  const BlockKind block = a.layout.blocks[s.block].kind;
  set(doubt::kShortLine,
      block == BlockKind::kTitle || block == BlockKind::kHeading || block == BlockKind::kCaption);
  set(doubt::kListItem, block == BlockKind::kListItem || block == BlockKind::kTableRow);
  set(doubt::kQuoted, in_quotation(a, s, m.items.begin));
  const auto number_at = [&](int64_t at) {
    return at >= 0 && at < static_cast<int64_t>(items.size()) &&
           items[static_cast<size_t>(at)].numeral >= 0;
  };
  const auto begin = static_cast<int64_t>(m.items.begin);
  const auto end = static_cast<int64_t>(m.items.end);
  set(doubt::kNearNumber,
      number_at(begin - 1) || number_at(begin - 2) || number_at(end) || number_at(end + 1));
  return out;
}

void set_confidence(const RuleSet& rules, ArticleRecord& record) {
  std::unordered_map<uint64_t, uint32_t> said;
  for (const Check& check : record.checks) {
    for (const uint64_t id : check.figures) {
      said[id] |= flag(check.holds ? doubt::kCheckHeld : doubt::kCheckFailed);
    }
  }
  const ConfidenceTable& table = rules.confidence_table();
  std::array<double, doubt::kCount> weights{};
  for (size_t i = 0; i < doubt::kCount; ++i)
    weights[i] = table.weight("doubt " + std::string(kNames[i]));
  const double base = table.weight("base");
  for (Figure& f : record.figures) {
    if (const auto found = said.find(f.id); found != said.end()) f.doubts |= found->second;
    double odds = base + table.weight("rule " + std::string(f.rule));
    for (size_t i = 0; i < doubt::kCount; ++i) {
      if ((f.doubts >> i & 1u) != 0) odds += weights[i];
    }
    const double chance = 1 / (1 + std::exp(-odds));
    constexpr int kPlaces = 3;
    const auto thousandths =
        static_cast<int64_t>(std::lround(std::clamp(chance, 0.001, 0.999) * 1000));
    f.confidence = *Decimal::make(thousandths, -kPlaces);
  }
}

}  // namespace solieu
