// What Python's standard library cannot write: 7z, zstd and encrypted archives, by libarchive
// itself.
#include <archive.h>
#include <archive_entry.h>

#include "catch.h"
#include "source/inputs.h"
#include "temp_folder.h"

using namespace solieu;

namespace {

using List = std::vector<std::string>;

// Writes the members "a.txt" and "b/ba.txt" with the given filter and format.
void write(const std::string& path, int (*format)(archive*), int (*filter)(archive*),
           const char* options = nullptr) {
  archive* out = archive_write_new();
  REQUIRE(format(out) == ARCHIVE_OK);
  REQUIRE(filter(out) == ARCHIVE_OK);
  if (options != nullptr) {
    REQUIRE(archive_write_set_options(out, options) == ARCHIVE_OK);
    REQUIRE(archive_write_set_passphrase(out, "mật khẩu") == ARCHIVE_OK);
  }
  REQUIRE(archive_write_open_filename(out, path.c_str()) == ARCHIVE_OK);
  for (const std::string name : {"a.txt", "b/ba.txt"}) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, static_cast<la_int64_t>(name.size()));
    REQUIRE(archive_write_header(out, entry) == ARCHIVE_OK);
    REQUIRE(archive_write_data(out, name.data(), name.size()) >= 0);
    archive_entry_free(entry);
  }
  REQUIRE(archive_write_close(out) == ARCHIVE_OK);
  archive_write_free(out);
}

List all(const std::string& path) {
  Inputs source({path}, "", {});
  List out;
  while (auto article = source.next()) {
    out.push_back(*article ? (*article)->document.id + "=" + (*article)->document.bytes
                           : article->error().message);
  }
  return out;
}

const List kMembers = {"in!a=a.txt", "in!b/ba=b/ba.txt"};

}  // namespace

TEST_CASE("7z is read as a file, and told where it is not one") {
  const TempFolder folder;
  const std::string path = folder.path() / "in.7z";
  write(path, archive_write_set_format_7zip, archive_write_add_filter_none);
  CHECK(all(path) == kMembers);
  const std::string packed = folder.path() / "x.gz";
  archive* out = archive_write_new();
  archive_write_set_format_raw(out);
  archive_write_add_filter_gzip(out);
  REQUIRE(archive_write_open_filename(out, packed.c_str()) == ARCHIVE_OK);
  archive_entry* entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  REQUIRE(archive_write_header(out, entry) == ARCHIVE_OK);
  const std::string bytes = folder.read("in.7z");
  REQUIRE(archive_write_data(out, bytes.data(), bytes.size()) > 0);
  archive_entry_free(entry);
  archive_write_close(out);
  archive_write_free(out);
  CHECK(all(packed) == List{"is a 7z archive that can only be read as a file"});
}

TEST_CASE("zstd and old tar") {
  const TempFolder folder;
  for (const auto filter : {archive_write_add_filter_zstd, archive_write_add_filter_xz,
                            archive_write_add_filter_gzip, archive_write_add_filter_bzip2}) {
    const std::string path = folder.path() / "in.tar.zst";  // content tells, not the name
    for (const auto format : {archive_write_set_format_v7tar, archive_write_set_format_pax,
                              archive_write_set_format_gnutar}) {
      write(path, format, filter);
      CHECK(all(path) == kMembers);
    }
  }
}

TEST_CASE("encrypted members are told") {
  const TempFolder folder;
  const std::string path = folder.path() / "in.zip";
  write(path, archive_write_set_format_zip, archive_write_add_filter_none,
        "zip:encryption=zipcrypt");
  CHECK(all(path) == List{"is encrypted", "is encrypted"});
}
