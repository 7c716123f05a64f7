// WARC files: what crawlers write.
#pragma once

#include <memory>

#include "source/container.h"

namespace solieu {

// The pages and texts in the records of a WARC file, one at a time: responses with status 200,
// resources, and the texts of WET files. Redirects, requests, pictures, scripts and the like are
// passed over. Record headers and HTTP headers give id, url, time of capture and declared encoding.
// A record that breaks off is a truncated document, and reading goes on with the next record that
// can be found. `about` is the content that `bytes` was read from; `run` is not owned.
std::unique_ptr<Container> open_warc(Reader bytes, const UnreadContent& about, Run* run);

}  // namespace solieu
