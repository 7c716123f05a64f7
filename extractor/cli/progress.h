// How far a run is, told on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "solieu/pipeline.h"

namespace solieu::cli {

// One line on standard error that is rewritten a few times a second: articles, rates, failures,
// time left.
// Debian 12 has no C++ library for this.
class Progress {
 public:
  // `shown` false: does nothing. `total_bytes` 0: unknown, no time left is told.
  Progress(bool shown, uint64_t total_bytes);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `bytes_read`: of those `total_bytes`.
  void show(const Totals& totals, uint64_t bytes_read);
  // Takes the line away, so that something else can be told; the next `show` may bring it back.
  void clear();

  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  void draw(const Totals& totals, uint64_t bytes_read) const;

  bool shown_;
  bool drawn_ = false;
  uint64_t total_bytes_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_drawn_ = begin_;
};

}  // namespace solieu::cli
