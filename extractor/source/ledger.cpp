#include "source/ledger.h"

#include <xxhash.h>

#include "base/sha256.h"

namespace solieu {

void Ledger::enter(SourceArticle& article) {
  Document& document = article.document;
  const XXH128_hash_t hash = XXH3_128bits(document.bytes.data(), document.bytes.size());
  const Key content{hash.low64, hash.high64};

  const auto id_hash = [&] { return XXH3_64bits(document.id.data(), document.id.size()); };
  const auto [holder, fresh] = by_id_.try_emplace(id_hash(), content);
  if (!fresh && holder->second != content) {
    const std::string given = document.id;
    document.id += "~" + to_hex(sha256(document.bytes)).substr(0, 8);
    by_id_.try_emplace(id_hash(), content);
    article.warnings.push_back({"id_taken", "other content has the id \"" + given + "\" already"});
  }
  if (document.bytes.find_first_not_of(" \t\r\n") == std::string::npos) return;
  const auto [first, original] = by_content_.try_emplace(content, document.id);
  if (!original) article.duplicate_of = first->second;
}

}  // namespace solieu
