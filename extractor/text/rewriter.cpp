#include "text/rewriter.h"

#include <algorithm>
#include <cassert>

namespace solieu {
namespace {

// Adds a run to the list; neighbours that are both verbatim become one.
void push(std::vector<OffsetRun>& runs, OffsetRun run) {
  if (run.clean.empty() && run.source.empty()) return;
  if (!runs.empty() && run.verbatim && runs.back().verbatim) {
    runs.back().clean.end = run.clean.end;
    runs.back().source.end = run.source.end;
  } else {
    runs.push_back(run);
  }
}

}  // namespace

void Rewriter::keep_until(uint32_t input_end) {
  if (input_end == done_) return;
  const auto begin = static_cast<uint32_t>(text_.size());
  text_.append(input_.substr(done_, input_end - done_));
  push(runs_, {{begin, begin + (input_end - done_)}, {done_, input_end}, true});
  done_ = input_end;
}

void Rewriter::replace(Span what, std::string_view with, Repair repair) {
  if (what.of(input_) == with) return;
  tally_.add(repair, what);
  put(what, with);
}

void Rewriter::replace_more(Span what, std::string_view with) {
  if (what.of(input_) != with) put(what, with);
}

void Rewriter::put(Span what, std::string_view with) {
  assert(what.begin >= done_ && !what.empty() && what.end <= input_.size());
  if (runs_.empty()) text_.reserve(input_.size() + input_.size() / 8);
  keep_until(what.begin);
  const auto begin = static_cast<uint32_t>(text_.size());
  text_.append(with);
  runs_.push_back({{begin, static_cast<uint32_t>(text_.size())}, what, false});
  done_ = what.end;
}

void Rewriter::finish() {
  if (changed()) keep_until(static_cast<uint32_t>(input_.size()));
}

std::vector<OffsetRun> compose(const std::vector<OffsetRun>& first,
                               const std::vector<OffsetRun>& second) {
  if (first.empty()) return second;
  if (second.empty()) return first;
  std::vector<OffsetRun> out;
  out.reserve(first.size() + second.size());
  size_t a = 0, b = 0;
  uint32_t mid = 0, clean = 0, source = 0;  // everything before these is in `out`
  while (a < first.size() || b < second.size()) {
    // What the first pass dropped here is gone in the clean text too.
    if (a < first.size() && first[a].clean.empty()) {
      push(out, {{clean, clean}, first[a].source, false});
      source = first[a++].source.end;
      continue;
    }
    assert(a < first.size() && b < second.size());
    const OffsetRun& outer = first[a];
    const OffsetRun& inner = second[b];
    if (outer.verbatim && inner.verbatim) {
      const uint32_t n = std::min(outer.clean.end, inner.source.end) - mid;
      push(out, {{clean, clean + n}, {source, source + n}, true});
      mid += n, clean += n, source += n;
      if (mid == outer.clean.end) ++a;
      if (mid == inner.source.end) ++b;
      continue;
    }
    // A run that maps only as a whole takes in all that it touches on the other side.
    OffsetRun whole{{clean, clean}, {source, source}, false};
    uint32_t end = mid + 1;
    bool grown = true;
    while (grown) {
      grown = false;
      while (a < first.size() && first[a].clean.begin < end) {
        const OffsetRun& run = first[a];
        if (run.verbatim && run.clean.end > end) break;
        end = std::max(end, run.clean.end);
        whole.source.end = run.source.end;
        ++a;
        grown = true;
      }
      while (b < second.size() && second[b].source.begin < end) {
        const OffsetRun& run = second[b];
        if (run.verbatim && run.source.end > end) break;
        end = std::max(end, run.source.end);
        whole.clean.end = run.clean.end;
        ++b;
        grown = true;
      }
    }
    // A verbatim run that reaches further is cut.
    if (a < first.size() && first[a].clean.begin < end) {
      whole.source.end = first[a].source.begin + (end - first[a].clean.begin);
    }
    if (b < second.size() && second[b].source.begin < end) {
      whole.clean.end = second[b].clean.begin + (end - second[b].source.begin);
    }
    mid = end, clean = whole.clean.end, source = whole.source.end;
    push(out, whole);
  }
  return out;
}

}  // namespace solieu
