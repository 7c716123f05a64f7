// Lines of standard input, as they come.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace solieu::cli {

// Reads no further than it must, and gives up waiting when a signal comes. Not thread-safe.
class LineReader {
 public:
  // Of a line that is longer only so many bytes and one more are kept.
  explicit LineReader(size_t longest) : longest_(longest) {}

  // The next line without its end; nothing at the end of the input or after a signal. The last line
  // needs no end.
  std::optional<std::string> next();

 private:
  // Reads what is there; false at the end.
  bool fill();

  size_t longest_;
  std::string buffer_;
  size_t begin_ = 0;  // of what was not given out yet
  bool ended_ = false;
};

}  // namespace solieu::cli
