#include "grammar/confidence_table.h"

#include <charconv>

namespace solieu {

Status ConfidenceTable::add(TsvReader& table) {
  while (table.next()) {
    const std::string_view feature = table.cell("feature");
    const std::string_view text = table.cell("weight");
    double weight = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
    if (feature.empty() || error != std::errc() || end != text.data() + text.size()) {
      return Error{Error::Code::kRules, table.place(), "the row lacks a feature or a weight",
                   "write the feature's name and a number with a decimal point"};
    }
    weights_.insert_or_assign(std::string(feature), weight);
  }
  return table.status();
}

double ConfidenceTable::weight(std::string_view feature) const {
  const auto found = weights_.find(feature);
  return found == weights_.end() ? 0 : found->second;
}

}  // namespace solieu
