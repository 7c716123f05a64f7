// From the clean text back to the bytes of the source.
#pragma once

#include <utility>
#include <vector>

#include "solieu/span.h"

namespace solieu {

// A stretch of clean text that came from a stretch of the source. Runs are sorted, do not overlap
// in either text, and cover both; inside a run of equal lengths with `verbatim` set, offsets map
// one to one, else the run maps only as a whole.
struct OffsetRun {
  Span clean;
  Span source;
  bool verbatim = false;

  friend bool operator==(const OffsetRun&, const OffsetRun&) = default;
};

// Maps bytes of the clean text to bytes of the source. Empty: the two are the same bytes. Immutable
// after construction, safe to share between threads.
class OffsetMap {
 public:
  OffsetMap() = default;
  explicit OffsetMap(std::vector<OffsetRun> runs) : runs_(std::move(runs)) {}

  bool identity() const { return runs_.empty(); }
  // The source bytes of a clean span, snapped outward to whole source characters. O(log runs).
  Span to_source(Span clean) const;
  const std::vector<OffsetRun>& runs() const { return runs_; }

 private:
  std::vector<OffsetRun> runs_;
};

}  // namespace solieu
