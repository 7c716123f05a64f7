// How every pass changes a text: by replacing stretches of it, from left to right, with a run list
// kept beside. A pass that replaces nothing copies nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/clean_text.h"
#include "text/repair.h"

namespace solieu {

class Rewriter {
 public:
  // `input` must outlive the rewriter.
  explicit Rewriter(std::string_view input) : input_(input) {}

  // Puts `with` where the stretch `what` of the input was; stretches come in ascending order, do
  // not overlap and are not empty. An empty `with` deletes.
  // Replacing by the same is nothing, and is not counted.
  void replace(Span what, std::string_view with, Repair repair);
  // The same for a further stretch of what was repaired last; it is not counted again.
  void replace_more(Span what, std::string_view with);

  // Appends the rest of the input. To be called once, after the last replacement.
  void finish();

  bool changed() const { return !runs_.empty(); }
  std::string& text() { return text_; }
  std::vector<OffsetRun>& runs() { return runs_; }
  const RepairTally& tally() const { return tally_; }

 private:
  void keep_until(uint32_t input_end);
  void put(Span what, std::string_view with);

  std::string_view input_;
  std::string text_;
  std::vector<OffsetRun> runs_;
  uint32_t done_ = 0;  // bytes of the input that are in text_ or dropped
  RepairTally tally_;
};

// The runs of two passes in a row: `first` maps the middle text to the source, `second` the clean
// text to the middle. Empty lists are identities. Linear.
std::vector<OffsetRun> compose(const std::vector<OffsetRun>& first,
                               const std::vector<OffsetRun>& second);

}  // namespace solieu
