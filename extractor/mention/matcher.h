// Runs rules over the items of a sentence.
#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "grammar/automaton.h"
#include "grammar/rule_set.h"
#include "mention/items.h"

namespace solieu {

// A rule that matched.
struct RuleMatch {
  uint32_t rule = 0;         // index in RuleSet::rules
  Span items;                // [begin, end) of the sentence's items: the quote
  uint32_t specificity = 0;  // items matched, contexts included
};

// The item captured by that concept for the nth time (from 1; 0 is the last time), or -1.
int captured(const std::vector<Capture>& captures, int16_t concept_id, int occurrence = 1);

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
  uint64_t tried = 0;    // where its pattern matched
  uint64_t matched = 0;  // where its context held, too
  std::chrono::steady_clock::duration time{};
};

using RuleBits = std::vector<uint64_t>;  // one for each rule of a list

// The contexts of many rules. An answer below 64 * size of the bits is a rule whose context holds,
// one above a rule whose context forbids.
struct ContextTables {
  Automaton before, after;
  RuleBits needs_before, needs_after;
};

// The tables that tell which rules can match, and working storage. They grow while texts are read:
// one per thread. Refers to the rules.
struct MatchTables {
  explicit MatchTables(const RuleSet& rules);

  // What an attribute rule asks for before a figure, however far away.
  Automaton& before_of(uint32_t attribute_rule);
  const RuleBits& asked(const ContextQuestion& question);

  const RuleSet& set;
  Symbols symbols;
  PatternPlaces places;
  Automaton rules;  // what they match, contexts aside
  ContextTables contexts, of_dates, of_figures;

  std::vector<Symbol> row;
  std::vector<Automaton::Told> told, told_before, told_after, told_far;
  RuleBits open;
  std::vector<Capture> captures, longest;
  std::vector<RuleCost> costs;  // by rule; empty: nobody asks

 private:
  std::vector<std::unique_ptr<Automaton>> before_;  // by attribute rule
  std::vector<RuleBits> asked_;                     // by question; empty: not asked yet
};

// Patterns against the items of a sentence. Cheap to make; refers to its arguments.
class Matcher {
 public:
  Matcher(const RuleSet& rules, MatchTables& tables, const std::vector<Item>& items);

  // Replaces `out` by all rules that match anywhere, of several matches of a rule that begin at one
  // item the longest.
  void all_matches(std::vector<RuleMatch>& out) const;
  // The same found by trying every rule at every item: the slow twin for tests.
  std::vector<RuleMatch> all_matches_slowly() const;

  // Replaces `out` by what a match captured, contexts included: of several ways the first.
  void read_captures(const RuleMatch& match, std::vector<Capture>& out) const;

  // Replaces `out` by the attribute rules asked whose contexts hold around items, in the order of
  // the files.
  void contexts_around(Span items, ContextQuestion question, std::vector<ContextMatch>& out) const;

  // Whether what stands around items is as the context asks. Adds captures and the number of items
  // looked at: of several ways to satisfy a side the first longest.
  bool context_holds(const RuleContext& context, Span items, std::vector<Capture>& captures,
                     uint32_t& specificity) const;
  // The same where nothing is known to forbid.
  bool context_captures(const RuleContext& context, Span items, std::vector<Capture>& captures,
                        uint32_t& specificity) const;

 private:
  void matches_from(uint32_t begin, std::vector<RuleMatch>& out) const;
  void count_tried() const;
  bool try_rule(uint32_t rule, uint32_t begin, RuleMatch& out) const;
  // Runs from item `at` in direction `step`; calls accept(position, captures) at each way to the
  // end and stops when it returns true.
  template <class Accept>
  bool run(uint32_t pc, int at, int step, std::vector<Capture>& captures,
           const Accept& accept) const;

  const RuleSet& rules_;
  MatchTables& tables_;
  const std::vector<Item>& items_;
};

// Of overlapping matches the longest quote wins, then the most specific, then file order. Leaves
// the winners in the order of the text in `matches` and replaces `losers` by the others.
void choose(const std::vector<Item>& items, std::vector<RuleMatch>& matches,
            std::vector<RuleMatch>& losers);

}  // namespace solieu
