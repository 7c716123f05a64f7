// Who wrote an article.
#pragma once

#include "page/content.h"

namespace solieu {

// Adds the names in lines around the body to the candidates (marked ones first, then those behind a
// label, names alone between title and body, signatures below it, and what the page's metadata
// say), and drops candidates that are the site, an account, or no name.
void add_authors(const PageLines& page, const Content& content, const LayoutCues& cues,
                 PageMetadata& metadata);

}  // namespace solieu
