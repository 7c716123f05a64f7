// Runs rules over the items of a sentence.
#pragma once

#include <vector>

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

// The exact matcher: patterns against items. Cheap to make; refers to its arguments.
class Matcher {
 public:
  Matcher(const RuleSet& rules, const std::vector<Item>& items) : rules_(rules), items_(items) {}

  // All rules that match anywhere, in no particular order. `use_automaton` false tries every rule
  // at every item: the slow twin that tests hold the fast one against.
  std::vector<RuleMatch> all_matches(bool use_automaton = true) const;

  // Whether what stands around items [begin, end) is as the context asks. Adds captures and the
  // number of items looked at.
  bool context_holds(const RuleContext& context, Span items, std::vector<Capture>* captures,
                     uint32_t* specificity, Span* reach = nullptr) const;

 private:
  struct Run {
    uint32_t end = 0;
    std::vector<Capture> captures;
  };
  bool try_rule(uint32_t rule, uint32_t begin, RuleMatch& out) const;
  // Runs from item `at` in direction `step`; calls accept(position, captures) at each way to the
  // end and stops when it returns true.
  template <class Accept>
  bool run(uint32_t pc, int at, int step, std::vector<Capture>& captures,
           const Accept& accept) const;

  const RuleSet& rules_;
  const std::vector<Item>& items_;
};

// Of overlapping matches the longest quote wins, then the most specific, then file order.
// Returns the winners in the order of the text; `losers`, when given, gets the others.
std::vector<RuleMatch> choose(const std::vector<Item>& items, std::vector<RuleMatch> matches,
                              std::vector<RuleMatch>* losers = nullptr);

}  // namespace solieu
