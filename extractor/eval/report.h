// The score in words, for standard output.
#pragma once

#include <map>
#include <string>

#include "eval/score.h"

namespace solieu {

// Precision, recall, F1 and strict recall by kind, accuracy by attribute, and the total.
std::string summary(const Score& score);

struct ErrorListing {
  size_t limit = 0;
  // A kind: only its missed and false figures. An attribute: only where that is wrong. Empty:
  // missed and false figures of every kind.
  std::string only;
  std::map<std::string, std::string> sources;  // article id to source bytes, where known
};

// What was missed, false or wrong, each with its sentence where that is known.
std::string error_list(const Score& score, const ErrorListing& listing);

// What changed from an earlier run over the same gold: the scores that differ, and the findings
// that are new or gone.
std::string difference(const Score& earlier, const Score& now, const ErrorListing& listing);

}  // namespace solieu
