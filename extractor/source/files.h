// Paths, lists of paths, and folders.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "source/container.h"

namespace solieu {

// What the paths name, in their order: files, folders, "-" for standard input (once), and, where
// nothing has that very name, shell patterns with *, ? and []. `run` is not owned.
std::unique_ptr<Container> open_paths(std::vector<std::string> paths, Run* run);

// What the lines of a list name (the list "-" is standard input), read as it goes. Names of files
// are the paths as they are written there.
std::unique_ptr<Container> open_path_list(std::string list, Run* run);

}  // namespace solieu
