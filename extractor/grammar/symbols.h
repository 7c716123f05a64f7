// Items as the automata see them: small numbers that tell apart what patterns tell apart.
#pragma once

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

  explicit Symbols(const RuleSet& rules) : rules_(rules), by_class_(rules.class_count() * 2) {}

  // Replaces `row` by the symbols of `items`, between two edges.
  void read(const std::vector<Item>& items, std::vector<Symbol>& row);

  bool holds(uint16_t predicate, Symbol symbol) const;
  bool glued(Symbol symbol) const { return kinds_[symbol].glued; }
  size_t size() const { return kinds_.size(); }

 private:
  struct Kind {
    BuiltinSet builtins = 0;
    ItemClass item_class = 0;
    bool numeral = false;
    bool glued = false;
  };
  Symbol added(Kind kind);

  const RuleSet& rules_;
  std::vector<Kind> kinds_{{}};   // by symbol
  std::vector<Symbol> by_class_;  // class * 2 + glued; 0: not seen yet
  std::unordered_map<BuiltinSet, Symbol> numerals_;
};

}  // namespace solieu
