// JSON Lines: an article in each.
#pragma once

#include <memory>

#include "source/container.h"

namespace solieu {

// The articles in lines of JSON objects; which fields hold them is in the options. HTML beats text
// where both are there, since it is what was captured. A line that is no article is an error that
// names it. `about` is the content that `lines` was read from; `run` is not owned.
std::unique_ptr<Container> open_jsonl(Reader lines, const UnreadContent& about, Run* run);

}  // namespace solieu
