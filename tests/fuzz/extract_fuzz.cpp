// Any bytes whatever give a record whose evidence lies in them and whose JSON is JSON.
#include <simdjson.h>

#include <cstdlib>

#include "solieu/extractor.h"
#include "solieu/json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace solieu;
  static const auto extractor =
      Extractor::load({.rules = SOLIEU_SOURCE_DIR "/rules", .rules_extra = {}});
  if (!extractor) std::abort();

  Document document;
  document.id = document.uri = "fuzz";
  document.bytes.assign(reinterpret_cast<const char*>(data), size);
  const ArticleRecord record = extractor->extract(std::move(document));
  for (const Figure& figure : record.figures) {
    const Span source = figure.evidence.source;
    if (source.begin > source.end || source.end > size) std::abort();
    if (figure.evidence.quote.empty()) std::abort();
  }
  std::string json;
  append_json(record, {.with_text = true}, json);
  if (!simdjson::validate_utf8(json)) std::abort();
  simdjson::dom::parser parser;
  if (parser.parse(json).error() != simdjson::SUCCESS) std::abort();
  return 0;
}
