// How far a record can be trusted: the weights of rules/confidence.tsv, found offline on gold by
// tests/tools/calibrate.py.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/tsv.h"

namespace solieu {

// Adds up in log odds. Filled while rules are loaded, const and thread-safe afterwards.
class ConfidenceTable {
 public:
  // Adds the rows of a table with the columns feature and weight; a known feature is replaced.
  Status add(TsvReader& table);

  // The log odds of a feature: "base", "rule count.noun", "doubt range"; 0 when it is not listed.
  double weight(std::string_view feature) const;
  bool empty() const { return weights_.empty(); }

 private:
  std::map<std::string, double, std::less<>> weights_;
};

}  // namespace solieu
