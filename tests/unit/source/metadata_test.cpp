#include "source/metadata.h"

#include "catch.h"
#include "temp_folder.h"

using namespace solieu;

TEST_CASE("a table says what the text lacks, by id") {
  const TempFolder folder;
  const auto table = MetadataTable::read(
      folder.write("meta.tsv",
                   "\xEF\xBB\xBFsite\tid\tdate\tnote\r\nbao.example\tx/1\t\tn\r\n"
                   "\ty\t2023-12-28T15:43:35+07:00\n"));
  REQUIRE(table.ok());
  const auto known_of = [&](const std::string& id) {
    Metadata known{.date = "2000-01-01", .url = {}, .site = {}, .title = "Nhan đề"};
    table->lay_over(id, known);
    return known;
  };
  CHECK(known_of("x/1").site == "bao.example");
  CHECK(known_of("x/1").date == "2000-01-01");
  CHECK(known_of("x/1").title == "Nhan đề");
  CHECK(known_of("y").date == "2023-12-28T15:43:35+07:00");
  CHECK_FALSE(known_of("y").site);
  CHECK(known_of("z").date == "2000-01-01");
}

TEST_CASE("a wrong table is a usage error with file and line") {
  const TempFolder folder;
  const auto error_of = [&](const std::string& text) {
    const auto table = MetadataTable::read(folder.write("meta.tsv", text));
    REQUIRE_FALSE(table.ok());
    CHECK(table.error().code == Error::Code::kUsage);
    return table.error().to_string();
  };
  const std::string place = (folder.path() / "meta.tsv").string();
  CHECK(error_of("").starts_with(place));
  CHECK(error_of("date\n2023-01-01\n").starts_with(place + ": has no column \"id\""));
  CHECK(error_of("id\tdate\na\t28/12/2023\n").starts_with(place + ":2: the date"));
  CHECK(error_of("id\na\nb\na\n").starts_with(place + ":4: the id \"a\" is given twice"));
  CHECK(error_of("id\na\tb\n").starts_with(place + ":2: "));
  CHECK(error_of("id\nb\xE0i\n").starts_with(place + ": is not UTF-8"));
  const auto none = MetadataTable::read(folder.path() / "none.tsv");
  REQUIRE_FALSE(none.ok());
  CHECK(none.error().code == Error::Code::kUsage);
}
