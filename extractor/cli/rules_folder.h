// Where the rules are.
#pragma once

#include <filesystem>
#include <string>

#include "solieu/status.h"

namespace solieu::cli {

// `given` when that is not empty; else `rules` next to this program or above it, else the place
// where they are installed. An error (code kRules) says where they were looked for.
Result<std::filesystem::path> find_rules(const std::string& given);

}  // namespace solieu::cli
