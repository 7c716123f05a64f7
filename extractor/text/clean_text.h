// Clean text: what the rest of the pipeline reads instead of the source bytes.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "solieu/offset_map.h"
#include "solieu/record.h"
#include "solieu/span.h"

namespace solieu {

struct CleanOptions {
  std::string encoding;  // an encoding to force (encoding.h names them), or empty to detect
  std::string declared;  // what the source says of itself; breaks ties of the detection only
};

// NFC UTF-8 without the dirt of archives. Views the source when that is clean already (the source
// must then outlive it), else owns its text. Immutable, safe to read from several threads.
class CleanText {
 public:
  std::string_view text() const { return storage_ ? std::string_view(*storage_) : view_; }
  // Moves the owned text out (null when the text views the source); `text` stays valid as long as
  // the returned string lives.
  std::unique_ptr<std::string> release_storage();
  // Moves the map out, after which `to_source` and `offsets` say nothing any more.
  OffsetMap release_offsets() { return std::move(map_); }
  // Bytes of the clean text to bytes of the source.
  Span to_source(Span clean) const { return map_.to_source(clean); }
  const OffsetMap& offsets() const { return map_; }
  std::string_view encoding() const { return encoding_; }  // static storage
  // What was repaired, replaced or guessed; messages are static or live as long as the CleanText.
  const std::vector<Warning>& warnings() const { return warnings_; }

 private:
  friend class Cleaning;

  std::string_view view_;
  std::unique_ptr<std::string> storage_;
  OffsetMap map_;
  std::string_view encoding_ = "utf-8";
  std::vector<Warning> warnings_;
};

// Decodes, repairs and normalises `source`. Never fails: what cannot be read is replaced by U+FFFD
// and told in the warnings. Linear in the size of the source.
CleanText clean(std::string_view source, const CleanOptions& options = {});

// Counts code points of a text up to byte offsets. Ascending queries cost the distance walked.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}
  // The number of code points before byte `offset`.
  uint32_t at(uint32_t offset);
  Span of(Span bytes) { return {at(bytes.begin), at(bytes.end)}; }

 private:
  std::string_view text_;
  uint32_t byte_ = 0;
  uint32_t count_ = 0;
};

}  // namespace solieu
