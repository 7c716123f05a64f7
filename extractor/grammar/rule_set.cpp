#include "grammar/rule_set.h"

#include <algorithm>
#include <array>
#include <future>
#include <map>
#include <string_view>
#include <unordered_map>

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

using Bits = std::vector<uint64_t>;
struct BitsHash {
  size_t operator()(const Bits& bits) const {
    return std::hash<std::string_view>()(
        {reinterpret_cast<const char*>(bits.data()), bits.size() * sizeof bits[0]});
  }
};

// Numbers values in the order in which they are first met; row 0 is what says nothing.
template <class Value>
class Rows {
 public:
  uint16_t row_of(const Value& value) {
    if (value == distinct_[last_]) return last_;  // as the rows of a lexicon mostly are
    const auto [found, is_new] = rows_.try_emplace(value, static_cast<uint16_t>(rows_.size()));
    if (is_new) distinct_.push_back(value);
    return last_ = found->second;
  }
  std::vector<Value> distinct() && { return std::move(distinct_); }

 private:
  std::map<Value, uint16_t> rows_ = {{Value{}, 0}};
  std::vector<Value> distinct_ = {Value{}};
  uint16_t last_ = 0;
};

bool asks_for_case(const Predicate::Term& term) {
  const auto is_case = [](ConceptId id) { return id == builtin::kCap || id == builtin::kCaps; };
  return std::ranges::any_of(term.all, is_case) || std::ranges::any_of(term.none, is_case);
}

// Tells which predicates hold for a set of concepts by looking only at terms that ask for one of
// them.
class PredicateIndex {
 public:
  // Of the predicates in `among`, a bit for each.
  PredicateIndex(const std::vector<Predicate>& predicates, const Bits& among, size_t concepts)
      : asking_(concepts + 1), anything_(concepts) {
    for (const Predicate& predicate : predicates) {
      const auto index = static_cast<uint32_t>(&predicate - predicates.data());
      if (!has_bit(among, index)) continue;
      for (const Predicate::Term& term : predicate.terms) {
        // The built-in concepts have the lowest ids and stand on most items.
        asking_[term.all.empty() ? anything_ : term.all.back()].push_back({&term, index});
      }
    }
  }

  // Sets the bits of the predicates in `holds`; `carried` has the bits of `concepts`.
  void find(const ConceptSet& concepts, const Bits& carried, Bits& holds) const {
    find_among(asking_[anything_], carried, holds);
    for (const ConceptId id : concepts) find_among(asking_[id], carried, holds);
  }

 private:
  struct Asking {
    const Predicate::Term* term;
    uint32_t predicate;
  };
  static void find_among(const std::vector<Asking>& asking, const Bits& carried, Bits& holds) {
    const auto carries = [&](ConceptId id) { return has_bit(carried, id); };
    for (const auto& [term, predicate] : asking) {
      if (std::ranges::all_of(term->all, carries) && std::ranges::none_of(term->none, carries)) {
        set_bit(holds, predicate);
      }
    }
  }

  std::vector<std::vector<Asking>> asking_;  // by the concept that they ask for
  size_t anything_;                          // terms that ask for none
};

}  // namespace

std::optional<TimeShape> time_shape_named(std::string_view name) {
  return named<TimeShape>(kShapeNames, name);
}
std::optional<DateRole> date_role_named(std::string_view name) {
  return named<DateRole>(kRoleNames, name);
}

// Items of one class satisfy the same predicates.
std::vector<EntryTraits> RuleSet::classify() {
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

  predicate_words_ = words_for(predicates_.size());
  Bits caseless(predicate_words_);  // say nothing about capitals
  Bits cased(predicate_words_);
  for (size_t i = 0; i < predicates_.size(); ++i) {
    const bool asks = std::ranges::any_of(predicates_[i].terms, asks_for_case);
    set_bit(asks ? cased : caseless, i);
  }
  const PredicateIndex index_of_caseless(predicates_, caseless, concepts_.size());
  const PredicateIndex index_of_cased(predicates_, cased, concepts_.size());
  std::unordered_map<Bits, ItemClass, BitsHash> classes;  // by the predicates that hold
  class_holds_.clear();
  Bits carried(words_for(concepts_.size()));
  Bits caseless_hold(predicate_words_);
  const auto class_of = [&](const ConceptSet& concepts) {
    set_bit(carried, concepts.back());
    Bits holds = caseless_hold;
    index_of_cased.find(concepts, carried, holds);
    const auto [it, added] = classes.try_emplace(holds, static_cast<ItemClass>(classes.size()));
    if (added) class_holds_.insert(class_holds_.end(), holds.begin(), holds.end());
    return it->second;
  };
  using Cases = std::array<ItemClass, 3>;
  const auto classes_of = [&](ConceptSet concepts, bool mark) {
    Cases out;
    concepts.insert(concepts.end(), {builtin::kAny, mark ? builtin::kMark : builtin::kWord});
    std::ranges::fill(carried, 0);
    for (const ConceptId id : concepts) set_bit(carried, id);
    std::ranges::fill(caseless_hold, 0);
    index_of_caseless.find(concepts, carried, caseless_hold);
    out[0] = class_of(concepts);
    concepts.push_back(builtin::kCap);
    out[1] = class_of(concepts);
    concepts.push_back(builtin::kCaps);
    out[2] = class_of(concepts);
    return out;
  };
  constexpr int32_t kFirst = kForeignWord;
  std::vector<EntryTraits> out(lexicon_.size() - kFirst);
  out[kForeignWord - kFirst].classes = classes_of({builtin::kForeign}, false);
  out[kUnknownMark - kFirst].classes = classes_of({}, true);
  out[kUnknownWord - kFirst].classes = classes_of({}, false);
  // Most entries share all their concepts.
  Rows<ConceptSet> sets;
  std::map<std::pair<uint16_t, bool>, Cases> known;
  for (size_t i = 0; i < lexicon_.size(); ++i) {
    const auto& entry = lexicon_.entry(static_cast<int32_t>(i));
    EntryTraits& traits = out[i - kFirst];
    traits.concepts = sets.row_of(entry.concepts);
    const auto [found, is_new] = known.try_emplace({traits.concepts, entry.mark});
    if (is_new) found->second = classes_of(entry.concepts, entry.mark);
    traits.classes = found->second;
  }

  const auto distinct_sets = std::move(sets).distinct();
  concept_words_ = words_for(concepts_.size());
  concept_bits_.assign(distinct_sets.size() * concept_words_, 0);
  rows_with_.assign(concepts_.size(), {});
  for (size_t i = 0; i < distinct_sets.size(); ++i) {
    for (const ConceptId id : distinct_sets[i]) {
      set_bit(std::span(concept_bits_).subspan(i * concept_words_), id);
      rows_with_[id].push_back(static_cast<uint16_t>(i));
    }
  }
  return out;
}

void RuleSet::find_traits() {
  auto words = std::async(std::launch::async, [this] {
    return std::pair(number_words(lexicon_, concepts_), unit_words(lexicon_, concepts_));
  });
  std::vector<EntryTraits> by_entry = classify();
  const auto [numbers, units] = words.get();
  Rows<NumberWord> number_rows;
  Rows<UnitWord> unit_rows;
  for (size_t i = 0; i < lexicon_.size(); ++i) {
    EntryTraits& traits = by_entry[i - kForeignWord];
    traits.number_word = number_rows.row_of(numbers[i]);
    traits.unit_word = unit_rows.row_of(units[i]);
    traits.yields = lexicon_.entry(static_cast<int32_t>(i)).yields;
  }
  Rows<EntryTraits> trait_rows;
  trait_rows_.clear();
  for (const EntryTraits& traits : by_entry) trait_rows_.push_back(trait_rows.row_of(traits));
  traits_ = std::move(trait_rows).distinct();
  number_words_ = std::move(number_rows).distinct();
  unit_words_ = std::move(unit_rows).distinct();
}

}  // namespace solieu
