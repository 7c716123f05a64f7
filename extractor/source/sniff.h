// What kind of thing some bytes are, told by the bytes alone.
#pragma once

#include <cstddef>
#include <string_view>

namespace solieu {

// So many bytes of the beginning suffice.
inline constexpr size_t kSniffBytes = 4096;

// The media type of a source whose first bytes are `head` (kSniffBytes of them, or all when there
// are fewer): static storage, lower case, without parameters. Names and declared types do not
// matter. Articles are "text/html" (XHTML and UTF-16 too) or "text/plain" (any encoding; also what
// is empty); containers are "application/warc", "application/x-tar", "application/zip",
// "application/x-7z-compressed", "application/gzip", "application/zstd", "application/x-bzip2",
// "application/x-xz". The rest is what no article is read from: "application/pdf", the formats of
// word processors, "application/json", "application/xml", "message/rfc822" (a page saved as MHTML),
// and "application/octet-stream" for all other bytes that are no text. JSON Lines are
// "application/json". Thread-safe.
std::string_view sniff(std::string_view head);

}  // namespace solieu
