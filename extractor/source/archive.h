// tar, zip and 7z, by libarchive.
#pragma once

#include <memory>
#include <string_view>

#include "source/container.h"

namespace solieu {

// Whether `sniff` names an archive by this.
bool is_archive(std::string_view media_type);

// The files in an archive, in its order, one at a time; hidden ones, links and devices stay out.
// A 7z archive must be a file: it cannot be read inside another one. `about` is the content that
// `bytes` were read from; `run` is not owned.
Result<std::unique_ptr<Container>> open_archive(std::string_view media_type, Reader bytes,
                                                const UnreadContent& about, Run* run);

}  // namespace solieu
