#include "store/stored_records.h"

#include "catch.h"
#include "sample_record.h"
#include "sink/sqlite_sink.h"
#include "temp_folder.h"

using namespace solieu;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, const ArticleRecord& record) {
  auto sink = open_sqlite_sink(path);
  REQUIRE(sink.ok());
  REQUIRE((*sink)->write(record).ok());
  REQUIRE((*sink)->finish().ok());
}

// The sample record in a store, after `change`.
fs::path store_of(const TempFolder& folder, std::string_view change) {
  const auto path = folder.path() / "s.db";
  write(path, sample_record());
  const auto store = Database::open(path, Database::Mode::kWrite);
  REQUIRE(store.ok());
  REQUIRE(store->execute(change).ok());
  return path;
}

Result<bool> read(const fs::path& path, ArticleRecord& record) {
  const auto store = Database::open(path, Database::Mode::kRead);
  REQUIRE(store.ok());
  auto records = StoredRecords::open(*store);
  REQUIRE(records.ok());
  return records->next(record);
}

}  // namespace

TEST_CASE("source offsets that a store does not know stay unknown in a copy") {
  const TempFolder folder;
  for (const bool known : {true, false}) {
    const auto path = store_of(folder, known ? "SELECT 1" : "UPDATE articles SET offsets = NULL");
    ArticleRecord record;
    REQUIRE(read(path, record).value());
    CHECK(record.offsets.has_value() == known);
    const auto copy = folder.path() / "copy.db";
    write(copy, record);
    ArticleRecord again;
    REQUIRE(read(copy, again).value());
    CHECK(again.offsets.has_value() == known);
  }
}

TEST_CASE("the size of a source is told without its bytes") {
  const TempFolder folder;
  ArticleRecord record;
  REQUIRE(read(store_of(folder, "UPDATE articles SET bytes = 4294967295"), record).value());
  CHECK(record.source_size == 4294967295);
  CHECK(record.document->bytes.empty());
}

TEST_CASE("a size that no source has is an error and no crash") {
  const TempFolder folder;
  for (const char* const size : {"-1", "4294967296", "9223372036854775807"}) {
    const auto path = store_of(folder, "UPDATE articles SET bytes = " + std::string(size));
    ArticleRecord record;
    const auto done = read(path, record);
    REQUIRE_FALSE(done.ok());
    CHECK(done.error().code == Error::Code::kInput);
    CHECK(done.error().place == "xa-tan-lap");
    CHECK(done.error().message.find(size) != std::string::npos);
  }
}
