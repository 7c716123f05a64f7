// Folders.
#pragma once

#include <memory>
#include <string>

#include "source/container.h"

namespace solieu {

// The files below a folder: each level sorted by the bytes of the names, files and folders alike.
// Names that begin with '.' or end in ".part" (unfinished) are left out, symbolic links to folders
// are not followed. Names of the files are their paths below the folder behind `prefix`. `run` is
// not owned.
std::unique_ptr<Container> open_folder(std::string path, std::string prefix, Run* run);

// A file as content: `name` is the id with extensions. An error when it cannot be opened.
Result<Member> open_file_content(const std::string& path, const std::string& name, bool by_name,
                                 Run* run);

}  // namespace solieu
