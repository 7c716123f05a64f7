// Streams of compressed bytes.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "source/budget.h"
#include "source/byte_stream.h"

namespace solieu {

// Whether `sniff` names a compression by this: gzip, zstd, bzip2 or xz.
bool is_compressed(std::string_view media_type);

// The unpacked bytes of `packed`. `place` names the stream in errors; `budget` is not owned.
Result<std::unique_ptr<ByteStream>> decompress(std::string_view media_type, Reader packed,
                                               std::string place, Budget* budget);

}  // namespace solieu
