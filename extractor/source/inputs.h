// The source of a run: whatever the user gave, by content.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "source/container.h"
#include "source/ledger.h"
#include "source/source.h"

namespace solieu {

// The articles in the given paths: files and folders (source/files.h), in them archives,
// compression, WARC and JSON Lines inside one another, each told by its content. Articles come in
// the order of the paths and of what is in them, one document in memory at a time. Ids are unique:
//   a file by name            its name without extension
//   a file in a folder        its path below the folder without extension
//   a member of an archive    the id of the archive, '!', its path in it without extension
//   a WARC record             its WARC-Record-ID
//   an object of JSON Lines   its id, or the id of the file, '!' and the line
class Inputs final : public Source {
 public:
  // `list`: a file with further paths, or empty. Nothing is opened yet.
  Inputs(std::vector<std::string> paths, std::string list, SourceOptions options);

  std::optional<Result<SourceArticle>> next() override;

  // Files, members and records that are no articles, so far.
  size_t passed_over() const { return run_->passed_over; }
  // Bytes read of files and standard input, so far; what is packed counts as packed.
  // May be called from any thread.
  uint64_t bytes_read() const { return run_->bytes_read; }

 private:
  // The article in `content`; nothing when it was a container, now open, or is passed over.
  std::optional<Result<SourceArticle>> open(UnreadContent content);
  Result<SourceArticle> read_document(UnreadContent& content, Reader& reader,
                                      std::string_view media_type) const;

  std::unique_ptr<Run> run_;
  std::vector<std::unique_ptr<Container>> open_;  // each in the one before
  Ledger ledger_;
};

// The size of what the paths name, in bytes; standard input and lists of paths count as 0. Walks
// the folders: for telling how long a run may take.
uint64_t size_of_inputs(const std::vector<std::string>& paths);

}  // namespace solieu
