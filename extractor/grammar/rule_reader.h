// Rules as their tables in TOML say them, without their patterns.
#pragma once

#include <toml++/toml.h>

#include <string>

#include "grammar/concepts.h"
#include "grammar/rule_set.h"

namespace solieu {

// "file:line" of a node that `file` was parsed into.
std::string place_of(const std::string& file, const toml::node& node);

// Everything but `match` and the contexts. `table` stands in `file`; names of captures join
// `concepts`. Errors name file and line, and the keys that exist when one does not.
Result<Rule> read_rule(const toml::table& table, const std::string& file, ConceptTable& concepts);
Result<AttributeRule> read_attribute_rule(const toml::table& table, const std::string& file,
                                          ConceptTable& concepts);

}  // namespace solieu
