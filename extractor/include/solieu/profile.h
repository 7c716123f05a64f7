// Where the time of extraction went.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace solieu {

struct ExtractionProfile {
  struct Stage {
    std::string_view name;  // static storage
    double seconds = 0;     // of all threads together
  };
  struct RuleCost {
    std::string_view rule;  // its id; lives as long as the extractor's rules
    uint64_t tried = 0;     // where its pattern matched
    uint64_t matched = 0;   // of them, where its context held
    double seconds = 0;     // reading what it captured; the tables are shared by all rules
  };
  std::vector<Stage> stages;    // in the order of an article's way
  std::vector<RuleCost> rules;  // that were tried, the costliest first
};

}  // namespace solieu
