#include "source/ledger.h"

#include <xxhash.h>

#include "base/sha256.h"

namespace solieu {

Ledger::Digest Ledger::digest_of(std::string_view bytes) {
  const uint64_t hash = XXH3_64bits(bytes.data(), bytes.size());
  return {static_cast<uint32_t>(hash), static_cast<uint32_t>(hash >> 32)};
}

// Whether nobody had the id before.
bool Ledger::take(const std::string& id) { return taken_.insert(digest_of(id)).second; }

void Ledger::enter(SourceArticle& article) {
  ++entered_;
  Document& document = article.document;
  if (std::string& id = document.id; !take(id)) {
    article.warnings.push_back({"id_taken", "an article before has the id \"" + id + "\" already"});
    id += "~" + to_hex(sha256(document.bytes)).substr(0, 8);
    while (!take(id)) id += "~" + std::to_string(entered_);
  }
  if (document.bytes.find_first_not_of(" \t\r\n") == std::string::npos) return;
  const Digest content = digest_of(document.bytes);
  const auto known = by_content_.find(content);
  if (known != by_content_.end()) {
    article.duplicate_of = ids_.at(known->second);
  } else {
    by_content_.insert({content, ids_.add(document.id)});
  }
}

}  // namespace solieu
