// Labels in the order in which they came, in little memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace solieu {

// Neighbours are much alike ("folder/000123", "folder/000124"), so they are held packed, a hundred
// at a time: some 5 to 10 bytes for a path. Only grows; not thread-safe.
class LabelList {
 public:
  // The label's number: 0, 1, 2 ...
  uint32_t add(std::string_view label);
  // A label by its number; empty when there is no memory to unpack it. Takes some 20 µs.
  std::string at(uint32_t number) const;

 private:
  struct Group {
    std::string bytes;  // packed when they are fewer than `size`
    size_t size = 0;
  };
  void pack();

  std::vector<Group> groups_;
  std::string open_;  // the last group, not packed yet: of each label its size and its bytes
  uint32_t size_ = 0;
};

}  // namespace solieu
