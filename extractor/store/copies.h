// Which articles of a store are copies of one another.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "solieu/status.h"
#include "store/database.h"

namespace solieu {

// Articles of which at least this share of the runs of three words is common are copies.
inline constexpr double kCopy = 0.7;

// For each of `articles` (numbers of their rows) the first one, by publication and then by row, of
// those of them that say the same; an article without copies is its own. Compares each article with
// the firsts that share a part of its signature only.
Result<std::unordered_map<int64_t, int64_t>> find_copies(const Database& store,
                                                         const std::vector<int64_t>& articles);

}  // namespace solieu
