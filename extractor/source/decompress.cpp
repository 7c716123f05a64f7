#include "source/decompress.h"

#include <algorithm>
#include <array>
#include <utility>

#include "source/archive_handle.h"
#include "source/gzip.h"

namespace solieu {
namespace {

struct Filter {
  std::string_view media_type;
  int (*enable)(archive*);
};

constexpr std::array kFilters = {
    Filter{"application/zstd", archive_read_support_filter_zstd},
    Filter{"application/x-bzip2", archive_read_support_filter_bzip2},
    Filter{"application/x-xz", archive_read_support_filter_xz},
};

class FilterStream final : public ByteStream {
 public:
  FilterStream(ArchiveHandle handle, std::string place, Budget* budget)
      : handle_(std::move(handle)), place_(std::move(place)), expansion_(budget) {}

  Result<std::string_view> read() override {
    const void* block = nullptr;
    size_t size = 0;
    la_int64_t offset = 0;
    while (!ended_) {
      const int code = archive_read_data_block(handle_.get(), &block, &size, &offset);
      if (code == ARCHIVE_EOF) break;
      if (code < ARCHIVE_WARN) {
        ended_ = true;
        spoiled_ = handle_.spoiled();
        return handle_.error();
      }
      if (auto breach = expansion_.add(size, handle_.bytes_read(), place_)) {
        ended_ = spoiled_ = true;
        return *breach;
      }
      if (size > 0) return std::string_view(static_cast<const char*>(block), size);
    }
    ended_ = true;
    return std::string_view();
  }

  bool spoiled() const override { return spoiled_; }

 private:
  ArchiveHandle handle_;
  std::string place_;
  Expansion expansion_;
  bool ended_ = false;
  bool spoiled_ = false;
};

}  // namespace

bool is_compressed(std::string_view media_type) {
  return media_type == "application/gzip" ||
         std::any_of(kFilters.begin(), kFilters.end(),
                     [&](const Filter& filter) { return filter.media_type == media_type; });
}

Result<std::unique_ptr<ByteStream>> decompress(std::string_view media_type, Reader packed,
                                               std::string place, Budget* budget) {
  if (media_type == "application/gzip") return gunzip(std::move(packed), std::move(place), budget);
  ArchiveHandle handle(std::move(packed), place);
  archive_read_support_format_raw(handle.get());
  archive_read_support_format_empty(handle.get());
  for (const Filter& filter : kFilters) {
    if (filter.media_type == media_type) filter.enable(handle.get());
  }
  if (const Status opened = handle.open(); !opened) return opened.error();
  archive_entry* entry = nullptr;
  const int code = archive_read_next_header(handle.get(), &entry);
  if (code == ARCHIVE_EOF) return stream_of("");
  if (code < ARCHIVE_WARN) return handle.error();
  return std::unique_ptr<ByteStream>(
      std::make_unique<FilterStream>(std::move(handle), std::move(place), budget));
}

}  // namespace solieu
