// Entities of HTML that were left in plain text.
#pragma once

#include <string_view>

#include "text/rewriter.h"

namespace solieu {

// Decodes numeric entities and the named ones of tables/entities.h. They must end in ";".
void decode_entities(std::string_view text, Rewriter& out);

}  // namespace solieu
