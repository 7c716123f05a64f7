// What articles come in: folders, lists of paths, archives, WARC files, JSON Lines.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "source/budget.h"
#include "source/byte_stream.h"
#include "source/source.h"

namespace solieu {

// Bytes of which nobody looked yet what they are.
struct UnreadContent {
  std::unique_ptr<ByteStream> bytes;
  std::string uri;
  std::string prefix;    // what the id begins with: a folder below the path, an archive and '!'
  std::string name;      // the rest of the id, with extensions
  bool by_name = false;  // the user named it: it is not passed over
  uint32_t nesting = 0;  // archives and compressions around it
  std::vector<SourceWarning> warnings;
};

class Container;
using Member = std::variant<SourceArticle, UnreadContent, std::unique_ptr<Container>>;

class Container {
 public:
  virtual ~Container() = default;
  // The next member, nothing at the end, or an error; the following call goes on behind it. What
  // was returned before must be gone by then.
  virtual std::optional<Result<Member>> next() = 0;
};

// What all containers of a run share.
struct Run {
  SourceOptions options;
  Budget budget;                         // of the file at hand
  size_t passed_over = 0;                // files and members that are no articles
  std::atomic<uint64_t> bytes_read = 0;  // of files and standard input
};

}  // namespace solieu
