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

using Bytes = int8_t __attribute__((vector_size(16)));

// Those of 16 bytes that go on with a code point, as -1.
Bytes going_on_at(const char* at) {
  Bytes bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes < -64;
}

// How many bytes of text[begin, end) go on with a code point.
uint32_t going_on_in(std::string_view text, size_t begin, size_t end) {
  constexpr size_t kStep = sizeof(Bytes), kMost = 15 * kStep;  // so that the sum is below 256
  constexpr Bytes kPlaces = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  uint32_t count = 0;
  while (begin < end) {
    const size_t stop = std::min(end, begin + kMost);
    Bytes sums = {};
    for (; begin + kStep <= stop; begin += kStep) sums -= going_on_at(text.data() + begin);
    // What is left is read with bytes before it, which do not count.
    if (begin < stop && stop >= kStep) {
      const auto first = static_cast<int8_t>(kStep - (stop - begin));
      sums -= going_on_at(text.data() + stop - kStep) & (kPlaces >= first);
      begin = stop;
    }
    for (; begin < stop; ++begin) count += begins_code_point(text[begin]) ? 0 : 1;
    uint64_t halves[2];
    std::memcpy(halves, &sums, sizeof halves);
    count += static_cast<uint32_t>((halves[0] + halves[1]) * 0x0101010101010101 >> 56);
  }
  return count;
}

}  // namespace

uint32_t CodePointCounter::at(uint32_t offset) {
  const uint32_t to = std::min(offset, static_cast<uint32_t>(text_.size()));
  if (to >= byte_) {
    count_ += to - byte_ - going_on_in(text_, byte_, to);
  } else {
    count_ -= byte_ - to - going_on_in(text_, to, byte_);
  }
  byte_ = to;
  return count_;
}

}  // namespace solieu
