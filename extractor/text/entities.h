// Entities of HTML that were left in plain text.
#pragma once

#include <optional>
#include <string_view>

#include "text/rewriter.h"

namespace solieu {

// What stands between "&" and ";" of an entity that decode_entities knows: "eacute", "#273",
// "#x111".
std::optional<char32_t> entity_character(std::string_view name);

// Decodes numeric entities and the named ones of tables/entities.h. They must end in ";".
// `part` holds whole ones.
void decode_entities(std::string_view text, Span part, Rewriter& out);

}  // namespace solieu
