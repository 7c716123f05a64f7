// Where `solieu extract` writes: -o and --to.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "solieu/json.h"
#include "solieu/sink.h"
#include "solieu/status.h"

namespace solieu::cli {

struct OutputOptions {
  std::string json_lines;       // of -o
  std::vector<std::string> to;  // FORMAT:WHERE
  JsonOptions json;
  bool validate = false;

  void add_to(CLI::App& command);
  // All of them, as open_outputs takes them: -o first, or standard output when nothing is named.
  std::vector<std::string> targets() const;
  bool to_standard_output() const;
  // The first one that is a file or will be, or empty.
  std::string file() const;
  // No output is a pipe or a device.
  bool resumable() const;
  // The first file that is there and that a run would write anew; empty when there is none.
  std::string replaced() const;
  // What two runs must share for one to go on with the outputs of the other.
  std::string settings() const;
  // One sink for all.
  Result<std::unique_ptr<Sink>> open(const ReopenOptions& reopen) const;
};

}  // namespace solieu::cli
