#include "store/database.h"

#include "catch.h"
#include "store/schema.h"
#include "temp_folder.h"

using namespace solieu;
using Mode = Database::Mode;

TEST_CASE("a new file becomes a store of the newest schema, which opens again") {
  const TempFolder folder;
  const auto path = folder.path() / "s.db";
  REQUIRE(Database::open(path, Mode::kWrite).ok());
  const auto again = Database::open(path, Mode::kRead);
  REQUIRE(again.ok());
  auto version = again->prepare("SELECT max(version), count(*) FROM migrations");
  REQUIRE(version.ok());
  REQUIRE(version->step().value());
  CHECK(version->integer(0) == sqlite_schema().version());
  CHECK(version->integer(1) == sqlite_schema().version());
}

TEST_CASE("what is no store is refused and left as it is") {
  const TempFolder folder;
  SECTION("a text file") {
    const std::string path = folder.write("notes.db", std::string(4096, 'x'));
    const auto opened = Database::open(path, Mode::kWrite);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().place == path);
    CHECK_FALSE(opened.error().remedy.empty());
    CHECK(folder.read("notes.db") == std::string(4096, 'x'));
  }
  SECTION("a store of a newer program") {
    const auto path = folder.path() / "s.db";
    {
      const auto store = Database::open(path, Mode::kWrite);
      REQUIRE(store.ok());
      REQUIRE(store->execute("INSERT INTO migrations VALUES (999, 'later', 't')").ok());
    }
    for (const Mode mode : {Mode::kRead, Mode::kWrite}) {
      const auto opened = Database::open(path, mode);
      REQUIRE_FALSE(opened.ok());
      CHECK(opened.error().message == "was written by a newer solieu");
    }
  }
  SECTION("another program's database") {
    const auto path = folder.path() / "s.db";
    {
      const auto store = Database::open(path, Mode::kWrite);
      REQUIRE(store.ok());
      REQUIRE(store->execute("DROP TABLE migrations").ok());
    }
    const auto opened = Database::open(path, Mode::kWrite);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().message == "is a database, but no store of solieu");
  }
  SECTION("nothing at all, to be read") {
    const auto opened = Database::open(folder.path() / "none.db", Mode::kRead);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == Error::Code::kInput);
    CHECK(folder.entries() == 0);
  }
}

TEST_CASE("values go in and come out as they are") {
  const TempFolder folder;
  const auto store = Database::open(folder.path() / "s.db", Mode::kWrite);
  REQUIRE(store.ok());
  auto row = store->prepare("SELECT ?, ?, ?, ?, ?");
  REQUIRE(row.ok());
  row->bind(0, std::string_view("Hòa\0Bình", 11));
  row->bind(1, int64_t{-5});
  row->bind_blob(2, std::string_view("\0\x01", 2));
  row->bind_null(3);
  row->bind(4, std::string_view());
  REQUIRE(row->step().value());
  CHECK(row->text(0) == std::string_view("Hòa\0Bình", 11));
  CHECK(row->integer(1) == -5);
  CHECK(row->blob(2) == std::string_view("\0\x01", 2));
  CHECK(row->is_null(3));
  CHECK_FALSE(row->is_null(4));
  CHECK(row->text(4).empty());
  CHECK_FALSE(row->step().value());
  CHECK_FALSE(store->prepare("SELECT FROM").ok());
}
