#include "link/counted.h"

#include "text/fold.h"

namespace solieu {
namespace {

bool is_noun(const Analysis& a, const Item& item) {
  static const char* const kNoun = "noun";
  const int id = a.rules.concepts().find(kNoun);
  return id >= 0 && a.rules.has_concept(item, static_cast<ConceptId>(id));
}

bool has(const Analysis& a, const Item& item, const char* name) {
  const int id = a.rules.concepts().find(name);
  return id >= 0 && a.rules.has_concept(item, static_cast<ConceptId>(id));
}

bool is_word(const AnalysedSentence& s, const Item& item) {
  return item.numeral < 0 && s.items.tokens[item.tokens.begin].kind == TokenKind::kWord;
}

Counted make(const Analysis& a, const AnalysedSentence& s, size_t first, size_t last, Arena& arena) {
  const auto& items = s.items.items;
  const Span span{items[first].span.begin, items[last].span.end};
  Counted out;
  out.text = span.of(a.text());
  out.lemma = arena.store(fold(items[first].span.of(a.text())));
  return out;
}

}  // namespace

std::optional<Counted> counted_of(const Analysis& a, const AnalysedSentence& s,
                                  const FigureMention& figure, Arena& arena) {
  const auto& items = s.items.items;
  if (figure.kind == Kind::kDuration || figure.kind == Kind::kAge || figure.kind == Kind::kMultiple) {
    return std::nullopt;
  }
  const size_t next = figure.items.end;
  const bool counts = figure.kind == Kind::kCount || figure.kind == Kind::kRatio;
  if (figure.kind == Kind::kMoney) return std::nullopt;
  if (figure.counted_item >= 0) {
    const auto at = static_cast<size_t>(figure.counted_item);
    return make(a, s, at, at, arena);
  }
  if (next < items.size() && is_word(s, items[next])) {
    if (is_noun(a, items[next]) || (counts && !has(a, items[next], "function"))) {
      return make(a, s, next, next, arena);
    }
  }
  return std::nullopt;
}

}  // namespace solieu
