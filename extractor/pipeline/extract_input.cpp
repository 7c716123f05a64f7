#include "pipeline/extract_input.h"

#include <exception>
#include <utility>

namespace solieu {
namespace {

Result<ArticleRecord> extract(const Extractor& extractor, Document document,
                              std::chrono::milliseconds deadline) {
  if (deadline.count() == 0) return extractor.extract(std::move(document));
  return extractor.extract(std::move(document), std::chrono::steady_clock::now() + deadline);
}

}  // namespace

Result<ArticleRecord> extract_input(const Extractor& extractor, Input input,
                                    std::chrono::milliseconds deadline) {
  const std::string uri = input.document.uri;
  try {
    auto record = extract(extractor, std::move(input.document), deadline);
    if (!record) return record;
    for (InputWarning& warning : input.warnings) {
      record->warnings.push_back({.code = warning.code,
                                  .message = record->arena->store(std::move(warning.message)),
                                  .count = 1,
                                  .source = {}});
    }
    if (!input.duplicate_of.empty()) {
      record->duplicate_of = record->arena->store(std::move(input.duplicate_of));
      record->figures.clear();
      record->units.clear();
      record->dates.clear();
      record->checks.clear();
    }
    return record;
  } catch (const std::exception& problem) {
    // Above all memory that ran out: one article shall not end the batch.
    return Error{Error::Code::kInput, uri, std::string("cannot be extracted: ") + problem.what(),
                 "try it alone, with more memory"};
  }
}

}  // namespace solieu
