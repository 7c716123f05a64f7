// A store in the notations of annotation tools and of the web.
#pragma once

#include <cstdint>
#include <filesystem>

#include "solieu/status.h"
#include "store/database.h"

namespace solieu {

// All offsets are code points of the article's text, which each notation counts in.
enum class ExportFormat : uint8_t {
  kWebAnnotation,  // JSON Lines, a W3C AnnotationPage for each article
  kLabelStudio,    // a JSON array of tasks with predictions
  kDoccano,        // JSON Lines for sequence labelling
  kBrat,           // a folder with a .txt and an .ann for each article, and annotation.conf
  kSchemaOrg,      // JSON Lines, a NewsArticle in JSON-LD for each article
};

// Writes the articles that have figures, in the order of the store, to a file that appears when it
// is complete ("-" is standard output); kBrat makes a folder, which must be empty or not there.
// Returns how many articles.
Result<size_t> export_store(const Database& store, ExportFormat format,
                            const std::filesystem::path& to);

}  // namespace solieu
