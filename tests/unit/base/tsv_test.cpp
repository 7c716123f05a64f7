#include "base/tsv.h"

#include "catch.h"

using namespace solieu;

TEST_CASE("rows are read one by one, comments and blank lines passed over") {
  auto table =
      TsvReader::begin("# units\r\n\nname\tunit\tnote\n\nlít\tL\r\n# end\ncân\tkg\tx", "t.tsv");
  REQUIRE(table.ok());
  CHECK(table->has_column("unit"));
  CHECK(table->column("value") == -1);
  REQUIRE(table->next());
  CHECK(table->cell("name") == "lít");
  CHECK(table->cell("unit") == "L");
  CHECK(table->cell("note") == "");   // the row ends before
  CHECK(table->cell("value") == "");  // no such column
  CHECK(table->place() == "t.tsv:5");
  REQUIRE(table->next());
  CHECK(table->cell(0) == "cân");
  CHECK(table->cell(2) == "x");
  CHECK(table->place() == "t.tsv:7");
  CHECK_FALSE(table->next());
  CHECK(table->status().ok());
}

TEST_CASE("a table without a header is an error that names it") {
  for (const char* text : {"", "\n", "# nothing but a comment\n"}) {
    const auto table = TsvReader::begin(text, "empty.tsv");
    REQUIRE_FALSE(table.ok());
    CHECK(table.error().place == "empty.tsv");
  }
}

TEST_CASE("a row with more cells than the header ends the table with an error") {
  auto table = TsvReader::begin("name\tunit\na\tb\nc\td\te\nf\tg\n", "t.tsv");
  REQUIRE(table.ok());
  CHECK(table->next());
  CHECK_FALSE(table->next());
  REQUIRE_FALSE(table->status().ok());
  CHECK(table->status().error().place == "t.tsv:3");
  CHECK_FALSE(table->next());
}
