// One sink that hands each record to several.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "solieu/sink.h"
#include "solieu/status.h"

namespace solieu {

// Calls go to each sink in turn and end at the first error. A position is those of the sinks, a
// line each. It has what all of them have.
std::unique_ptr<Sink> fan_out(std::vector<std::unique_ptr<Sink>> sinks);

// The positions of `count` sinks, empty ones when `position` is empty; error kUsage when they are
// not as many.
Result<std::vector<std::string>> split_position(std::string_view position, size_t count);

}  // namespace solieu
