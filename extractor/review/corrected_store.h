// A store as reviewers left it.
#pragma once

#include <filesystem>

#include "solieu/status.h"
#include "store/database.h"

namespace solieu {

// Writes a copy of a store to a file that must not exist: figures corrected, without rejected and
// with added ones. The log of decisions is in it, too.
Status write_corrected_store(const Database& database, const std::filesystem::path& to);

}  // namespace solieu
