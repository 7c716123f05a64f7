// Where records go.
#pragma once

#include <string>
#include <string_view>

#include "solieu/record.h"
#include "solieu/status.h"

namespace solieu {

// Called from one thread, articles in the order of the input. After an error no further call is
// made but the destructor, which leaves nothing half written under the final name.
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

  // An incremental run passes over articles that have not changed. A sink that cannot do without
  // them, because it writes its file anew, gets all articles again.
  virtual bool keeps_unchanged() const { return false; }
  // In the place of `write`: what an earlier run wrote of the article with this id stays.
  virtual Status keep(std::string_view id) { return static_cast<void>(id), Status(); }
  // What an earlier run wrote of an article that is gone goes, or is marked as gone.
  virtual Status remove(std::string_view id) { return static_cast<void>(id), Status(); }
};

}  // namespace solieu
