// A sink in front of another one that lets only valid records through.
#pragma once

#include <memory>

#include "record/validator.h"
#include "solieu/sink.h"

namespace solieu {

// `write` fails with kOutput, and names the article, when its record does not hold the schema.
std::unique_ptr<Sink> validating(std::unique_ptr<Sink> sink, RecordValidator validator);

}  // namespace solieu
