// Where records go.
#pragma once

#include "solieu/record.h"
#include "solieu/status.h"

namespace solieu {

// Called from one thread, articles in the order of the input. After an error no further call is
// made but the destructor, which leaves nothing half written under the final name.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual Status write(const ArticleRecord& record) = 0;
  // Completes the output (flush, rename). Called once, after the last write.
  virtual Status finish() = 0;
};

}  // namespace solieu
