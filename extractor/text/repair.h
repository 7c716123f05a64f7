// The kinds of repair that a text may need: their code in records' warnings and what it means.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "solieu/span.h"

namespace solieu {

enum class Repair : uint8_t {
  kDecoded,
  kReplacedBytes,
  kTcvn3,
  kVniWindows,
  kWindows1258,
  kViscii,
  kVps,
  kViqr,
  kEntity,
  kMojibake,
  kC1Control,
  kInvisible,
  kSpace,
  kDStroke,
  kWidth,
  kLookalike,
  kNormalised,
  kMarksDropped,
  kTonePlace,
  kHorn,
  kTruncated,
  kCount
};

struct RepairName {
  std::string_view code;  // empty: no reason for a warning
  std::string_view message;
};

inline constexpr std::array<RepairName, static_cast<size_t>(Repair::kCount)> kRepairNames = {{
    {"", "characters were decoded"},
    {"replaced_bytes", "bytes that are no text in this encoding were replaced by U+FFFD"},
    {"legacy_encoding", "letters in TCVN3 were decoded"},
    {"legacy_encoding", "letters in VNI-Windows were decoded"},
    {"legacy_encoding", "letters in windows-1258 were decoded"},
    {"legacy_encoding", "letters in VISCII were decoded"},
    {"legacy_encoding", "letters in VPS were decoded"},
    {"legacy_encoding", "words in VIQR were decoded"},
    {"entity_decoded", "entities that were left in plain text were decoded"},
    {"mojibake_repaired", "words of UTF-8 that had been read as Latin-1 were repaired"},
    {"control_decoded", "C1 controls were read as windows-1252"},
    {"invisible_removed", "zero-width characters, soft hyphens or byte order marks were removed"},
    {"space_replaced", "no-break and other special spaces became spaces"},
    {"d_stroke_replaced", "look-alikes of Đ and đ became Đ and đ"},
    {"width_folded", "full-width or mathematical letters and digits became plain ones"},
    {"lookalike_replaced", "Cyrillic or Greek letters inside Latin words became Latin"},
    {"normalised", "characters were brought to NFC"},
    {"marks_dropped", "combining marks beyond 30 on one letter were dropped"},
    {"tone_moved", "tones on the wrong vowel were moved"},
    {"horn_repaired", "words with uơ or ưo that must have ươ were repaired"},
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
