// A source on its way to clean text, pass by pass: what `clean` does at once for plain text, and
// what a room that takes text out of markup does in steps.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "text/clean_text.h"
#include "text/encoding.h"
#include "text/repair.h"
#include "text/rewriter.h"

namespace solieu {

// `decode`, then any own passes, then `repair`, then any own passes, then `finish`. Every pass sees
// what the one before left; the map back to the source and the warnings are kept beside.
class Cleaning {
 public:
  // Views `source`, which must outlive the Cleaning and what `finish` returns. What lies behind
  // 1 GiB is cut off and told.
  Cleaning(std::string_view source, const CleanOptions& options);

  // Makes valid UTF-8 of the bytes.
  void decode();
  // Entities, mojibake, legacy letters, invisible characters, look-alikes, NFC, slips. Linear.
  void repair();

  // Calls `pass(text, rewriter)`, which replaces what it wants.
  template <class Pass>
  void run(const Pass& pass) {
    Rewriter rewriter(text_);
    pass(text_, rewriter);
    rewriter.finish();
    take(rewriter);
  }

  std::string_view text() const { return text_; }  // until the next pass
  // Bytes of the text as it is now to bytes of the source.
  Span to_source(Span span) const { return map_.to_source(span); }
  bool repaired(Repair repair) const { return repaired_[static_cast<size_t>(repair)]; }
  CleanText finish() &&;

 private:
  // The same, but `pass(text, part, rewriter)` sees only the dirty stretches.
  template <class Pass>
  void run_on_dirt(const Pass& pass) {
    run([&](std::string_view text, Rewriter& out) {
      for (const Span part : dirt()) pass(text, part, out);
    });
  }
  const std::vector<Span>& dirt();
  void take(Rewriter& rewriter);
  void tell(const RepairTally& tally);
  void repair_latin1_carried();

  std::string_view text_;
  std::optional<Encoding> forced_;
  std::optional<Encoding> declared_;
  Encoding encoding_ = Encoding::kUtf8;
  std::unique_ptr<std::string> storage_;
  OffsetMap map_;
  std::optional<std::vector<Span>> dirt_;  // of text_; nothing: not looked for yet
  std::vector<Warning> warnings_;
  std::array<bool, static_cast<size_t>(Repair::kCount)> repaired_{};
};

}  // namespace solieu
