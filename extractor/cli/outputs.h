// Where `solieu extract` writes: -o and --to.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "solieu/json.h"
#include "solieu/sink.h"
#include "solieu/status.h"

namespace solieu::cli {

struct OutputOptions {
  std::string file;             // of -o
  std::vector<std::string> to;  // FORMAT:WHERE
  JsonOptions json;

  void add_to(CLI::App& command);
  // All of them, as open_outputs takes them: -o first, or standard output when nothing is named.
  std::vector<std::string> targets() const;
  bool to_standard_output() const;
  // One sink for all. `position`: see open_outputs.
  Result<std::unique_ptr<Sink>> open(std::string_view position = {}) const;
};

}  // namespace solieu::cli
