// How far reviewers who judged the same figures agree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "solieu/status.h"
#include "store/database.h"

namespace solieu {

// Two reviewers over one field; the field "verdict" is whether the record is right, wrong or none.
struct Agreement {
  std::string a;
  std::string b;
  std::string field;
  uint32_t common = 0;  // judged by both
  uint32_t agreed = 0;
  std::optional<double> kappa;  // nothing when both always say the same one thing
};

// Cohen's kappa: how much more two raters agree than their habits alone would make them. Nothing
// when chance alone would make them agree always. Categories are any texts.
std::optional<double> cohens_kappa(const std::vector<std::pair<std::string, std::string>>& ratings);

// Every pair of reviewers who judged a figure in common, by field.
Result<std::vector<Agreement>> agreement(const Database& database);

}  // namespace solieu
