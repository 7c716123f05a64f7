// From the bytes of a source to UTF-8.
#pragma once

#include <optional>
#include <string_view>

#include "text/encoding.h"
#include "text/legacy_runs.h"
#include "text/rewriter.h"

namespace solieu {

struct Detection {
  Encoding encoding = Encoding::kUtf8;
  enum class By : uint8_t {
    kForced,
    kMark,
    kZeroBytes,
    kValidity,
    kSyllables,
    kNothing
  } by = By::kValidity;
  LegacyEvidence evidence;  // of bytes that are no UTF-8; empty when there are none
};

std::string_view name_of(Detection::By by);

// Says what encoding a source is in: a byte order mark, the zero bytes of UTF-16, valid UTF-8, else
// what makes its words syllables. `declared` breaks ties only.
Detection detect(std::string_view source, std::optional<Encoding> forced,
                 std::optional<Encoding> declared);

// Decodes to valid UTF-8. Linear.
void decode(std::string_view source, const Detection& detection, Rewriter& out);

}  // namespace solieu
