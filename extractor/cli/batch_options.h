// Options of `solieu extract` that say how a batch is run.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "pipeline/places.h"
#include "solieu/pipeline.h"

namespace solieu::cli {

struct BatchFlags {
  unsigned jobs = 0;
  double deadline = 0;          // seconds
  double checkpoint_every = 5;  // seconds
  bool resume = false;
  std::string checkpoint;  // empty: beside the output
  std::string dead_letters;
  std::string retry;              // dead letters; empty: not given
  std::vector<std::string> only;  // places
  std::string summary;
  bool incremental = false;
  std::string manifest;  // empty: beside the output
  bool prune = false;

  void add_to(CLI::App& command);
  std::chrono::milliseconds deadline_of_article() const;
  // Whether only the inputs at `places` are meant, be there any or none.
  bool only_places() const { return !retry.empty() || !only.empty(); }
  // The places of --only and --retry.
  Result<Places> places() const;
  // What the flags say of a run whose first output in a file is `file`, empty when there is none;
  // `resumable`: another process can go on with all outputs. Errors (kUsage): they need that.
  Result<BatchOptions> for_outputs(const std::string& file, bool resumable) const;
};

// Writes how a run ended, as JSON, to --summary. `ended` is "complete" or "stopped".
Status write_summary(const std::string& path, const BatchResult& result, double seconds);

}  // namespace solieu::cli
