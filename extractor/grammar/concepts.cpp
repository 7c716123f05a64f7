#include "grammar/concepts.h"

#include <array>

namespace solieu {
namespace {

constexpr std::array<std::string_view, builtin::kCount> kBuiltinNames = {
    "any",    "word",       "mark",     "Cap",      "CAPS",      "number",    "digits",
    "worded", "scaled",     "millions", "billions", "int",       "decimal",   "vague",
    "range",  "plain",      "grouped",  "day",      "month",     "year",      "hour",
    "minute", "padded",     "age_like", "long",     "dotted",    "malformed", "one",
    "small",  "two_digits", "foreign",  "date",     "month_year"};

}  // namespace

ConceptTable::ConceptTable() {
  for (const auto name : kBuiltinNames) intern(name);
}

ConceptId ConceptTable::intern(std::string_view name) {
  const auto [it, added] =
      ids_.try_emplace(std::string(name), static_cast<ConceptId>(names_.size()));
  if (added) names_.emplace_back(name);
  return it->second;
}

int ConceptTable::find(std::string_view name) const {
  const auto it = ids_.find(name);
  return it == ids_.end() ? -1 : it->second;
}

}  // namespace solieu
