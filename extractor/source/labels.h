// Names of documents. They come from file systems, archives and the network, and are labels only:
// nothing opens or creates what they name.
#pragma once

#include <string>
#include <string_view>

namespace solieu {

// `name` when it is UTF-8 without control characters, else percent-encoded, so that names which
// differ still differ. Thread-safe.
std::string label(std::string_view name);

// The part of a name behind the last '/'.
std::string_view file_name(std::string_view path);

// The extension of a path, dot included, or empty; a name that begins with its only dot has none.
std::string_view extension(std::string_view path);

std::string_view without_extension(std::string_view path);

// Without the extension of a compression: "a.tar" for "a.tar.gz" and for "a.tgz".
std::string without_compression(std::string_view path);

// Without the extensions of containers: "a" for "a.tar", "a.warc.wet", "a.jsonl"; "a.b" stays.
std::string_view without_container(std::string_view path);

// Whether a component of a path begins with a dot (other than "." and "..").
bool is_hidden(std::string_view path);

}  // namespace solieu
