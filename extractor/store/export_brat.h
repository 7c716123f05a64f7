// The stand-off notation of brat: a text and its annotations side by side.
#pragma once

#include <filesystem>

#include "store/stored_article.h"

namespace solieu {

// Fills a folder, which must be empty or not there. Files are numbered, because ids are no names of
// files; the id stands in a note on the first figure.
Result<size_t> export_brat(StoredArticles& articles, const std::filesystem::path& folder);

}  // namespace solieu
