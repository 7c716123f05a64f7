// Options that several subcommands have.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <string>
#include <vector>

#include "solieu/extractor.h"
#include "solieu/pipeline.h"
#include "source/inputs.h"
#include "source/metadata.h"

namespace solieu::cli {

// --rules and --rules-extra.
struct RulesOptions {
  std::string folder;  // empty: found by itself
  std::vector<std::string> extra;
  bool profile = false;

  void add_to(CLI::App& command);
  Result<Extractor> load() const;
};

// What is read, and how: all of it but --output; the paths are an argument or an option of the
// subcommand.
struct InputOptions {
  std::vector<std::string> paths;
  std::string list;  // a file of further paths, or empty
  SourceOptions source;
  std::string metadata;  // a file, or empty
  std::string encoding;  // empty: detected

  void add_to(CLI::App& command);
  Result<MetadataTable> read_metadata() const;
  // Whether nothing is named to be read.
  bool empty() const { return paths.empty() && list.empty(); }
  Inputs open() const;
  // Those that differ from the defaults, for a shell: " --all --meta 'x'". Not the paths, and no
  // limit that is lower than usual.
  std::string for_shell() const;
  // What shapes the articles read, for BatchOptions::settings; the metadata are told for each.
  std::string settings() const;

 private:
  void add_format_to(CLI::App& command);
  void add_limits_to(CLI::App& command);
};

// An article with what the caller's table says about it.
Input to_input(const MetadataTable& metadata, const InputOptions& options, SourceArticle article);

}  // namespace solieu::cli
