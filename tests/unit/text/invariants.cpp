#include "invariants.h"

#include <simdjson.h>
#include <unicode/normalizer2.h>

#include "text/clean_text.h"
#include "text/fold.h"

namespace solieu::testing {
namespace {

bool is_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  return nfc->isNormalizedUTF8({text.data(), static_cast<int32_t>(text.size())}, status);
}

std::string broken_run(const CleanText& clean, std::string_view source) {
  if (clean.offsets().identity())
    return clean.text() == source ? "" : "identity map of another text";
  uint32_t in_clean = 0, in_source = 0;
  for (const OffsetRun& run : clean.offsets().runs()) {
    if (run.clean.begin != in_clean || run.source.begin != in_source) return "gap between runs";
    if (run.clean.end < run.clean.begin || run.source.end < run.source.begin)
      return "run backwards";
    if (run.verbatim && run.clean.of(clean.text()) != run.source.of(source))
      return "verbatim differs";
    in_clean = run.clean.end, in_source = run.source.end;
  }
  return in_clean == clean.text().size() && in_source == source.size() ? "" : "runs do not cover";
}

std::string broken_span(const CleanText& clean, std::string_view source) {
  const auto size = static_cast<uint32_t>(clean.text().size());
  uint32_t last = 0;
  for (uint32_t at = 0; at < size; at += 1 + size / 64) {
    const Span outer{at, std::min(size, at + 1 + at % 13)};
    const Span inner{at, at + 1};
    const Span image = clean.to_source(outer);
    if (image.begin > image.end || image.end > source.size()) return "image outside of the source";
    if (!image.contains(clean.to_source(inner))) return "image of a part is no part of the image";
    if (image.begin < last) return "images out of order";
    last = image.begin;
  }
  return clean.to_source({size, size}).end <= source.size() ? "" : "image of the end outside";
}

}  // namespace

std::string broken_invariant(std::string_view source) {
  const CleanText text = clean(source);
  if (!simdjson::validate_utf8(text.text().data(), text.text().size())) return "no UTF-8";
  if (!is_nfc(text.text())) return "not in NFC";
  if (std::string broken = broken_run(text, source); !broken.empty()) return broken;
  if (std::string broken = broken_span(text, source); !broken.empty()) return broken;
  if (clean(source).text() != text.text()) return "another text on a second call";
  const std::string folded = fold(text.text());
  return fold(folded) == folded ? "" : "folding twice differs";
}

}  // namespace solieu::testing
