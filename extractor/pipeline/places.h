// Places of inputs, as errors and uris name them: a file, "folder/", "archive!member", "file:line".
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "solieu/status.h"

namespace solieu {

class Places {
 public:
  // The places that dead letters name. Errors (kUsage) name the file and the line.
  static Result<Places> of_dead_letters(const std::filesystem::path& path);

  void add(std::string place);
  // Whether an input is one of the places or in one: "a.zip!b.txt" is in "a.zip".
  bool hold(std::string_view input) const;

  // Like `hold`, and notes which places were met.
  bool meet(std::string_view input);
  // The same of what cannot be read: the places that are in it were met, too.
  bool meet_failed(std::string_view container);
  // A place that was not met, each once.
  std::optional<std::string> take_unmet();

  // Tells these places from others.
  std::string digest() const;

 private:
  struct Place {
    std::string name;
    bool met = false;
  };
  // Calls `each` with the number of each place that `input` is or is in.
  template <class Each>
  void for_each_around(std::string_view input, const Each& each) const;

  std::vector<Place> places_;
  std::multimap<std::string, size_t, std::less<>> numbers_;  // by each way to write it
  size_t looked_at_ = 0;                                     // by take_unmet
};

// The file in which a place is: the place itself or the part of its name that is there, else, for
// standard input and pipes, what stands before the member or the line.
std::string_view file_of(std::string_view place);

}  // namespace solieu
