#include "grammar/symbols.h"

namespace solieu {
namespace {

constexpr BuiltinSet kGlued = BuiltinSet{1} << 63;  // no builtin has that number
static_assert(builtin::kCount < 63);

}  // namespace

Symbols::Symbols(const RuleSet& rules)
    : rules_(rules),
      words_(rules.predicate_words()),
      glued_(1),
      predicates_(words_),
      by_class_(rules.class_count() * 2) {}

Symbol Symbols::added(const Item& item) {
  glued_.push_back(item.glued ? 1 : 0);
  if (item.numeral < 0) {
    const auto holding = rules_.class_predicates(item.item_class);
    predicates_.insert(predicates_.end(), holding.begin(), holding.end());
  } else {
    predicates_.resize(predicates_.size() + words_);
    uint64_t* const holding = &predicates_[predicates_.size() - words_];
    for (size_t p = 0; p < rules_.predicate_count(); ++p) {
      const bool holds = rules_.numeral_holds(static_cast<uint16_t>(p), item.builtins);
      holding[p / 64] |= uint64_t{holds ? 1u : 0u} << p % 64;
    }
  }
  return static_cast<Symbol>(glued_.size() - 1);
}

void Symbols::read(const std::vector<Item>& items, std::vector<Symbol>& row) {
  row.resize(items.size() + 2);
  Symbol* out = row.data();
  *out++ = kEdge;
  for (const Item& item : items) {
    Symbol* known = nullptr;
    if (item.numeral >= 0) {
      const BuiltinSet seen = item.builtins & rules_.builtins_asked_of_numerals();
      known = &numerals_[seen | (item.glued ? kGlued : 0)];
    } else {
      known = &by_class_[item.item_class * size_t{2} + (item.glued ? 1 : 0)];
    }
    if (*known == 0) *known = added(item);
    *out++ = *known;
  }
  *out = kEdge;
}

}  // namespace solieu
