// The kinds of repair that a text may need: their code in records' warnings and what it means.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "solieu/span.h"

namespace solieu {

enum class Repair : uint8_t { kReplacedBytes, kNormalised, kMarksDropped, kTruncated, kCount };

struct RepairName {
  std::string_view code;
  std::string_view message;
};

inline constexpr std::array<RepairName, static_cast<size_t>(Repair::kCount)> kRepairNames = {{
    {"replaced_bytes", "bytes that are no text in this encoding were replaced by U+FFFD"},
    {"normalised", "characters were brought to NFC"},
    {"marks_dropped", "combining marks beyond 30 on one letter were dropped"},
    {"truncated", "the source was cut at 1 GiB"},
}};

// How often each repair was made, and where first.
struct RepairTally {
  struct Entry {
    uint32_t count = 0;
    Span first;  // bytes of the text that was repaired
  };
  std::array<Entry, static_cast<size_t>(Repair::kCount)> entries{};

  void add(Repair repair, Span where) {
    Entry& entry = entries[static_cast<size_t>(repair)];
    if (entry.count++ == 0) entry.first = where;
  }
};

}  // namespace solieu
