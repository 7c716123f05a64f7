#include "source/archive.h"

#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <utility>

#include "source/archive_handle.h"
#include "source/labels.h"

namespace solieu {
namespace {

constexpr size_t kPiece = 128 * 1024;

// The bytes of the member at which an archive stands.
class MemberStream final : public ByteStream {
 public:
  MemberStream(const ArchiveHandle* handle, std::string place, Budget* budget)
      : handle_(handle), place_(std::move(place)), expansion_(budget) {
    packed_before_ = handle->bytes_read();
  }

  Result<std::string_view> read() override {
    if (ended_) return std::string_view();
    if (block_.empty() && hole_ == 0) {
      const void* block = nullptr;
      size_t size = 0;
      la_int64_t offset = 0;
      const int code = archive_read_data_block(handle_->get(), &block, &size, &offset);
      ended_ = code == ARCHIVE_EOF || code < ARCHIVE_WARN;
      if (code < ARCHIVE_WARN) {
        spoiled_ = handle_->spoiled();
        Error error = handle_->error();
        error.place = place_;
        return error;
      }
      if (ended_) return std::string_view();
      block_ = {static_cast<const char*>(block), size};
      hole_ = std::max(static_cast<uint64_t>(offset), position_) - position_;
    }
    // Sparse files have holes of zeros between their blocks.
    static constexpr std::array<char, 4096> kZeros{};
    const std::string_view out =
        hole_ > 0 ? std::string_view(kZeros.data(), std::min<uint64_t>(hole_, kZeros.size()))
                  : std::exchange(block_, {});
    hole_ -= std::min<uint64_t>(hole_, out.size());
    position_ += out.size();
    // What libarchive read ahead for this member was read for the one before.
    const uint64_t packed = handle_->bytes_read() - packed_before_ + 2 * kPiece;
    if (auto breach = expansion_.add(out.size(), packed, place_)) {
      ended_ = spoiled_ = true;
      return *breach;
    }
    if (out.empty()) return read();
    return out;
  }

  bool spoiled() const override { return spoiled_; }

 private:
  const ArchiveHandle* handle_;
  std::string place_;
  Expansion expansion_;
  uint64_t packed_before_ = 0;
  std::string_view block_;  // read, but not yet returned
  uint64_t hole_ = 0;       // zeros before it
  uint64_t position_ = 0;
  bool ended_ = false;
  bool spoiled_ = false;
};

// libarchive turns names into the locale's encoding and loses those that do not fit.
class Utf8Locale {
 public:
  Utf8Locale() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (locale_ != nullptr) before_ = ::uselocale(locale_);
  }
  ~Utf8Locale() {
    if (locale_ == nullptr) return;
    ::uselocale(before_);
    ::freelocale(locale_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t locale_;
  locale_t before_{};
};

class Archive final : public Container {
 public:
  // `streamed`: it is read from its beginning to its end.
  Archive(ArchiveHandle handle, bool streamed, const UnreadContent& about, Run* run)
      : handle_(std::move(handle)),
        streamed_(streamed),
        uri_(about.uri),
        prefix_(about.prefix + std::string(without_container(about.name)) + "!"),
        nesting_(about.nesting),
        run_(run) {}

  std::optional<Result<Member>> next() override {
    const Utf8Locale locale;
    while (!ended_) {
      archive_entry* entry = nullptr;
      const int code = archive_read_next_header(handle_.get(), &entry);
      if (code == ARCHIVE_EOF && streamed_) {
        ended_ = true;
        // Bytes behind the end are nobody's business; that those before it are wrong is.
        if (auto damage = handle_.read_rest(); damage && damage->spoiled) return damage->error;
      }
      if (code == ARCHIVE_EOF || run_->budget.exhausted()) break;
      if (code < ARCHIVE_WARN) {
        ended_ = code == ARCHIVE_FATAL;
        if (!ended_ && ++failures_ > kMaxFailures) ended_ = true;
        return handle_.error();
      }
      if (++entries_ > run_->options.limits.entries) {
        ended_ = true;
        return limit_error(
            uri_, "has more than " + std::to_string(run_->options.limits.entries) + " entries",
            "--max-entries");
      }
      if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr) {
        continue;
      }
      std::string path = path_of(entry);
      if (is_hidden(path)) continue;
      std::string uri = uri_ + "!" + path;
      if (archive_entry_is_encrypted(entry) != 0) {
        return Error{Error::Code::kInput, std::move(uri), "is encrypted",
                     "unpack the archive with its password and give the files"};
      }
      UnreadContent content;
      content.bytes = std::make_unique<MemberStream>(&handle_, uri, &run_->budget);
      content.uri = std::move(uri);
      content.prefix = prefix_;
      content.name = path;
      content.nesting = nesting_;
      return Member(std::move(content));
    }
    ended_ = true;
    return std::nullopt;
  }

 private:
  static constexpr size_t kMaxFailures = 100;  // in a row of an archive that is beyond help

  // Names in the zip and pax formats are UTF-8, others are bytes as they are.
  std::string path_of(archive_entry* entry) const {
    const char* path = archive_entry_pathname(entry);
    if (path == nullptr) path = archive_entry_pathname_utf8(entry);
    if (path == nullptr || *path == '\0') return std::to_string(entries_);
    std::string_view out = path;
    while (out.starts_with("./")) out.remove_prefix(2);
    return label(out);
  }

  ArchiveHandle handle_;
  bool streamed_;
  std::string uri_;
  std::string prefix_;
  uint32_t nesting_;
  Run* run_;
  uint64_t entries_ = 0;
  size_t failures_ = 0;
  bool ended_ = false;
};

}  // namespace

bool is_archive(std::string_view media_type) {
  return media_type == "application/x-tar" || media_type == "application/zip" ||
         media_type == "application/x-7z-compressed";
}

Result<std::unique_ptr<Container>> open_archive(std::string_view media_type, Reader bytes,
                                                const UnreadContent& about, Run* run) {
  if (media_type == "application/x-7z-compressed" && !bytes.size()) {
    return Error{Error::Code::kInput, about.uri, "is a 7z archive that can only be read as a file",
                 "unpack what is around it"};
  }
  // What was looked at is still buffered: libarchive takes it first, or seeks anew.
  ArchiveHandle handle(std::move(bytes), about.uri);
  if (media_type == "application/x-tar") archive_read_support_format_tar(handle.get());
  if (media_type == "application/zip") archive_read_support_format_zip(handle.get());
  if (media_type == "application/x-7z-compressed") archive_read_support_format_7zip(handle.get());
  if (const Status opened = handle.open(); !opened) return opened.error();
  return std::unique_ptr<Container>(
      std::make_unique<Archive>(std::move(handle), media_type == "application/x-tar", about, run));
}

}  // namespace solieu
