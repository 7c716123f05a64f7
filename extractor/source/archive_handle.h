// libarchive's reader, fed from a Reader.
#pragma once

#include <archive.h>

#include <memory>
#include <optional>
#include <string>

#include "source/byte_stream.h"

namespace solieu {

// An open archive and the bytes that it reads, which stay where they are.
class ArchiveHandle {
 public:
  // `place` names the archive in errors. Formats and filters are to be enabled on `get` before
  // `open`.
  ArchiveHandle(Reader bytes, std::string place);

  Status open();
  archive* get() const { return archive_.get(); }
  // Packed bytes read so far.
  uint64_t bytes_read() const { return state_->reader.bytes_read(); }
  // Reads what is behind the archive's end, where the checksum of a compression stands; what is
  // wrong with it.
  std::optional<Damage> read_rest();
  // What is wrong: with the bytes, else what libarchive complained of last.
  Error error() const;
  // Whether that spoils what was read before.
  bool spoiled() const { return state_->damage && state_->damage->spoiled; }

 private:
  struct State {
    Reader reader;
    uint64_t position = 0;
    std::optional<Damage> damage;  // of the bytes
  };
  struct Free {
    void operator()(archive* handle) const { archive_read_free(handle); }
  };

  static la_ssize_t read(archive* handle, void* state, const void** buffer);
  static la_int64_t seek(archive* handle, void* state, la_int64_t offset, int whence);

  std::unique_ptr<State> state_;
  std::string place_;
  std::unique_ptr<archive, Free> archive_;
};

}  // namespace solieu
