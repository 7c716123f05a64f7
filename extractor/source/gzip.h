// gzip, member by member, so that damage in one does not take the next ones along.
#pragma once

#include <memory>
#include <string>

#include "source/budget.h"
#include "source/byte_stream.h"

namespace solieu {

// The unpacked bytes of all members. Damaged or cut members yield what comes before the damage,
// then an error, then the next member that can be found. `place` names the stream in errors;
// `budget` is not owned.
std::unique_ptr<ByteStream> gunzip(Reader packed, std::string place, Budget* budget);

}  // namespace solieu
