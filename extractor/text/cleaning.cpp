#include "text/cleaning.h"

#include <algorithm>

#include "text/capitals.h"
#include "text/characters.h"
#include "text/decode.h"
#include "text/dirt.h"
#include "text/entities.h"
#include "text/lookalikes.h"
#include "text/mojibake.h"
#include "text/nfc.h"
#include "text/slips.h"
#include "text/utf8.h"
#include "text/viqr.h"

namespace solieu {
namespace {

constexpr size_t kMaxSource = size_t{1} << 30;  // so that no repair outgrows 32-bit offsets

}  // namespace

Cleaning::Cleaning(std::string_view source, const CleanOptions& options)
    : text_(source.substr(0, kMaxSource)),
      forced_(encoding_named(options.encoding)),
      declared_(encoding_named(options.declared)) {
  if (source.size() > kMaxSource) {
    RepairTally cut;
    cut.add(Repair::kTruncated, {kMaxSource, kMaxSource});
    tell(cut);
  }
}

void Cleaning::take(Rewriter& rewriter) {
  tell(rewriter.tally());
  if (!rewriter.changed()) return;
  map_ = OffsetMap(compose(map_.runs(), rewriter.runs()));
  storage_ = std::make_unique<std::string>(std::move(rewriter.text()));
  text_ = *storage_;
  dirt_.reset();
}

const std::vector<Span>& Cleaning::dirt() {
  if (!dirt_) dirt_ = dirty_stretches(text_);
  return *dirt_;
}

void Cleaning::tell(const RepairTally& tally) {
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

void Cleaning::decode() {
  const Detection detection = detect(text_, forced_, declared_);
  encoding_ = detection.encoding;
  if (detection.by == Detection::By::kValidity) return;
  run([&](std::string_view text, Rewriter& out) { solieu::decode(text, detection, out); });
  if (repaired(Repair::kTcvn3)) run(restore_capitals);
}

// Text in UTF-8 whose letters of Latin-1 were bytes of a legacy encoding.
void Cleaning::repair_latin1_carried() {
  uint32_t odd = 0;
  for (const Span part : dirt()) odd += count_odd_latin1(part.of(text_));
  if (odd < 2) return;
  const LegacyEvidence evidence = look_for_legacy(text_, Carrier::kLatin1);
  const auto encoding = evidence.verdict(Carrier::kLatin1, declared_);
  if (!encoding) return;
  run([&](std::string_view text, Rewriter& out) {
    decode_legacy_runs(text, Carrier::kLatin1, *encoding, out);
  });
  if (*encoding == Encoding::kTcvn3) run(restore_capitals);
}

// The order matters: what looks like an invisible character may be half of a letter until mojibake
// and legacy letters are read. These two weigh evidence and see all of the text when a dirty
// stretch gives them reason to, the other passes need no more than the stretch.
void Cleaning::repair() {
  const bool ascii = is_ascii(text_);
  if (dirt().empty() && !ascii) return;
  if (!forced_ && ascii && looks_like_viqr(text_)) encoding_ = Encoding::kViqr;
  for (int layer = 0; layer < 2; ++layer) run_on_dirt(decode_entities);
  const auto garbled = [&](Span part) { return may_be_mojibake(part.of(text_)); };
  if (std::ranges::any_of(dirt(), garbled)) run(repair_mojibake);
  if (!forced_) repair_latin1_carried();
  if (encoding_ == Encoding::kViqr) run(decode_viqr);
  run_on_dirt(repair_characters);
  run_on_dirt(repair_lookalikes);
  run_on_dirt(normalise);
  run_on_dirt(repair_slips);
}

CleanText Cleaning::finish() && {
  CleanText out;
  out.view_ = text_;
  out.storage_ = std::move(storage_);
  out.map_ = std::move(map_);
  out.encoding_ = name_of(encoding_);
  out.warnings_ = std::move(warnings_);
  return out;
}

}  // namespace solieu
