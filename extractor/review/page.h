// The files of the page, built from review/ and compiled in.
#pragma once

#include <string_view>

namespace solieu {

// The bytes of a file ("app.js"), compressed by gzip, in static storage; empty when the program was
// built without the page. Thread-safe.
std::string_view page_file(std::string_view name);

}  // namespace solieu
