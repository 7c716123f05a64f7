#include "text/clean_text.h"

#include <algorithm>

#include "text/cleaning.h"
#include "text/utf8.h"

namespace solieu {
Span OffsetMap::to_source(Span clean) const {
  if (identity()) return clean;
  auto run_at = [this](uint32_t offset) {  // the first run that ends behind `offset`
    return std::upper_bound(runs_.begin(), runs_.end(), offset,
                            [](uint32_t at, const OffsetRun& run) { return at < run.clean.end; });
  };
  const auto first = run_at(clean.begin);
  if (first == runs_.end()) return {runs_.back().source.end, runs_.back().source.end};
  const uint32_t begin = first->verbatim ? first->source.begin + (clean.begin - first->clean.begin)
                                         : first->source.begin;
  if (clean.empty()) return {begin, begin};
  const auto last = run_at(clean.end - 1);
  if (last == runs_.end()) return {begin, runs_.back().source.end};
  const uint32_t end =
      last->verbatim ? last->source.begin + (clean.end - last->clean.begin) : last->source.end;
  return {begin, end};
}

std::unique_ptr<std::string> CleanText::release_storage() {
  if (storage_) view_ = *storage_;
  return std::move(storage_);
}

CleanText clean(std::string_view source, const CleanOptions& options) {
  Cleaning cleaning(source, options);
  cleaning.decode();
  cleaning.repair();
  return std::move(cleaning).finish();
}

uint32_t CodePointCounter::at(uint32_t offset) {
  const uint32_t to = std::min(offset, static_cast<uint32_t>(text_.size()));
  auto begins = [this](uint32_t from, uint32_t until) {
    const char* data = text_.data();
    return static_cast<uint32_t>(std::count_if(data + from, data + until, begins_code_point));
  };
  if (to >= byte_) {
    count_ += begins(byte_, to);
  } else {
    count_ -= begins(to, byte_);
  }
  byte_ = to;
  return count_;
}

}  // namespace solieu
