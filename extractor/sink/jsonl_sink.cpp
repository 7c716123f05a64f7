#include "solieu/jsonl_sink.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace solieu {
namespace {

constexpr size_t kBufferSize = size_t{256} * 1024;

Error output_error(const std::string& place, int code) {
  return {Error::Code::kOutput, place, "cannot write: " + std::generic_category().message(code),
          "check the folder, the permissions and the free space"};
}

class JsonlSink final : public Sink {
 public:
  // `temporary` is renamed to `target` at the end; when it is empty, `file` is the target itself.
  JsonlSink(int file, std::string target, std::string temporary, const JsonOptions& options)
      : file_(file),
        target_(std::move(target)),
        temporary_(std::move(temporary)),
        options_(options) {}
  JsonlSink(const JsonlSink&) = delete;
  JsonlSink& operator=(const JsonlSink&) = delete;

  ~JsonlSink() override {
    close();
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
  }

  Status write(const ArticleRecord& record) override {
    append_json(record, options_, buffer_);
    buffer_ += '\n';
    return buffer_.size() < kBufferSize ? Status() : flush();
  }

  Status finish() override {
    if (Status status = flush(); !status) return status;
    if (temporary_.empty()) return close() ? Status() : failed();
    // The data must be on the disk before the name points to it.
    if (::fsync(file_) != 0) return failed();
    if (!close()) return failed();
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) return failed();
    temporary_.clear();
    return {};
  }

 private:
  Status failed() const { return output_error(target_, errno); }

  Status flush() {
    for (size_t done = 0; done < buffer_.size();) {
      const ssize_t written = ::write(file_, buffer_.data() + done, buffer_.size() - done);
      if (written >= 0) {
        done += static_cast<size_t>(written);
      } else if (errno != EINTR) {
        return failed();
      }
    }
    buffer_.clear();
    return {};
  }

  // Standard output stays open: it is the caller's.
  bool close() {
    const int file = std::exchange(file_, -1);
    return file < 0 || file == STDOUT_FILENO || ::close(file) == 0;
  }

  int file_;
  std::string target_;
  std::string temporary_;
  JsonOptions options_;
  std::string buffer_;
};

}  // namespace

Result<std::unique_ptr<Sink>> open_jsonl_sink(const std::filesystem::path& path,
                                              const JsonOptions& options) {
  const auto made = [&](int file, std::string target,
                        std::string temporary) -> Result<std::unique_ptr<Sink>> {
    if (file < 0) return output_error(target, errno);
    return std::unique_ptr<Sink>(
        std::make_unique<JsonlSink>(file, std::move(target), std::move(temporary), options));
  };
  if (path == "-") return made(STDOUT_FILENO, "standard output", {});

  std::error_code ignored;
  const auto kind = std::filesystem::status(path, ignored).type();
  if (kind == std::filesystem::file_type::directory) {
    return Error{Error::Code::kOutput, path.string(), "is a folder", "name a file"};
  }
  if (kind != std::filesystem::file_type::not_found &&
      kind != std::filesystem::file_type::regular) {
    return made(::open(path.c_str(), O_WRONLY | O_CLOEXEC), path.string(), {});
  }
  // Through a symbolic link the file that it points to is replaced, not the link.
  std::filesystem::path target = path;
  if (kind == std::filesystem::file_type::regular) {
    target = std::filesystem::canonical(path, ignored);
    if (ignored) target = path;
  }
  const std::string temporary = target.string() + "." + std::to_string(::getpid()) + ".tmp";
  return made(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666),
              target.string(), temporary);
}

}  // namespace solieu
