// Options that several subcommands have.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "solieu/extractor.h"
#include "source/files.h"
#include "source/metadata.h"

namespace solieu::cli {

// --rules and --rules-extra.
struct RulesOptions {
  std::string folder;  // empty: found by itself
  std::vector<std::string> extra;

  void add_to(CLI::App& command);
  Result<Extractor> load() const;
};

// --all, --encoding and --meta; the paths are an argument or an option of the subcommand.
struct InputOptions {
  std::vector<std::string> paths;
  SourceOptions source;
  std::string metadata;  // a file, or empty
  std::string encoding;  // empty: detected

  void add_to(CLI::App& command);
  Result<MetadataTable> read_metadata() const;
};

// Extracts an article with what the source and the caller's table say about it.
ArticleRecord extract(const Extractor& extractor, const MetadataTable& metadata,
                      const InputOptions& options, SourceArticle article);

}  // namespace solieu::cli
