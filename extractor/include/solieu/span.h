// A half-open range of offsets. What it counts (bytes of the source, bytes of the clean text,
// code points, tokens) is said where it is used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace solieu {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  std::string_view of(std::string_view text) const { return text.substr(begin, size()); }
  friend bool operator==(Span, Span) = default;
};

}  // namespace solieu
