#include "grammar/symbols.h"

namespace solieu {
namespace {

constexpr BuiltinSet kGlued = BuiltinSet{1} << 63;  // no builtin has that number
static_assert(builtin::kCount < 63);

}  // namespace

Symbol Symbols::added(Kind kind) {
  kinds_.push_back(kind);
  return static_cast<Symbol>(kinds_.size() - 1);
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
      if (*known == 0) *known = added({seen, 0, true, item.glued});
    } else {
      known = &by_class_[item.item_class * size_t{2} + (item.glued ? 1 : 0)];
      if (*known == 0) *known = added({0, item.item_class, false, item.glued});
    }
    *out++ = *known;
  }
  *out = kEdge;
}

bool Symbols::holds(uint16_t predicate, Symbol symbol) const {
  const Kind& kind = kinds_[symbol];
  return kind.numeral ? rules_.numeral_holds(predicate, kind.builtins)
                      : rules_.class_holds(predicate, kind.item_class);
}

}  // namespace solieu
