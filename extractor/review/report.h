// One page that shows marked articles and their records without a server.
#pragma once

#include <filesystem>
#include <string>

#include "solieu/status.h"

namespace solieu {

// The page, HTML, of a store, or of JSON Lines that `solieu extract --with-text` wrote.
Result<std::string> report_page(const std::filesystem::path& path);

}  // namespace solieu
