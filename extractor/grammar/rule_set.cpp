#include "grammar/rule_set.h"

#include <algorithm>
#include <array>
#include <map>

namespace solieu {
namespace {

constexpr std::array<std::string_view, 24> kShapeNames = {
    "none",        "day",          "days",         "month",    "months",      "years",
    "quarters",    "half",         "first",        "last",     "year_to",     "to_year_end",
    "relative",    "same_day",     "spoken_year",  "now",      "same_period", "event",
    "school_year", "day_to_month", "month_to_day", "nowadays", "since",       "never"};
constexpr std::array<std::string_view, 8> kRoleNames = {
    "plain", "report", "plan", "deadline", "baseline", "document", "background", "aside"};

// The enumerator at the place of `name` in the list of names.
template <class Enum, size_t n>
std::optional<Enum> named(const std::array<std::string_view, n>& names, std::string_view name) {
  const auto at = std::ranges::find(names, name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Enum>(at - names.begin());
}

constexpr size_t kCases = 3;  // lower, capital first, capitals only

}  // namespace

std::optional<TimeShape> time_shape_named(std::string_view name) {
  return named<TimeShape>(kShapeNames, name);
}
std::optional<DateRole> date_role_named(std::string_view name) {
  return named<DateRole>(kRoleNames, name);
}

ItemClass RuleSet::item_class(int32_t entry, bool capital, bool all_capitals) const {
  const auto row = static_cast<size_t>(entry - kForeignWord);
  return class_of_entry_[row * kCases + (all_capitals ? 2 : capital ? 1 : 0)];
}

// Items of one class satisfy the same predicates.
void RuleSet::classify() {
  numeral_terms_.clear();
  for (const auto& predicate : predicates_) {
    auto& terms = numeral_terms_.emplace_back();
    for (const auto& term : predicate.terms) {
      const auto is_builtin = [](ConceptId id) { return id < builtin::kCount; };
      if (!std::ranges::all_of(term.all, is_builtin)) continue;
      BuiltinSet all = 0;
      BuiltinSet none = 0;
      for (const ConceptId id : term.all) all |= BuiltinSet{1} << id;
      for (const ConceptId id : term.none) {
        if (is_builtin(id)) none |= BuiltinSet{1} << id;
      }
      terms.emplace_back(all, none);
      builtins_asked_ |= all | none;
    }
  }

  std::map<std::vector<bool>, ItemClass> classes;  // by the predicates that hold
  std::map<ConceptSet, ItemClass> known;           // most entries share their concepts with others
  class_of_entry_.clear();
  const auto class_of = [&](const ConceptSet& concepts) {
    const auto [found, is_new] = known.try_emplace(concepts, ItemClass{0});
    if (!is_new) return found->second;
    std::vector<bool> holds;
    holds.reserve(predicates_.size());
    for (const auto& predicate : predicates_) holds.push_back(predicate.holds(concepts));
    const auto [it, added] = classes.try_emplace(holds, static_cast<ItemClass>(classes.size()));
    if (added) class_holds_.insert(class_holds_.end(), holds.begin(), holds.end());
    return found->second = it->second;
  };
  const auto classify_cases = [&](ConceptSet concepts, bool mark) {
    concepts.insert(concepts.begin(), {builtin::kAny, mark ? builtin::kMark : builtin::kWord});
    std::ranges::sort(concepts);
    for (size_t c = 0; c < kCases; ++c) {
      ConceptSet cased = concepts;
      if (c >= 1) cased.push_back(builtin::kCap);
      if (c == 2) cased.push_back(builtin::kCaps);
      std::ranges::sort(cased);
      class_of_entry_.push_back(class_of(cased));
    }
  };
  static_assert(kForeignWord == -3 && kUnknownMark == -2 && kUnknownWord == -1);
  classify_cases({builtin::kForeign}, false);
  classify_cases({}, true);
  classify_cases({}, false);
  for (size_t i = 0; i < lexicon_.size(); ++i) {
    const auto& entry = lexicon_.entry(static_cast<int32_t>(i));
    std::vector<Token> tokens;
    tokenise(entry.surface, {0, static_cast<uint32_t>(entry.surface.size())}, tokens);
    const bool mark = tokens.size() == 1 && tokens.front().kind == TokenKind::kMark;
    classify_cases(entry.concepts, mark);
  }

  concept_words_ = concepts_.size() / 64 + 1;
  concept_bits_.assign(lexicon_.size() * concept_words_, 0);
  for (size_t i = 0; i < lexicon_.size(); ++i) {
    for (const ConceptId id : lexicon_.entry(static_cast<int32_t>(i)).concepts) {
      concept_bits_[i * concept_words_ + id / 64] |= uint64_t{1} << id % 64;
    }
  }
}

}  // namespace solieu
