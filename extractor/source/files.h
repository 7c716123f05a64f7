// Articles from files, folders and standard input.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "solieu/document.h"
#include "solieu/status.h"

namespace solieu {

struct SourceOptions {
  bool all = false;  // in folders, take every file instead of *.txt
};

// Something odd about an article that was read all the same. `code` is static.
struct SourceWarning {
  std::string_view code;
  std::string message;
};

struct SourceArticle {
  Document document;
  std::vector<SourceWarning> warnings;
};

// The articles below the given paths, in the order of the paths; a folder is walked with the names
// of each level sorted by their bytes, files and folders alike. Names that begin with '.' inside a
// folder are left out; symbolic links to folders are not followed. "-" is standard input. Not
// thread-safe.
class FileSource {
 public:
  // Walks the folders at once, so that `articles` and `bytes` are known; opens no file.
  FileSource(const std::vector<std::string>& paths, const SourceOptions& options);

  // The next article, nothing at the end, or an error that names what cannot be read and why; the
  // following call goes on with the next one. Ids are unique: one that other content has already
  // gets '~' and the first 8 hex digits of its sha256, with a warning.
  std::optional<Result<SourceArticle>> next();

  size_t articles() const { return entries_.size(); }
  // Of the files, by their sizes when they were listed; standard input counts as 0.
  uint64_t bytes() const { return bytes_; }

 private:
  struct Entry {
    std::filesystem::path path;  // "-" for standard input
    std::string id;
    std::optional<Error> failure;  // found while walking
  };

  void add_path(const std::string& path, const SourceOptions& options);
  void walk(const std::filesystem::path& folder, const std::string& prefix,
            const SourceOptions& options);
  void add_file(const std::filesystem::path& path, std::string id);
  void add_failure(const std::filesystem::path& path, std::string message);
  void make_id_unique(SourceArticle& article);

  std::vector<Entry> entries_;
  size_t next_ = 0;
  uint64_t bytes_ = 0;
  bool stdin_read_ = false;
  std::unordered_map<std::string, size_t> id_uses_;  // how many entries have the id
  // The content behind each id that several entries share.
  std::unordered_map<std::string, std::array<uint8_t, 32>> taken_;
};

}  // namespace solieu
