#include "text/clean_text.h"

#include <algorithm>
#include <cstring>

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

namespace {

// Eight bytes at a time: all but those that go on with a code point.
uint32_t code_points_in(std::string_view text) {
  constexpr uint64_t kOnes = 0x0101010101010101;
  uint32_t count = 0;
  size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    uint64_t block = 0;
    std::memcpy(&block, text.data() + i, 8);
    const uint64_t going_on = block >> 7 & ~(block >> 6) & kOnes;
    count += 8 - static_cast<uint32_t>(going_on * kOnes >> 56);
  }
  return count + static_cast<uint32_t>(std::count_if(text.begin() + static_cast<long>(i),
                                                     text.end(), begins_code_point));
}

}  // namespace

uint32_t CodePointCounter::at(uint32_t offset) {
  const uint32_t to = std::min(offset, static_cast<uint32_t>(text_.size()));
  if (to >= byte_) {
    count_ += code_points_in(text_.substr(byte_, to - byte_));
  } else {
    count_ -= code_points_in(text_.substr(to, byte_ - to));
  }
  byte_ = to;
  return count_;
}

}  // namespace solieu
