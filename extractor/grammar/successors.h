// What administrative units became that are no more. Read only when somebody asks: extraction does
// not need it. Sources: rules/gazetteer/README.md.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "grammar/gazetteer.h"

namespace solieu {

// Immutable after load, safe to share between threads.
class Successors {
 public:
  // Reads successors.tsv and provinces.tsv of `folder`. Errors name the file.
  static Result<Successors> load(const std::filesystem::path& folder);

  // The code of the unit that has had this one's territory, or most of it, since 2025-07-01; empty
  // where the tables say nothing (districts: nothing took their place) and of units still in force.
  // A view into the tables.
  std::string_view of(const AdminUnit& unit) const;

 private:
  std::unordered_map<std::string, std::string> communes_;         // by code
  std::map<std::pair<std::string, Day>, std::string> provinces_;  // by code and first day
};

}  // namespace solieu
