// What `solieu explain` says of a text.
#pragma once

#include <string>
#include <string_view>

#include "grammar/rule_set.h"

namespace solieu::cli {

// Sentence by sentence: the items with their concepts, the rules that fired, which won and why.
std::string explanation(const RuleSet& rules, std::string_view source);

}  // namespace solieu::cli
