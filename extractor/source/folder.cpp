#include "source/folder.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "source/labels.h"

namespace solieu {
namespace {

namespace fs = std::filesystem;

class Folder final : public Container {
 public:
  Folder(std::string path, std::string prefix, Run* run)
      : path_(std::move(path)), prefix_(std::move(prefix)), run_(run) {
    if (!path_.ends_with('/')) path_ += '/';
  }

  std::optional<Result<Member>> next() override {
    if (!std::exchange(listed_, true)) {
      if (auto error = list()) return *std::move(error);
    }
    while (!names_.empty()) {
      const std::string name = std::move(names_.back());
      names_.pop_back();
      if (auto member = open(name)) return member;
      ++run_->passed_over;
    }
    return std::nullopt;
  }

 private:
  std::optional<Error> list() {
    std::error_code error;
    for (fs::directory_iterator it(path_, error), end; !error && it != end; it.increment(error)) {
      std::string name = it->path().filename().native();
      // Also outputs of this very run are called *.part while they grow.
      const bool left_out = name.starts_with('.') || name.ends_with(".part");
      if (!left_out) names_.push_back(std::move(name));
    }
    std::sort(names_.rbegin(), names_.rend());
    if (error) return failure(path_, "cannot be read: " + error.message());
    return std::nullopt;
  }

  std::optional<Result<Member>> open(const std::string& name) {
    const std::string path = path_ + name;
    std::error_code error;
    switch (fs::status(path, error).type()) {
      case fs::file_type::regular:
        return open_file_content(path, prefix_ + name, false, run_);
      case fs::file_type::directory:
        if (fs::is_symlink(path, error)) return std::nullopt;
        return Member(open_folder(path, prefix_ + name + "/", run_));
      case fs::file_type::not_found:
        return failure(path, "is a link to what does not exist");
      case fs::file_type::none:
        return failure(path, "cannot be read: " + error.message());
      default:  // pipes, sockets, devices
        return std::nullopt;
    }
  }

  static Error failure(const std::string& path, std::string message) {
    return {Error::Code::kInput, label(path), std::move(message), ""};
  }

  std::string path_;  // ends in '/'
  std::string prefix_;
  Run* run_;
  std::vector<std::string> names_;  // backwards
  bool listed_ = false;
};

}  // namespace

std::unique_ptr<Container> open_folder(std::string path, std::string prefix, Run* run) {
  return std::make_unique<Folder>(std::move(path), std::move(prefix), run);
}

Result<Member> open_file_content(const std::string& path, const std::string& name, bool by_name,
                                 Run* run) {
  auto bytes = open_file(path, &run->bytes_read);
  if (!bytes) {
    Error error = bytes.error();
    error.place = label(path);
    return error;
  }
  UnreadContent content;
  content.bytes = std::move(*bytes);
  content.uri = label(path);
  content.name = label(name);
  content.by_name = by_name;
  if (content.uri != path) {
    content.warnings.push_back(
        {"file_name", "the file's name is not plain UTF-8; id and uri are percent-encoded"});
  }
  return Member(std::move(content));
}

}  // namespace solieu
