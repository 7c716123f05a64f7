// Items as the automata see them: small numbers that tell apart what patterns tell apart.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "grammar/item.h"
#include "grammar/rule_set.h"

namespace solieu {

using Symbol = uint16_t;

// Numbers the kinds of items as they come up: an item's class or, of a numeral, its properties, and
// whether white space stands before it. Grows while texts are read: one per thread.
class Symbols {
 public:
  static constexpr Symbol kEdge = 0;  // stands before the first and behind the last item

  explicit Symbols(const RuleSet& rules);

  // Replaces `row` by the symbols of `items`, between two edges.
  void read(const std::vector<Item>& items, std::vector<Symbol>& row);

  // The predicates that hold, as 64-bit words; of the edge none. Good until the next `read`.
  std::span<const uint64_t> predicates(Symbol symbol) const {
    return {&predicates_[symbol * words_], words_};
  }
  bool glued(Symbol symbol) const { return glued_[symbol] != 0; }
  size_t size() const { return glued_.size(); }

 private:
  Symbol added(const Item& item);

  const RuleSet& rules_;
  const size_t words_;
  std::vector<uint8_t> glued_;        // by symbol
  std::vector<uint64_t> predicates_;  // by symbol
  std::vector<Symbol> by_class_;      // class * 2 + glued; 0: not seen yet
  std::unordered_map<BuiltinSet, Symbol> numerals_;
};

}  // namespace solieu
