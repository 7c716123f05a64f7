// How far a run is, told on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace solieu::cli {

// One line on standard error that is rewritten a few times a second: articles, rates, time left.
// Debian 12 has no C++ library for this.
class Progress {
 public:
  // `shown` false: does nothing. `total_bytes` 0: unknown, no time left is told.
  Progress(bool shown, size_t total_articles, uint64_t total_bytes);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance(uint64_t bytes);
  // Takes the line away, so that something else can be told; the next `advance` may bring it back.
  void clear();

  size_t articles() const { return articles_; }
  uint64_t bytes() const { return bytes_; }
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  void draw() const;

  bool shown_;
  bool drawn_ = false;
  size_t total_articles_;
  uint64_t total_bytes_;
  size_t articles_ = 0;
  uint64_t bytes_ = 0;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_drawn_ = begin_;
};

}  // namespace solieu::cli
