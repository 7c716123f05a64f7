#include "store/schema.h"

#include "base/sha256.h"
#include "catch.h"
#include "record/columns.h"
#include "store/database.h"
#include "temp_folder.h"

using namespace solieu;

namespace {

template <class Row>
void check_columns(const Database& database, std::string_view table, Columns<Row> columns) {
  INFO(table);
  for (const auto& column : columns) {
    INFO(column.name);
    auto statement = database.prepare("SELECT type FROM pragma_table_info(?) WHERE name = ?");
    REQUIRE(statement.ok());
    statement->bind(0, table);
    statement->bind(1, column.name);
    const auto row = statement->step();
    REQUIRE(row.ok());
    REQUIRE(*row);
    const std::string_view type = statement->text(0);
    switch (column.type) {
      case ColumnType::kText:
        CHECK(type == "TEXT");
        break;
      case ColumnType::kInteger:
        CHECK(type == "INTEGER");
        break;
      case ColumnType::kDecimal:  // exact, or a confidence
        CHECK(type == (column.name == "confidence" ? "REAL" : "TEXT"));
    }
  }
}

}  // namespace

TEST_CASE("a schema file is cut at its migrations") {
  const Schema schema = parse_schema(
      "CREATE TABLE IF NOT EXISTS migrations (x);\n-- migration 1: one: two\nA;\n"
      "-- migration 2: three\nB;\n");
  CHECK(schema.preamble == "CREATE TABLE IF NOT EXISTS migrations (x);");
  REQUIRE(schema.migrations.size() == 2);
  CHECK(schema.migrations[0].title == "one: two");
  CHECK(schema.migrations[0].sql == "-- migration 1: one: two\nA;");
  CHECK(schema.migrations[1].version == 2);
  CHECK(schema.version() == 2);
}

TEST_CASE("migrations are numbered in order") {
  for (const Schema& schema : {sqlite_schema(), postgres_schema()}) {
    REQUIRE(schema.version() >= 1);
    for (const Migration& migration : schema.migrations) {
      const std::string begin = "-- migration " + std::to_string(migration.version) + ": ";
      CHECK(migration.sql.substr(0, begin.size()) == begin);
    }
  }
}

TEST_CASE("the tables have the columns that records have") {
  const TempFolder folder;
  const auto database = Database::open(folder.path() / "s.db", Database::Mode::kWrite);
  REQUIRE(database.ok());
  check_columns(*database, "articles", article_columns());
  for_each_table([&](const auto& table) { check_columns(*database, table.name, table.columns); });
}
