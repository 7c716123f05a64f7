#include "source/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

namespace solieu {
namespace {

constexpr size_t kPiece = 128 * 1024;

Error failure(const std::string& path, int code) {
  return {Error::Code::kInput, path, "cannot be read: " + std::generic_category().message(code),
          "check that the file exists and may be read"};
}

class FileStream final : public ByteStream {
 public:
  FileStream(int file, std::string path, std::atomic<uint64_t>* read_count)
      : file_(file), path_(std::move(path)), read_count_(read_count), buffer_(kPiece) {
    struct stat about {};
    if (::fstat(file_, &about) == 0 && S_ISREG(about.st_mode) && ::lseek(file_, 0, SEEK_CUR) == 0) {
      size_ = static_cast<uint64_t>(about.st_size);
    }
  }
  ~FileStream() override {
    if (file_ != STDIN_FILENO) ::close(file_);
  }
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  Result<std::string_view> read() override {
    ssize_t got = 0;
    do {
      got = failed_ ? 0 : ::read(file_, buffer_.data(), buffer_.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
      failed_ = true;
      return failure(path_, errno);
    }
    if (read_count_ != nullptr) *read_count_ += static_cast<uint64_t>(got);
    return std::string_view(buffer_.data(), static_cast<size_t>(got));
  }

  std::optional<uint64_t> size() const override { return size_; }
  void seek(uint64_t offset) override { ::lseek(file_, static_cast<off_t>(offset), SEEK_SET); }

 private:
  int file_;
  std::string path_;
  std::atomic<uint64_t>* read_count_;
  std::vector<char> buffer_;
  std::optional<uint64_t> size_;
  bool failed_ = false;
};

class MemoryStream final : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : bytes_(bytes) {}
  Result<std::string_view> read() override { return std::exchange(bytes_, {}); }

 private:
  std::string_view bytes_;
};

}  // namespace

Result<std::unique_ptr<ByteStream>> open_file(const std::string& path,
                                              std::atomic<uint64_t>* read_count) {
  const int file = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return failure(path, errno);
  return std::unique_ptr<ByteStream>(std::make_unique<FileStream>(file, path, read_count));
}

std::unique_ptr<ByteStream> stream_of(std::string_view bytes) {
  return std::make_unique<MemoryStream>(bytes);
}

std::string_view Reader::read() {
  if (damage_) return {};
  auto piece = stream_->read();
  if (!piece) {
    damage_ = Damage{piece.error(), stream_->spoiled()};
    return {};
  }
  bytes_read_ += piece->size();
  return *piece;
}

std::string_view Reader::fill(size_t size) {
  if (begin_ == buffer_.size() || begin_ > kPiece) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  while (buffer_.size() - begin_ < size) {
    const std::string_view piece = read();
    if (piece.empty()) break;
    buffer_ += piece;
  }
  return buffered();
}

std::string_view Reader::take() {
  if (begin_ == buffer_.size()) return read();
  return std::string_view(buffer_).substr(std::exchange(begin_, buffer_.size()));
}

Damage Reader::take_damage() {
  Damage out = std::move(*damage_);
  damage_.reset();
  return out;
}

void Reader::seek(uint64_t offset) {
  buffer_.clear();
  begin_ = 0;
  stream_->seek(offset);
}

}  // namespace solieu
