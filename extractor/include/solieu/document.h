// One document as it was handed to us: bytes and what the caller knows about them.
#pragma once

#include <optional>
#include <string>

namespace solieu {

// What a caller knows about an article beside its bytes. A value here beats what the text says.
struct Metadata {
  std::optional<std::string> date;  // ISO 8601, a day or a time with zone
  std::optional<std::string> url;
  std::optional<std::string> site;
  std::optional<std::string> title;
};

struct Document {
  std::string id;     // unique within a run
  std::string uri;    // where it came from: a path, "archive!member", or "-"
  std::string bytes;  // the source, as stored; every `start` and `end` of a record counts in it
  std::string media_type = "text/plain";
  std::string encoding;  // an encoding to force (`solieu text --help` names them), empty to detect
  std::string declared_encoding;  // what came with the bytes says (HTTP), often wrongly; or empty
  std::string captured_at;        // when it was fetched, ISO 8601, or empty
  bool truncated = false;         // the source broke off; `bytes` are what came before
  Metadata metadata;
};

}  // namespace solieu
