#include "text/clean_text.h"

#include <simdjson.h>

#include <algorithm>

#include "text/nfc.h"
#include "text/rewriter.h"
#include "text/surely_clean.h"
#include "text/utf8.h"

namespace solieu {
namespace {

constexpr size_t kMaxSource = size_t{1} << 30;  // so that no repair outgrows 32-bit offsets

// The text on its way through the passes, and where it came from.
class Cleaning {
 public:
  explicit Cleaning(std::string_view source) : text_(source) {}

  std::string_view text() const { return text_; }

  template <class Pass>
  void run(Pass pass) {
    Rewriter rewriter(text_);
    pass(text_, rewriter);
    rewriter.finish();
    tell(rewriter.tally());
    if (!rewriter.changed()) return;
    map_ = OffsetMap(compose(map_.runs(), rewriter.runs()));
    storage_ = std::make_unique<std::string>(std::move(rewriter.text()));
    text_ = *storage_;
  }

  void tell(const RepairTally& tally) {
    for (size_t i = 0; i < tally.entries.size(); ++i) {
      const RepairTally::Entry& entry = tally.entries[i];
      if (entry.count == 0) continue;
      const auto& [code, message] = kRepairNames[i];
      auto known = std::find_if(warnings_.begin(), warnings_.end(),
                                [&](const Warning& w) { return w.code == code; });
      if (known != warnings_.end()) {
        known->count += entry.count;
      } else {
        warnings_.push_back({code, message, entry.count, map_.to_source(entry.first)});
      }
    }
  }

  std::unique_ptr<std::string> storage_;
  OffsetMap map_;
  std::vector<Warning> warnings_;

 private:
  std::string_view text_;
};

void replace_bad_bytes(std::string_view text, Rewriter& out) {
  for (size_t i = 0; i < text.size();) {
    const size_t at = i;
    char32_t c;
    if (next_code_point_checked(text, i, c)) continue;
    out.replace({static_cast<uint32_t>(at), static_cast<uint32_t>(i)}, "\uFFFD",
                Repair::kReplacedBytes);
  }
}

}  // namespace

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

CleanText clean(std::string_view source, const CleanOptions&) {
  Cleaning cleaning(source.substr(0, kMaxSource));
  if (source.size() > kMaxSource) {
    RepairTally cut;
    cut.add(Repair::kTruncated, {kMaxSource, kMaxSource});
    cleaning.tell(cut);
  }
  const bool valid = simdjson::validate_utf8(cleaning.text().data(), cleaning.text().size());
  if (!valid || !surely_clean(cleaning.text())) {
    if (!valid) cleaning.run(replace_bad_bytes);
    cleaning.run(normalise);
  }
  CleanText out;
  out.view_ = cleaning.text();
  out.storage_ = std::move(cleaning.storage_);
  out.map_ = std::move(cleaning.map_);
  out.warnings_ = std::move(cleaning.warnings_);
  return out;
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
