// The files of the page, built from review/ and compiled in.
#pragma once

#include <string_view>

namespace solieu {

// The bytes of a file in static storage: those of the served page ("app.js") compressed by gzip,
// the report ("report.html") as it is. Empty when the program was built without the page.
// Thread-safe.
std::string_view page_file(std::string_view name);

}  // namespace solieu
