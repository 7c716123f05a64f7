// A file that grows piece by piece and appears under its name when it is complete.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "solieu/status.h"

namespace solieu {

// Until `finish` the bytes stand beside the target in "<target>.part", which no other run can open
// meanwhile. The destructor takes an unfinished part file away, unless `sync` has made it worth
// keeping. "-" is standard output; it and what exists and is no regular file (a pipe, /dev/null)
// are written to as they are. All errors have code kOutput and name the target. Not thread-safe.
class PartFile {
 public:
  // `position`: empty to begin, or what an earlier `sync` returned: all behind it is cut off. When
  // that run was killed after its `finish` the file is complete: then only `finish` may follow.
  static Result<PartFile> open(const std::filesystem::path& path, std::string_view position = {});
  PartFile(PartFile&&) noexcept;
  PartFile& operator=(PartFile&&) noexcept;
  ~PartFile();

  // Buffers; what was appended may be on the disk or not until `sync` or `finish`.
  Status append(std::string_view bytes);
  // Makes durable what was appended and returns the position: the length in decimal.
  Result<std::string> sync();
  // Syncs and renames, durably. Nothing may be appended afterwards.
  Status finish();

 private:
  struct State;
  explicit PartFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Replaces a small file as a whole: a reader finds the old bytes or the new ones, also after a loss
// of power.
Status replace_file(const std::filesystem::path& path, std::string_view bytes);

// Removes a file, durably; one that is not there is well.
Status remove_file(const std::filesystem::path& path);

}  // namespace solieu
