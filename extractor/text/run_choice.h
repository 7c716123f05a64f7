// Cuts a row of words into runs that are read in one of two ways.
#pragma once

#include <vector>

namespace solieu {

// What a word costs when it stands as it is and when it is read the other way: 0 is a good word or
// one that tells nothing, 1 a bad one.
struct ReadingCost {
  float as_is = 0;
  float other = 0;
};

// For each word whether to read it the other way, so that bad words and changes between the two
// readings together cost least; a change costs 3/4, so that a single word never makes a run inside
// others. Ties stay as they are. Linear.
std::vector<bool> choose_runs(const std::vector<ReadingCost>& words);

}  // namespace solieu
