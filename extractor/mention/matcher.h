// Runs rules over the items of a sentence.
#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "grammar/automaton.h"
#include "grammar/rule_set.h"
#include "mention/items.h"

namespace solieu {

// A rule that matched, with what it captured.
struct RuleMatch {
  uint32_t rule = 0;         // index in RuleSet::rules
  Span items;                // [begin, end) of the sentence's items: the quote
  uint32_t specificity = 0;  // items matched, contexts included
  std::vector<Capture> captures;

  // The item captured by that concept for the nth time (from 1; 0 is the last time), or -1.
  int captured(int16_t concept_id, int occurrence = 1) const;
};

// Which attribute rules are asked: those of dates, or those of figures of a kind.
struct ContextQuestion {
  bool date = false;
  Kind kind = Kind::kCount;
  bool bounded = false;

  bool asks(const AttributeRule& rule) const {
    if (date || rule.attribute == AttributeRule::Attribute::kRole)
      return date && rule.attribute == AttributeRule::Attribute::kRole;
    return (rule.kinds >> static_cast<unsigned>(kind) & 1u) != 0 && !(rule.single && bounded);
  }
};

// What stands around items as an attribute rule asks.
struct ContextMatch {
  uint32_t rule = 0;         // index in RuleSet::attribute_rules
  uint32_t specificity = 0;  // items looked at
  Span reach;                // the items and those looked at
};

// What a rule cost.
struct RuleCost {
  uint64_t tried = 0;
  uint64_t matched = 0;
  std::chrono::steady_clock::duration time{};
};

// The tables that tell which rules can match, and working storage. They grow while texts are read:
// one per thread. Refers to the rules.
struct MatchTables {
  explicit MatchTables(const RuleSet& rules);

  // The automaton of one side of a context, for what those of all attribute rules leave open and
  // for rules. Contexts are numbered: those of attribute rules, then those of rules.
  Automaton& before_of(uint32_t context);
  Automaton& after_of(uint32_t context);
  uint32_t context_of_rule(uint32_t rule) const {
    return static_cast<uint32_t>(sides.size()) + rule;
  }

  const RuleSet& set;
  Symbols symbols;
  PatternPlaces places;
  Automaton rules;  // answers with rules whose match and after hold
  // Answer for attribute rules, whose index is doubled: even answers hold, odd ones forbid.
  Automaton before;
  Automaton after;

  std::vector<Symbol> row;
  std::vector<uint32_t> candidates;
  std::vector<Capture> captures, longest;
  struct Sides {
    uint32_t round_before = 0, round_after = 0, round_forbidden = 0, round_open_before = 0,
             round_open_after = 0;
    uint32_t before = 0, after = 0;  // items looked at
  };
  std::vector<Sides> sides;  // by attribute rule
  uint32_t round = 0;
  std::vector<RuleCost> costs;                                    // by rule; empty: nobody asks
  std::vector<std::unique_ptr<Automaton>> one_before, one_after;  // by context
};

// Patterns against the items of a sentence. Cheap to make; refers to its arguments.
class Matcher {
 public:
  Matcher(const RuleSet& rules, MatchTables& tables, const std::vector<Item>& items);

  // All rules that match anywhere, in no particular order.
  std::vector<RuleMatch> all_matches() const;
  // The same found by trying every rule at every item: the slow twin for tests.
  std::vector<RuleMatch> all_matches_slowly() const;

  // Replaces `out` by the attribute rules asked whose contexts hold around items, in the order of
  // the files.
  void contexts_around(Span items, ContextQuestion question, std::vector<ContextMatch>& out) const;

  // Whether what stands around items is as the context asks. Adds captures and the number of items
  // looked at: of several ways to satisfy a side the first longest.
  bool context_holds(const RuleContext& context, Span items, std::vector<Capture>& captures,
                     uint32_t& specificity) const;

 private:
  // Whether the rule's context can hold, captures aside.
  bool context_possible(uint32_t rule, Span items) const;
  bool try_measured(uint32_t rule, uint32_t begin, RuleMatch& out) const;
  // `by_tables` false: without the automata, for all_matches_slowly.
  bool try_rule(uint32_t rule, uint32_t begin, RuleMatch& out, bool by_tables = true) const;
  // Runs from item `at` in direction `step`; calls accept(position, captures) at each way to the
  // end and stops when it returns true.
  template <class Accept>
  bool run(uint32_t pc, int at, int step, std::vector<Capture>& captures,
           const Accept& accept) const;

  const RuleSet& rules_;
  MatchTables& tables_;
  const std::vector<Item>& items_;
};

// Of overlapping matches the longest quote wins, then the most specific, then file order.
// Returns the winners in the order of the text; `losers`, when given, gets the others.
std::vector<RuleMatch> choose(const std::vector<Item>& items, std::vector<RuleMatch> matches,
                              std::vector<RuleMatch>* losers = nullptr);

}  // namespace solieu
