// What was seen in a run.
#pragma once

#include <cstdint>
#include <sparsehash/sparse_hash_map>
#include <sparsehash/sparse_hash_set>
#include <string>
#include <string_view>

#include "source/label_list.h"
#include "source/source.h"

namespace solieu {

// Keeps ids apart and marks documents whose bytes came before. Holds some 35 bytes for each
// document, whatever its size and nearly whatever its id: a run may have millions. Digests are 64
// bits wide: of ten million documents two are mistaken for one another in one run of 300,000, and
// a duplicate is marked, not dropped.
class Ledger {
 public:
  // Enters an article. An id that came before gets '~' and the first 8 hexadecimal digits of the
  // article's sha256, and the number of the article in the run when that came before, too; with a
  // warning. `duplicate_of` is set to the id under which the same bytes came first. Documents of
  // nothing but space are no duplicates of one another.
  void enter(SourceArticle& article);

 private:
  // In halves: entries of the tables need no padding then.
  struct Digest {
    uint32_t low, high;
    friend bool operator==(const Digest&, const Digest&) = default;
  };
  struct Hash {
    size_t operator()(const Digest& digest) const noexcept {
      return uint64_t{digest.high} << 32 | digest.low;
    }
  };
  static Digest digest_of(std::string_view bytes);
  bool take(const std::string& id);

  uint64_t entered_ = 0;
  google::sparse_hash_set<Digest, Hash> taken_;                 // by id
  google::sparse_hash_map<Digest, uint32_t, Hash> by_content_;  // to a number in ids_
  LabelList ids_;
};

}  // namespace solieu
