// HTTP's content encodings.
#pragma once

#include <string>
#include <string_view>

#include "source/budget.h"

namespace solieu {

// Undoes one encoding ("gzip", "deflate", "br", "zstd"; lower case) of a body, in place. A body
// that is not so encoded stays as it is: crawlers undo encodings and leave the header. Returns
// whether the body is complete; an error when nothing of it can be unpacked, or at a limit.
// `budget` is not owned.
Result<bool> undo_coding(std::string_view coding, std::string& body, const std::string& place,
                         Budget* budget);

}  // namespace solieu
