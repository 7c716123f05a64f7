// One deterministic table over item classes for all rules at once: which rules can match at an
// item.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "grammar/program.h"

namespace solieu {

// Built once, const and thread-safe afterwards. A filter: every rule that matches is among its
// answers. It looks at the first items only, because whole patterns with their bounded repeats
// would make a table of tens of thousands of states; glue, sentence ends, numerals' properties and
// what stands further on are left to the exact matcher.
class Automaton {
 public:
  // `entries`: where each rule's pattern begins in `program`, by rule; a rule's instructions end in
  // a kAccept whose tag is the rule. `item_matches(predicate, item_class)` must hold for every item
  // that the predicate can match.
  void build(const Program& program, const std::vector<uint32_t>& entries, size_t class_count,
             const std::function<bool(uint16_t, ItemClass)>& item_matches);

  // Walks from `begin` and calls found(rule) for each rule that can match there; a rule may come
  // more than once.
  template <class Items, class Found>
  void candidates(const Items& items, size_t begin, Found found) const {
    uint32_t state = kStart;
    for (size_t i = begin; i < items.size() && state < inner_states_; ++i) {
      state = next_[state * class_count_ + items[i].item_class];
      for (uint32_t a = answers_begin_[state]; a < answers_begin_[state + 1]; ++a)
        found(answers_[a]);
    }
  }
  // False when no rule can begin with an item of that class.
  bool can_begin(ItemClass item_class) const {
    return next_[kStart * class_count_ + item_class] != 0;
  }
  size_t state_count() const { return answers_begin_.size() - 1; }

 private:
  static constexpr uint32_t kStart = 1;  // state 0 is dead

  size_t class_count_ = 0;
  uint32_t inner_states_ = 0;            // states from here on are leaves
  std::vector<uint32_t> next_;           // state * classes + class
  std::vector<uint32_t> answers_begin_;  // by state, into answers_
  std::vector<uint32_t> answers_;        // rules
};

}  // namespace solieu
