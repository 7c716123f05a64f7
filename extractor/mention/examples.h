// Runs the examples that stand beside rules.
#pragma once

#include <string>
#include <vector>

#include "grammar/rule_set.h"

namespace solieu {

// An example that its rule does not live up to.
struct ExampleFailure {
  std::string rule;
  std::string place;    // "file:line" of the example
  std::string message;  // what was wanted and what happened
};

struct ExampleReport {
  size_t examples = 0;
  std::vector<ExampleFailure> failures;
};

// For each `accept` the rule must win at the stated quote with the stated values; in a `reject` it
// must win nothing. Other mentions in the sentence do not count.
ExampleReport run_examples(const RuleSet& rules);

}  // namespace solieu
