// One deterministic table over item classes for all rules at once: which rules can match at an item.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "grammar/program.h"

namespace solieu {

// Built once, const and thread-safe afterwards. A filter: every rule that matches is among its
// answers; glue, sentence ends and numerals' properties are left to the exact matcher.
class Automaton {
 public:
  // `entries`: where each rule's pattern begins in `program`; rules are told by the tags of their
  // kAccept. `item_matches(predicate, item_class)` must hold for every item that the predicate can
  // match. Subset construction.
  void build(const Program& program, const std::vector<uint32_t>& entries, size_t class_count,
             const std::function<bool(uint16_t, ItemClass)>& item_matches);

  // Walks from `begin` and calls found(rule) for each rule that can match there; a rule may come
  // more than once.
  template <class Items, class Found>
  void candidates(const Items& items, size_t begin, Found found) const {
    uint32_t state = 1;
    for (size_t i = begin; i < items.size() && state != 0; ++i) {
      state = next_[state * class_count_ + items[i].item_class];
      for (uint32_t a = accept_begin_[state]; a < accept_begin_[state + 1]; ++a) found(accepts_[a]);
    }
  }
  // False when no rule can begin with an item of that class.
  bool can_begin(ItemClass item_class) const { return next_[class_count_ + item_class] != 0; }
  size_t state_count() const { return accept_begin_.size() - 1; }

 private:
  size_t class_count_ = 0;
  std::vector<uint32_t> next_;          // state * classes + class; state 0 is dead, 1 the start
  std::vector<uint32_t> accept_begin_;  // by state, into accepts_
  std::vector<uint32_t> accepts_;
};

}  // namespace solieu
