// The records of an earlier run in the JSON Lines file that a run is about to replace.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

#include "solieu/status.h"

namespace solieu {

// Knows where each article's line stands; the lines stay in the file, which is held open: it may be
// replaced meanwhile. Thread-safe after opening.
class EarlierLines {
 public:
  EarlierLines() = default;
  EarlierLines(EarlierLines&& other) noexcept;
  EarlierLines& operator=(EarlierLines&& other) noexcept;
  ~EarlierLines();

  // Nothing when there is no such file; lines that are no records of articles are passed over.
  static Result<EarlierLines> open(const std::filesystem::path& path);

  bool has(std::string_view id, std::string_view sha256) const;
  // The line of an article, with its line end. The error (kOutput) names the file.
  Result<std::string> line(std::string_view id) const;

 private:
  struct Line {
    uint64_t offset = 0;
    size_t size = 0;
    std::string sha256;
  };

  int file_ = -1;
  std::string path_;
  std::unordered_map<std::string, Line> lines_;
};

}  // namespace solieu
