// Encodings of one byte for each letter or mark, read through tables/.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/encoding.h"
#include "text/rewriter.h"

namespace solieu {

// Bytes as they stand in a text: either all of it, or those that a text in UTF-8 carries as Latin-1
// characters. byte i stands at [at(i), at(i + 1)).
class ByteRun {
 public:
  // The bytes themselves, the first at `begin`.
  ByteRun(std::string_view bytes, uint32_t begin) : bytes_(bytes), begin_(begin) {}
  // Bytes with their places; `places` has one more element than there are bytes.
  ByteRun(std::string_view bytes, const std::vector<uint32_t>& places)
      : bytes_(bytes), places_(&places) {}

  std::string_view bytes() const { return bytes_; }
  uint32_t at(size_t i) const {
    return places_ ? (*places_)[i] : begin_ + static_cast<uint32_t>(i);
  }

 private:
  std::string_view bytes_;
  uint32_t begin_ = 0;
  const std::vector<uint32_t>* places_ = nullptr;
};

// Replaces the bytes of `run` by what they mean in `encoding` (one of kByteEncodings, TCVN3
// capitals or windows-1252). Marks of windows-1258 come out as combining marks.
void decode_bytes(const ByteRun& run, Encoding encoding, Repair repair, Rewriter& out);

// The same for a string by itself.
std::string decode_bytes(std::string_view bytes, Encoding encoding);

// The windows-1252 byte of a character, C1 controls standing for themselves; -1: there is none.
int byte_of(char32_t c);

}  // namespace solieu
