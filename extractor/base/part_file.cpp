#include "base/part_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <system_error>
#include <utility>

namespace solieu {
namespace {

namespace fs = std::filesystem;

constexpr size_t kBufferSize = size_t{256} * 1024;

Error output_error(std::string place, std::string message, std::string remedy) {
  return {Error::Code::kOutput, std::move(place), std::move(message), std::move(remedy)};
}

Error failed(const std::string& place, int code) {
  return output_error(place, "cannot write: " + std::generic_category().message(code),
                      code == ENOSPC || code == EDQUOT
                          ? "free some space"
                          : "check the folder, the permissions and the free space");
}

// Owns a descriptor; standard output stays open: it is the caller's.
class File {
 public:
  explicit File(int number) : number_(number) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { close(); }

  int number() const { return number_; }
  bool close() {
    const int number = std::exchange(number_, -1);
    return number < 0 || number == STDOUT_FILENO || ::close(number) == 0;
  }
  bool write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(number_, bytes.data(), bytes.size());
      if (written >= 0) {
        bytes.remove_prefix(static_cast<size_t>(written));
      } else if (errno != EINTR) {
        return false;
      }
    }
    return true;
  }

 private:
  int number_;
};

// A rename is durable when the folder is.
bool sync_folder(const fs::path& file) {
  const fs::path parent = file.parent_path();
  const File folder(
      ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // Some file systems cannot sync a folder and say so with EINVAL.
  return folder.number() >= 0 && (::fsync(folder.number()) == 0 || errno == EINVAL);
}

bool same_file(int number, const fs::path& path) {
  struct stat open {};
  struct stat named {};
  return ::fstat(number, &open) == 0 && ::stat(path.c_str(), &named) == 0 &&
         open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

}  // namespace

struct PartFile::State {
  State(int number, std::string target_name) : file(number), target(std::move(target_name)) {}
  ~State() {
    // Before the file is closed, and with it unlocked.
    if (!kept && !part.empty()) ::unlink(part.c_str());
  }

  File file;
  std::string target;
  std::string part;     // empty: `file` is the target itself
  uint64_t length = 0;  // with the buffer
  std::string buffer;
  bool kept = false;
  bool complete = false;

  Status flush() {
    if (!file.write(buffer)) return failed(target, errno);
    buffer.clear();
    return {};
  }

  // Takes the part file for this run alone and cuts it at the position.
  Status take(uint64_t position) {
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0 || !same_file(file.number(), part)) {
      kept = true;  // it is another's
      return output_error(target, "another run is writing it", "wait for its end");
    }
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) return failed(target, errno);
    if (static_cast<uint64_t>(status.st_size) < position) {
      kept = true;
      return output_error(part, "is shorter than its checkpoint says", "begin anew");
    }
    if (::ftruncate(file.number(), static_cast<off_t>(position)) != 0 ||
        ::lseek(file.number(), 0, SEEK_END) < 0) {
      return failed(target, errno);
    }
    length = position;
    return {};
  }
};

PartFile::PartFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
PartFile::PartFile(PartFile&&) noexcept = default;
PartFile& PartFile::operator=(PartFile&&) noexcept = default;
PartFile::~PartFile() = default;

Result<PartFile> PartFile::open(const fs::path& path, std::string_view position) {
  std::error_code ignored;
  const auto kind =
      path == "-" ? fs::file_type::fifo : fs::status(path, ignored).type();  // follows links
  if (kind == fs::file_type::directory) {
    return output_error(path.string(), "is a folder", "name a file");
  }
  if (kind != fs::file_type::not_found && kind != fs::file_type::regular) {
    const std::string name = path == "-" ? "standard output" : path.string();
    if (!position.empty()) {
      return output_error(name, "is no file, so no run can go on in it", "begin anew");
    }
    auto state = std::make_unique<State>(
        path == "-" ? STDOUT_FILENO : ::open(path.c_str(), O_WRONLY | O_CLOEXEC), name);
    if (state->file.number() < 0) return failed(name, errno);
    return PartFile(std::move(state));
  }

  // Through a symbolic link the file that it points to is replaced, not the link.
  fs::path target = path;
  if (kind == fs::file_type::regular) {
    target = fs::canonical(path, ignored);
    if (ignored) target = path;
  }
  const std::string part = target.string() + ".part";
  uint64_t from = 0;
  const char* const end = position.data() + position.size();
  if (!position.empty() && std::from_chars(position.data(), end, from).ptr != end) {
    return output_error(target.string(), "the checkpoint gives it no position", "begin anew");
  }
  const bool resumed = !position.empty();
  auto state = std::make_unique<State>(
      ::open(part.c_str(), O_WRONLY | O_CLOEXEC | (resumed ? 0 : O_CREAT), 0666), target.string());
  if (state->file.number() < 0) {
    const int code = errno;
    if (resumed && code == ENOENT && fs::file_size(target, ignored) == from && !ignored) {
      state->complete = true;
      return PartFile(std::move(state));
    }
    return failed(part, code);
  }
  state->part = part;
  state->kept = resumed;
  if (Status taken = state->take(from); !taken) return taken.error();
  return PartFile(std::move(state));
}

Status PartFile::append(std::string_view bytes) {
  if (state_->complete) {
    return output_error(state_->target, "is complete, but the run is not", "begin anew");
  }
  state_->buffer += bytes;
  state_->length += bytes.size();
  return state_->buffer.size() < kBufferSize ? Status() : state_->flush();
}

Result<std::string> PartFile::sync() {
  if (Status status = state_->flush(); !status) return status.error();
  if (!state_->part.empty()) {
    if (::fsync(state_->file.number()) != 0) return failed(state_->target, errno);
    state_->kept = true;
  }
  return std::to_string(state_->length);
}

Status PartFile::finish() {
  if (std::exchange(state_->complete, true)) return {};
  if (Status status = state_->flush(); !status) return status;
  if (state_->part.empty()) {
    return state_->file.close() ? Status() : failed(state_->target, errno);
  }
  // The data must be on the disk before the name points to it.
  if (::fsync(state_->file.number()) != 0 ||
      ::rename(state_->part.c_str(), state_->target.c_str()) != 0) {
    return failed(state_->target, errno);
  }
  state_->part.clear();
  if (!sync_folder(state_->target) || !state_->file.close()) return failed(state_->target, errno);
  return {};
}

Status replace_file(const fs::path& path, std::string_view bytes) {
  const std::string temporary = path.string() + ".new";
  File file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (file.number() < 0) return failed(path.string(), errno);
  if (!file.write(bytes) || ::fsync(file.number()) != 0 || !file.close() ||
      ::rename(temporary.c_str(), path.c_str()) != 0 || !sync_folder(path)) {
    const int code = errno;
    ::unlink(temporary.c_str());
    return failed(path.string(), code);
  }
  return {};
}

Status remove_file(const fs::path& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) return failed(path.string(), errno);
  return sync_folder(path) ? Status() : failed(path.string(), errno);
}

}  // namespace solieu
