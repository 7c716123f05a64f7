// How far a run is, in a small file that is replaced as a whole.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "solieu/pipeline.h"
#include "solieu/status.h"

namespace solieu {

struct Checkpoint {
  std::string settings;  // what shapes the output
  std::string metadata;  // hash of the table of metadata, or empty
  std::string inputs;    // hash over the places of the inputs that are done, in order
  // Positions that the sink and the part files were at.
  std::string output;
  std::string dead_letters;
  std::string manifest;
  bool complete = false;  // all was written; what is left is to finish the outputs
  Totals totals;          // totals.inputs of the inputs are done

  // Nothing when there is no such file. Errors: it cannot be read or is no checkpoint.
  static Result<std::optional<Checkpoint>> load(const std::filesystem::path& path);
  Status save(const std::filesystem::path& path) const;
};

}  // namespace solieu
