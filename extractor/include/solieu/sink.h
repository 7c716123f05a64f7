// Where records go.
#pragma once

#include <string>
#include <string_view>

#include "solieu/record.h"
#include "solieu/status.h"

namespace solieu {

// What a sink is opened with beside its own options.
struct ReopenOptions {
  std::string position;  // of the checkpoint of an interrupted run, or empty to begin
  bool keep = false;     // an incremental run: `has` and `keep` will be called
};

// Called by one thread at a time, articles in the order of the input. After an error no further
// call is made but the destructor, which leaves nothing half written under the final name.
//
// A run that was killed goes on in a new process: the function that opens the sink is given the
// position of the last checkpoint, and all that was written after it is undone (files are cut at
// it) or written again with no effect (databases: upserts). When the sink was finished already, it
// opens all the same, and only `finish` follows.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual Status write(const ArticleRecord& record) = 0;
  // Makes durable all that was written and returns the position that an opening function takes:
  // for files the length of the part file in bytes, for databases, whose transaction ends here,
  // empty. May be called at any time before `finish`.
  virtual Result<std::string> checkpoint() = 0;
  // Completes the output (sync, rename). Called once, after the last write.
  virtual Status finish() = 0;

  // For incremental runs, which pass over articles that have not changed. The defaults are right
  // for a sink that writes its file anew and needs all articles for that.

  // Whether what an earlier run wrote of the article with this id and content is there for `keep`.
  // Thread-safe.
  virtual bool has(std::string_view id, std::string_view sha256) const;
  // In the place of `write`: what an earlier run wrote stays. Only for what the sink `has`.
  virtual Status keep(std::string_view id);
  // What an earlier run wrote of an article that is gone goes, or is marked as gone.
  virtual Status remove(std::string_view id);
};

inline bool Sink::has(std::string_view /*id*/, std::string_view /*sha256*/) const { return false; }
inline Status Sink::keep(std::string_view /*id*/) { return {}; }
inline Status Sink::remove(std::string_view /*id*/) { return {}; }

}  // namespace solieu
