#include "text/run_choice.h"

#include <cstddef>
#include <cstdint>

namespace solieu {

std::vector<bool> choose_runs(const std::vector<ReadingCost>& words) {
  constexpr float kChange = 0.75f;
  // The cheapest way to reach each reading, and for each word from which reading it was reached.
  ReadingCost best;
  std::vector<uint8_t> from_other(words.size());  // bit 0: into as_is, bit 1: into other
  for (size_t i = 0; i < words.size(); ++i) {
    const bool leave = best.other + kChange < best.as_is;
    const bool stay = best.other <= best.as_is + kChange;
    const ReadingCost next = {(leave ? best.other + kChange : best.as_is) + words[i].as_is,
                              (stay ? best.other : best.as_is + kChange) + words[i].other};
    from_other[i] = static_cast<uint8_t>((leave ? 1 : 0) | (stay ? 2 : 0));
    best = next;
  }
  std::vector<bool> other(words.size());
  bool reading = best.other < best.as_is;
  for (size_t i = words.size(); i-- > 0;) {
    other[i] = reading;
    reading = (from_other[i] >> (reading ? 1 : 0) & 1) != 0;
  }
  return other;
}

}  // namespace solieu
