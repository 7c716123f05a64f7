// An input of a batch or a stream to its record.
#pragma once

#include <chrono>

#include "solieu/extractor.h"
#include "solieu/pipeline.h"

namespace solieu {

// The record with what the source says of the input. `deadline` of 0 is none. Errors (kInput): it
// took longer, or the memory did not suffice.
Result<ArticleRecord> extract_input(const Extractor& extractor, Input input,
                                    std::chrono::milliseconds deadline = {});

}  // namespace solieu
