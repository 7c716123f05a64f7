// Bytes that come one piece after the other, and a buffer to look ahead in them.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "solieu/status.h"

namespace solieu {

class ByteStream {
 public:
  virtual ~ByteStream() = default;
  // The next bytes, valid until the next call; empty at the end. An error says what broke: the
  // following call goes on with what can be read behind it.
  virtual Result<std::string_view> read() = 0;
  // Whether the last error was not that the bytes broke off: a limit was passed or a checksum is
  // wrong, and what was read before is not to be used.
  virtual bool spoiled() const { return false; }
  // The size in bytes when `seek` works, else nothing.
  virtual std::optional<uint64_t> size() const { return std::nullopt; }
  // Goes on at an offset from the beginning. Only when `size` is known.
  virtual void seek(uint64_t /*offset*/) {}
};

// A file, or standard input when `path` is "-". `read_count` (not owned, may be null) is advanced
// by the bytes read. An error names the file.
Result<std::unique_ptr<ByteStream>> open_file(const std::string& path,
                                              std::atomic<uint64_t>* read_count);

// Bytes in memory, which must outlive the stream.
std::unique_ptr<ByteStream> stream_of(std::string_view bytes);

// What is wrong with a stream, and whether what came before is spoiled.
struct Damage {
  Error error;
  bool spoiled = false;
};

// A buffer before a stream. Views that it returns are valid until the next call that is not const.
class Reader {
 public:
  explicit Reader(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

  // Buffers until there are `size` bytes, or until the end or damage; returns all that is buffered.
  std::string_view fill(size_t size);
  void consume(size_t size) { begin_ += size; }
  // Consumes and returns what is buffered, else the next piece; empty at the end and at damage.
  std::string_view take();

  // Whether `fill` and `take` stopped at damage; they go on behind it once it was taken.
  bool damaged() const { return damage_.has_value(); }
  Damage take_damage();

  std::optional<uint64_t> size() const { return stream_->size(); }
  void seek(uint64_t offset);
  uint64_t bytes_read() const { return bytes_read_; }  // from the stream, so far

 private:
  std::string_view buffered() const { return std::string_view(buffer_).substr(begin_); }
  std::string_view read();

  std::unique_ptr<ByteStream> stream_;
  std::string buffer_;
  size_t begin_ = 0;
  std::optional<Damage> damage_;
  uint64_t bytes_read_ = 0;
};

}  // namespace solieu
