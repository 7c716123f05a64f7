// Who wrote an article.
#pragma once

#include "page/content.h"

namespace solieu {

// Adds the names in the article's byline lines to the candidates (a marked one first, then a
// signature below the body, then what the page's metadata say), and drops candidates that are the
// site, an account, or no name.
void add_authors(const PageLines& page, const Content& content, PageMetadata& metadata);

}  // namespace solieu
