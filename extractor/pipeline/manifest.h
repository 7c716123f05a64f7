// What earlier runs did with each article, so that a run can pass over what has not changed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "solieu/pipeline.h"
#include "solieu/status.h"

namespace solieu {

struct ManifestEntry {
  std::string id;
  std::string uri;
  std::string sha256;   // of the content
  std::string key;      // hash of all that the record depends on
  std::string outcome;  // "records", "empty", "duplicates", or "removed", the tombstone
  uint64_t figures = 0;

  bool removed() const { return outcome == "removed"; }
  std::string line() const;
};

// JSON Lines, one article a line in the order of the run. Immutable after reading.
class Manifest {
 public:
  // Empty when there is no such file. Errors (kUsage) name the line.
  static Result<Manifest> read(const std::filesystem::path& path);

  const std::vector<ManifestEntry>& entries() const { return entries_; }
  // Null when the manifest lacks the id.
  const ManifestEntry* find(std::string_view id) const;

 private:
  std::vector<ManifestEntry> entries_;
  std::unordered_map<std::string_view, size_t> by_id_;  // views into entries_
};

// Two runs make the same record of an input when its key is the same in both. `settings` names
// rules and options.
std::string manifest_key(std::string_view settings, std::string_view sha256, const Input& input);

}  // namespace solieu
