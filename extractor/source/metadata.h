// What a caller knows about articles beside their bytes, read from a table.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

#include "solieu/document.h"
#include "solieu/status.h"

namespace solieu {

// A TSV with a header: `id` and any of `date`, `url`, `site`, `title`; other columns are left
// alone. An empty cell says nothing. Immutable and safe to share between threads.
class MetadataTable {
 public:
  MetadataTable() = default;

  // Errors (code kUsage, with file and line): the file cannot be read, is not UTF-8, has no column
  // `id`, gives an id twice, or a date that is neither YYYY-MM-DD nor YYYY-MM-DDThh:mm:ss with a
  // zone.
  static Result<MetadataTable> read(const std::filesystem::path& path);

  // Of the file; empty when none was read.
  const std::string& sha256() const { return sha256_; }

  // Puts what the table says about an article over what is known of it otherwise.
  void lay_over(const std::string& id, Metadata& known) const;

 private:
  std::string sha256_;
  std::unordered_map<std::string, Metadata> rows_;
};

}  // namespace solieu
