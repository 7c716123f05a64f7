// The members of Totals by name, for all that reads or writes them.
#pragma once

#include <array>
#include <string_view>

#include "solieu/pipeline.h"

namespace solieu {

struct TotalsMember {
  std::string_view name;
  uint64_t Totals::*value;
};

inline constexpr std::array<TotalsMember, 9> kTotalsMembers = {
    {{"inputs", &Totals::inputs},
     {"records", &Totals::records},
     {"empty", &Totals::empty},
     {"duplicates", &Totals::duplicates},
     {"dead_letters", &Totals::dead_letters},
     {"kept", &Totals::kept},
     {"removed", &Totals::removed},
     {"figures", &Totals::figures},
     {"bytes", &Totals::bytes}}};

}  // namespace solieu
