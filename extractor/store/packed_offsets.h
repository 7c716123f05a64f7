// The map from clean text to source as articles.offsets has it: run by run, in the order of the
// text, the bytes of clean text, doubled, plus one when they are the source's own bytes; else the
// bytes of source follow. Numbers are of seven bits a byte, the lowest first, all but the last byte
// with the eighth bit set. Stored, hence never changed without a migration.
#pragma once

#include <string>
#include <string_view>

#include "solieu/offset_map.h"
#include "solieu/status.h"

namespace solieu {

// Empty for the identity.
std::string pack(const OffsetMap& offsets);

// What `pack` made; an error of code kInput when the bytes are not such.
Result<OffsetMap> unpack_offsets(std::string_view bytes);

}  // namespace solieu
