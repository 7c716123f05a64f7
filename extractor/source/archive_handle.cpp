#include "source/archive_handle.h"

#include <cerrno>
#include <cstdio>

namespace solieu {

ArchiveHandle::ArchiveHandle(Reader bytes, std::string place)
    : state_(new State{std::move(bytes), 0, {}}),
      place_(std::move(place)),
      archive_(archive_read_new()) {}

Status ArchiveHandle::open() {
  archive_read_set_callback_data(get(), state_.get());
  archive_read_set_read_callback(get(), &ArchiveHandle::read);
  if (state_->reader.size()) archive_read_set_seek_callback(get(), &ArchiveHandle::seek);
  return archive_read_open1(get()) < ARCHIVE_WARN ? Status(error()) : Status();
}

std::optional<Damage> ArchiveHandle::read_rest() {
  Reader& reader = state_->reader;
  while (!reader.take().empty()) continue;
  if (!reader.damaged()) return std::nullopt;
  return reader.take_damage();
}

Error ArchiveHandle::error() const {
  if (state_->damage) return state_->damage->error;
  const char* message = archive_error_string(get());
  return {Error::Code::kInput, place_,
          "is damaged: " + std::string(message != nullptr ? message : "no reason is known"),
          "fetch or pack it again"};
}

la_ssize_t ArchiveHandle::read(archive* handle, void* state, const void** buffer) {
  auto& [reader, position, damage] = *static_cast<State*>(state);
  const std::string_view bytes = reader.take();
  if (bytes.empty() && reader.damaged()) {
    damage = reader.take_damage();
    archive_set_error(handle, EIO, "%s", damage->error.message.c_str());
    return ARCHIVE_FATAL;
  }
  position += bytes.size();
  *buffer = bytes.data();
  return static_cast<la_ssize_t>(bytes.size());
}

la_int64_t ArchiveHandle::seek(archive* /*handle*/, void* state, la_int64_t offset, int whence) {
  auto& [reader, position, damage] = *static_cast<State*>(state);
  const auto size = static_cast<la_int64_t>(*reader.size());
  if (whence == SEEK_CUR) offset += static_cast<la_int64_t>(position);
  if (whence == SEEK_END) offset += size;
  if (offset < 0 || offset > size) return ARCHIVE_FATAL;
  position = static_cast<uint64_t>(offset);
  reader.seek(position);
  return offset;
}

}  // namespace solieu
