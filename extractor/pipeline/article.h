// An article as it was taken out of its document, before figures are looked for: one model for
// plain text and pages.
#pragma once

#include <string>
#include <vector>

#include "page/page.h"

namespace solieu {

class RuleSet;

// Reads a document by its media type. Plain text gives the same Page: what its layout calls chrome
// is left out, and its only candidates are what stands in the text. `document` must outlive the
// result. Thread-safe.
Page read_article(const Document& document, const RuleSet& rules, bool tell_left_out = false);

}  // namespace solieu
