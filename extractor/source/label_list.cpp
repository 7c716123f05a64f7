#include "source/label_list.h"

#include <zlib.h>

#include <cstring>

namespace solieu {
namespace {

constexpr uint32_t kGroup = 128;

const Bytef* bytes_of(const std::string& text) {
  return reinterpret_cast<const Bytef*>(text.data());
}
Bytef* bytes_of(std::string& text) { return reinterpret_cast<Bytef*>(text.data()); }

}  // namespace

uint32_t LabelList::add(std::string_view label) {
  if (size_ > 0 && size_ % kGroup == 0) pack();
  const auto size = static_cast<uint32_t>(label.size());
  open_.append(reinterpret_cast<const char*>(&size), sizeof size);
  open_ += label;
  return size_++;
}

void LabelList::pack() {
  std::string room(compressBound(open_.size()), '\0');
  uLongf size = room.size();
  const bool packed = compress(bytes_of(room), &size, bytes_of(open_), open_.size()) == Z_OK;
  // What does not get smaller, or fails for want of memory, is held as it is.
  groups_.push_back({packed && size < open_.size() ? room.substr(0, size) : open_, open_.size()});
  open_.clear();
}

std::string LabelList::at(uint32_t number) const {
  std::string labels = open_;
  if (number / kGroup < groups_.size()) {
    const Group& group = groups_[number / kGroup];
    if (group.bytes.size() == group.size) {
      labels = group.bytes;
    } else {
      labels.resize(group.size);
      uLongf size = group.size;
      if (uncompress(bytes_of(labels), &size, bytes_of(group.bytes), group.bytes.size()) != Z_OK) {
        return {};
      }
    }
  }
  for (size_t at = 0;; --number) {
    uint32_t size = 0;
    std::memcpy(&size, labels.data() + at, sizeof size);
    at += sizeof size;
    if (number % kGroup == 0) return labels.substr(at, size);
    at += size;
  }
}

}  // namespace solieu
