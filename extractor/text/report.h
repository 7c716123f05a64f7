// What `solieu text` prints.
#pragma once

#include <string>
#include <string_view>

#include "text/clean_text.h"

namespace solieu {

// The encoding found with its evidence, and each repair with count and first place, one per line,
// fields separated by tabs:
//   encoding  tcvn3  share of syllables: 151 words are no UTF-8, ...
//   repair  legacy_encoding  312  letters in TCVN3 were decoded, first at 4..5
std::string cleaning_report(std::string_view source, const CleanOptions& options,
                            const CleanText& clean);

// The runs of the offset map, one per line, bytes half open: clean begin..end, source begin..end,
// "same" or "whole", then the clean text of the run with line ends as \n. A clean source has one
// run.
std::string offset_listing(std::string_view source, const CleanText& clean);

}  // namespace solieu
