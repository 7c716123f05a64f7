#include "floor.h"

#include <re2/re2.h>
#include <simdjson.h>
#include <unicode/normalizer2.h>

size_t floor_pass(std::string_view text) {
  static const re2::RE2 number("([0-9][0-9.,]*)");
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2& nfc = *icu::Normalizer2::getNFCInstance(error);
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  size_t out = simdjson::validate_utf8(text) ? 1 : 0;
  out += nfc.isNormalizedUTF8(piece, error) ? 1 : 0;
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece found;
  while (re2::RE2::FindAndConsume(&rest, number, &found)) out += found.size();
  return out;
}
