// Reads tests/golden/figures/*.txt and says what each sentence gives instead.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "grammar/rule_set.h"

namespace solieu {

struct GoldenFigure {
  std::string kind, quote, value, unit, modifier;
  bool optional = false;
};

struct GoldenSentence {
  std::string place;  // "file:line"
  std::string text;
  bool known_gap = false;  // a "~" line says why
  std::vector<GoldenFigure> figures;
};

// Throws std::runtime_error with file and line when a file is malformed.
std::vector<GoldenSentence> read_golden(const std::filesystem::path& folder);

// The differences between what the rules find and what is expected; empty when they agree.
std::string golden_difference(const RuleSet& rules, const GoldenSentence& sentence);

}  // namespace solieu
