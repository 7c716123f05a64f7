// What was seen in a run.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string>
#include <unordered_map>

#include "source/source.h"

namespace solieu {

// Keeps ids apart and marks documents whose bytes came before. Holds some 100 bytes and the id for
// each document, never its bytes. Hashes are 128 bits wide: that two documents of an archive are
// mistaken for one another does not happen by chance, and a duplicate is marked, not dropped.
class Ledger {
 public:
  // Enters an article. An id that other content has already gets '~' and the first 8 hexadecimal
  // digits of its sha256, with a warning; `duplicate_of` is set to the id under which the same
  // bytes came first. Documents of nothing but space are no duplicates of one another.
  void enter(SourceArticle& article);

 private:
  struct Key {
    uint64_t low, high;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct KeyHash {
    size_t operator()(const Key& key) const noexcept { return key.low; }
  };

  std::pmr::monotonic_buffer_resource memory_;
  std::pmr::unordered_map<Key, std::pmr::string, KeyHash> by_content_{&memory_};
  std::pmr::unordered_map<uint64_t, Key> by_id_{&memory_};  // by the hash of the id
};

}  // namespace solieu
