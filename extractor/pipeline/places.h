// Places of inputs, as errors and uris name them: a file, "folder/", "archive!member", "file:line".
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>

#include "solieu/status.h"

namespace solieu {

class Places {
 public:
  // The places that dead letters name. Errors (kUsage) name the file and the line.
  static Result<Places> of_dead_letters(const std::filesystem::path& path);

  void add(std::string place);
  bool empty() const { return places_.empty(); }
  // Whether an input is one of the places or in one: "a.zip!b.txt" is in "a.zip".
  bool hold(std::string_view input) const;

 private:
  std::unordered_set<std::string> places_;
};

// The file in which a place is; the place itself when no part of its name is a file.
std::string_view file_of(std::string_view place);

}  // namespace solieu
