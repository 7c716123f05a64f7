// The JSON Lines output: one article, one line.
#pragma once

#include <filesystem>
#include <memory>

#include "solieu/json.h"
#include "solieu/sink.h"
#include "solieu/status.h"

namespace solieu {

// Opens a sink that writes to standard output ("-") or to a file. A file appears under its name
// only when `finish` has succeeded: until then the lines stand in "<path>.part"; lines that are
// kept come from the file that it will replace. What exists and is no regular file (a pipe,
// /dev/null) is written to as it is. Errors have code kOutput.
Result<std::unique_ptr<Sink>> open_jsonl_sink(const std::filesystem::path& path,
                                              const JsonOptions& options,
                                              const ReopenOptions& reopen = {});

}  // namespace solieu
