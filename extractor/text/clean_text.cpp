#include "text/clean_text.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

#include "text/capitals.h"
#include "text/characters.h"
#include "text/decode.h"
#include "text/entities.h"
#include "text/lookalikes.h"
#include "text/mojibake.h"
#include "text/nfc.h"
#include "text/rewriter.h"
#include "text/slips.h"
#include "text/surely_clean.h"
#include "text/utf8.h"
#include "text/viqr.h"

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
      repaired_[i] = true;
      const std::string_view code = kRepairNames[i].code, message = kRepairNames[i].message;
      if (code.empty()) continue;
      auto known = std::find_if(warnings_.begin(), warnings_.end(),
                                [&](const Warning& w) { return w.message == message; });
      if (known != warnings_.end()) {
        known->count += entry.count;
      } else {
        warnings_.push_back({code, message, entry.count, map_.to_source(entry.first)});
      }
    }
  }

  bool repaired(Repair repair) const { return repaired_[static_cast<size_t>(repair)]; }

  std::unique_ptr<std::string> storage_;
  OffsetMap map_;
  std::vector<Warning> warnings_;

 private:
  std::array<bool, static_cast<size_t>(Repair::kCount)> repaired_{};
  std::string_view text_;
};

// Text in UTF-8 whose letters of Latin-1 were bytes of a legacy encoding.
void repair_latin1_carried(Cleaning& cleaning, std::optional<Encoding> declared) {
  if (!may_carry_legacy(cleaning.text())) return;
  const LegacyEvidence evidence = look_for_legacy(cleaning.text(), Carrier::kLatin1);
  const auto encoding = evidence.verdict(Carrier::kLatin1, declared);
  if (!encoding) return;
  cleaning.run([&](std::string_view text, Rewriter& out) {
    decode_legacy_runs(text, Carrier::kLatin1, *encoding, out);
  });
  if (*encoding == Encoding::kTcvn3) cleaning.run(restore_capitals);
}

// The passes over UTF-8. Their order matters: what looks like an invisible character may be half of
// a letter until mojibake and legacy letters are read.
void repair(Cleaning& cleaning, Encoding encoding, std::optional<Encoding> declared,
            bool detecting) {
  for (int layer = 0; layer < 2; ++layer) cleaning.run(decode_entities);
  cleaning.run(repair_mojibake);
  if (detecting) repair_latin1_carried(cleaning, declared);
  if (encoding == Encoding::kViqr) cleaning.run(decode_viqr);
  cleaning.run(repair_characters);
  cleaning.run(repair_lookalikes);
  cleaning.run(normalise);
  if (!surely_well_spelled(cleaning.text())) cleaning.run(repair_slips);
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

CleanText clean(std::string_view source, const CleanOptions& options) {
  Cleaning cleaning(source.substr(0, kMaxSource));
  if (source.size() > kMaxSource) {
    RepairTally cut;
    cut.add(Repair::kTruncated, {kMaxSource, kMaxSource});
    cleaning.tell(cut);
  }
  const auto forced = encoding_named(options.encoding);
  const auto declared = encoding_named(options.declared);
  Encoding encoding = Encoding::kUtf8;
  const bool valid = simdjson::validate_utf8(cleaning.text().data(), cleaning.text().size());
  if (forced || !valid || !surely_clean(cleaning.text())) {
    const Detection detection = detect(cleaning.text(), forced, declared);
    encoding = detection.encoding;
    cleaning.run([&](std::string_view text, Rewriter& out) { decode(text, detection, out); });
    if (cleaning.repaired(Repair::kTcvn3)) cleaning.run(restore_capitals);
    if (!surely_clean(cleaning.text())) {
      if (!forced && is_ascii(cleaning.text()) && looks_like_viqr(cleaning.text())) {
        encoding = Encoding::kViqr;
      }
      repair(cleaning, encoding, declared, !forced);
    }
  }
  CleanText out;
  out.view_ = cleaning.text();
  out.storage_ = std::move(cleaning.storage_);
  out.map_ = std::move(cleaning.map_);
  out.encoding_ = name_of(encoding);
  out.warnings_ = std::move(cleaning.warnings_);
  return out;
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
