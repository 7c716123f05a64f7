// The ids of figures.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "solieu/record.h"

namespace solieu {

// Of the hash of the source's bytes, the kind and the first byte: the same figure keeps its id
// whatever the version of the rules. Thread-safe.
uint64_t figure_id(std::string_view source_sha256, Kind kind, uint32_t start);

// 16 lower-case hexadecimal digits, as records have ids.
std::string to_hex(uint64_t id);

}  // namespace solieu
