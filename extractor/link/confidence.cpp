#include "link/confidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "link/quotation.h"

namespace solieu {
namespace {

constexpr std::array<std::string_view, doubt::kCount> kNames = {
    "contested", "range",   "vague",        "modified",   "small",
    "worded",    "no_noun", "unknown_noun", "change",     "short_line",
    "list_item", "quoted",  "near_number",  "check_held", "check_failed"};

constexpr uint32_t flag(doubt::Id id) { return uint32_t{1} << id; }

}  // namespace

void Quotations::enter(const Analysis& a, const AnalysedSentence& s) {
  marks_.clear();
  bool inside = false;
  for (uint32_t i = 0; i < s.items.items.size(); ++i) {
    const bool behind = quoted_behind(s.items.items[i].span.of(a.text()), inside);
    if (behind != inside) marks_.push_back({i, behind});
    inside = behind;
  }
}

bool Quotations::around(uint32_t item) const {
  bool inside = false;
  for (const Mark& mark : marks_) {
    if (mark.item < item) inside = mark.opens;
  }
  return inside;
}

std::span<const std::string_view> doubt_names() { return kNames; }

uint32_t doubts_of(const Analysis& a, const AnalysedSentence& s, const FigureMention& m,
                   const Figure& f, bool quoted) {
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
  static const Decimal kTen(10);
  set(doubt::kSmall, bare && f.value && *f.value < kTen);
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
  set(doubt::kQuoted, quoted);
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

void set_confidence(const Analysis& analysis, ArticleRecord& record) {
  std::unordered_map<uint64_t, uint32_t> said;
  for (const Check& check : record.checks) {
    for (const uint64_t id : check.figures) {
      said[id] |= flag(check.holds ? doubt::kCheckHeld : doubt::kCheckFailed);
    }
  }
  const ConfidenceWeights& weights = analysis.linking.weights;
  size_t next = 0;
  const auto set = [&](const FigureMention& m) {
    Figure& f = record.figures[next++];
    if (const auto found = said.find(f.id); found != said.end()) f.doubts |= found->second;
    double odds = weights.base + weights.rules[m.rule];
    for (size_t i = 0; i < doubt::kCount; ++i) {
      if ((f.doubts >> i & 1u) != 0) odds += weights.doubts[i];
    }
    const double chance = 1 / (1 + std::exp(-odds));
    constexpr int kPlaces = 3;
    const auto thousandths =
        static_cast<int64_t>(std::lround(std::clamp(chance, 0.001, 0.999) * 1000));
    f.confidence = *Decimal::make(thousandths, -kPlaces);
  };
  for (const AnalysedSentence& s : analysis.sentences) {
    for (const FigureMention& m : s.mentions.figures) set(m);
  }
}

}  // namespace solieu
