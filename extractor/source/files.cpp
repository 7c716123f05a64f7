#include "source/files.h"

#include <glob.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <system_error>
#include <utility>

#include "source/folder.h"
#include "source/labels.h"

namespace solieu {
namespace {

namespace fs = std::filesystem;

using Next = std::optional<Result<Member>>;

Error failure(const std::string& path, std::string message, std::string remedy = "") {
  return {Error::Code::kInput, label(path), std::move(message), std::move(remedy)};
}

// What paths that somebody wrote name.
class Paths final : public Container {
 public:
  // `whole`: names of files are the paths, not only their last parts.
  Paths(std::vector<std::string> paths, bool whole, Run* run)
      : run_(run), whole_(whole), waiting_(paths.begin(), paths.end()) {}

  void add(std::string path) { waiting_.push_back(std::move(path)); }

  Next next() override {
    if (waiting_.empty()) return std::nullopt;
    const std::string path = std::move(waiting_.front());
    waiting_.pop_front();
    if (path == "-") {
      if (std::exchange(stdin_read_, true)) {
        return failure(path, "standard input was read already", "give '-' once");
      }
      return open_file_content(path, "stdin", true, run_);
    }
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      return expand(path) ? next() : failure(path, "does not exist");
    }
    if (error) return failure(path, "cannot be read: " + error.message());
    if (fs::is_directory(status)) return Member(open_folder(path, "", run_));
    return open_file_content(path, name_of(path), true, run_);
  }

 private:
  std::string name_of(std::string_view path) const {
    if (!whole_) return std::string(file_name(path));
    while (path.starts_with('/') || path.starts_with("./"))
      path.remove_prefix(path[0] == '/' ? 1 : 2);
    return std::string(path);
  }

  // Puts what a pattern matches, which exists, before the paths that wait.
  bool expand(const std::string& pattern) {
    if (pattern.find_first_of("*?[") == std::string::npos) return false;
    glob_t found{};
    const bool some = ::glob(pattern.c_str(), 0, nullptr, &found) == 0;
    for (size_t i = some ? found.gl_pathc : 0; i > 0; --i) {
      waiting_.emplace_front(found.gl_pathv[i - 1]);
    }
    ::globfree(&found);
    return some;
  }

  Run* run_;
  bool whole_;
  bool stdin_read_ = false;
  std::deque<std::string> waiting_;
};

class PathList final : public Container {
 public:
  PathList(std::string list, Run* run) : list_(std::move(list)), paths_({}, true, run) {}

  Next next() override {
    while (true) {
      if (Next member = paths_.next()) return member;
      if (ended_) return std::nullopt;
      if (!lines_) {
        auto bytes = open_file(list_, nullptr);
        if (!bytes) {
          ended_ = true;
          return bytes.error();
        }
        lines_.emplace(std::move(*bytes));
      }
      std::string path = next_line();
      if (path == "-" && list_ == "-") return failure(path, "standard input is the list");
      if (!path.empty()) paths_.add(std::move(path));
      if (lines_->damaged()) return lines_->take_damage().error;
    }
  }

 private:
  static constexpr size_t kLine = 64 * 1024;  // no path is longer

  std::string next_line() {
    const std::string_view ahead = lines_->fill(kLine);
    const size_t end = ahead.find('\n');
    std::string line(ahead.substr(0, end));
    ended_ = end == std::string_view::npos;
    lines_->consume(std::min(line.size() + 1, ahead.size()));
    if (line.ends_with('\r')) line.pop_back();
    return line;
  }

  std::string list_;
  Paths paths_;
  std::optional<Reader> lines_;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Container> open_paths(std::vector<std::string> paths, Run* run) {
  return std::make_unique<Paths>(std::move(paths), false, run);
}

std::unique_ptr<Container> open_path_list(std::string list, Run* run) {
  return std::make_unique<PathList>(std::move(list), run);
}

}  // namespace solieu
