// Mentions: what the rules found in a sentence, with values made.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "grammar/rule_set.h"
#include "mention/items.h"
#include "mention/matcher.h"

namespace solieu {

// A figure as it stands; who, when and what for are found by the link stage. Views point into the
// clean text or the rule set.
struct FigureMention {
  Span span;   // bytes of the clean text: the quote
  Span items;  // of the sentence
  uint32_t rule = 0;
  Kind kind = Kind::kCount;
  bool bounded = false;  // low and high, no value
  Decimal value, low, high;
  std::optional<Decimal> of;
  std::string_view unit;
  Modifier modifier = Modifier::kExact;
  Span modifier_span;     // bytes; empty when nothing says it
  int counted_item = -1;  // the item of the noun that the rule saw
  Span counted;           // items that an attribute rule says are counted; empty: none said so
  Span per;               // bytes of a denominator inside the quote; empty: none
  std::optional<Direction> change;
  std::optional<FigureStatus> status;
  bool contested = false;                 // a rule of another outcome or kind read the same words
  std::vector<uint32_t> attribute_rules;  // those that said something, for explain
};

struct DateFound {
  Span span;  // bytes of the clean text
  Span items;
  uint32_t rule = 0;
  std::vector<Capture> captures;
  DateRole role = DateRole::kPlain;
  int role_rule = -1;  // the attribute rule that said so, or -1
};

// A cue that speaks of the figures behind it.
struct CueFound {
  Span items;
  uint32_t rule = 0;
};

struct SentenceMentions {
  std::vector<FigureMention> figures;
  std::vector<DateFound> dates;
  std::vector<CueFound> cues;
};

// Every match of a sentence, for explain.
struct MentionTrace {
  std::vector<RuleMatch> winners;
  std::vector<RuleMatch> losers;
};

// Finds the figures and dates of itemised sentences. Grows tables as it goes: one per thread, kept
// from article to article. Refers to the rules.
class MentionFinder {
 public:
  // `profile`: measure what each rule costs.
  explicit MentionFinder(const RuleSet& rules, bool profile = false);

  // Replaces what `out` held; `trace`, when given, gets every match.
  void find(std::string_view text, const SentenceItems& sentence, SentenceMentions& out,
            MentionTrace* trace = nullptr);

  // By rule; empty unless measured.
  const std::vector<RuleCost>& costs() const { return tables_.costs; }

 private:
  const RuleSet& rules_;
  MatchTables tables_;
  std::vector<RuleMatch> winners_, losers_;
  std::vector<Capture> captures_;
  std::vector<ContextMatch> contexts_;
};

}  // namespace solieu
