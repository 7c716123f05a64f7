#include "review/fields.h"

#include "catch.h"
#include "store/database.h"

using namespace solieu;

namespace {

FieldValues money(std::string value, std::string modifier) {
  return {{"quote", "5 triệu đồng"}, {"kind", "money"},    {"value", std::move(value)},
          {"unit", "VND"},           {"status", "actual"}, {"modifier", std::move(modifier)}};
}

std::string wrong_field(FieldValues values) {
  const auto checked = check_fields(std::move(values));
  return checked.ok() ? "" : checked.error().place;
}

}  // namespace

TEST_CASE("a value is written in full and its bounds follow from the modifier") {
  const auto bounds = [](const std::string& modifier) {
    const auto checked = check_fields(money("5000000.50", modifier));
    REQUIRE(checked.ok());
    CHECK(checked->at("value") == "5000000.5");
    return checked->at("min_value").value_or("-") + " " + checked->at("max_value").value_or("-");
  };
  CHECK(bounds("exact") == "5000000.5 5000000.5");
  CHECK(bounds("approx") == "- -");
  CHECK(bounds("above") == "5000000.5 -");
  CHECK(bounds("at_least") == "5000000.5 -");
  CHECK(bounds("below") == "- 5000000.5");
  CHECK(bounds("at_most") == "- 5000000.5");
}

TEST_CASE("what is wrong is told with its field") {
  const auto with = [](const char* field, std::optional<std::string> text) {
    FieldValues values = money("5", "exact");
    values[field] = std::move(text);
    return wrong_field(std::move(values));
  };
  CHECK(wrong_field(money("5", "exact")).empty());
  CHECK(with("value", "5e9") == "value");
  CHECK(with("value", "5.000.000") == "value");
  CHECK(with("value", std::nullopt) == "value");
  CHECK(with("kind", "gold") == "kind");
  CHECK(with("kind", "ratio") == "of");
  CHECK(with("modifier", std::nullopt) == "modifier");
  CHECK(with("status", "maybe") == "status");
  CHECK(with("change", "up") == "change");
  CHECK(with("unit", "") == "unit");
  for (const char* right : {"2023", "2023-10", "2023-10-05", "2017/2022", "2023-01/2023-10"}) {
    CHECK(with("period", right).empty());
  }
  for (const char* bad : {"năm 2023", "23", "2023-1", "2023/", "10/2023"}) {
    CHECK(with("period", bad) == "period");
  }
  CHECK(with("place", "VN-20").empty());
  CHECK(with("place", "Hà Nội") == "place");
}

TEST_CASE("fields are written as the store writes them") {
  auto database = Database::open(":memory:", Database::Mode::kWrite);
  REQUIRE(database.ok());
  REQUIRE(
      database
          ->execute(
              "INSERT INTO runs VALUES (1, '', '', '');"
              "INSERT INTO articles (article, id, status, uri, sha256, bytes, media_type, "
              "encoding, language, text, signature, run) VALUES (1, 'a', 'ok', '', '', 0, '', "
              "'', 'vi', '', zeroblob(64), 1);"
              "INSERT INTO figures (article, id, kind, value, min_value, max_value, unit, "
              "modifier, quote, source_start, source_end, text_start, text_end, sentence, "
              "status, counted, confidence, rule) VALUES (1, 'f', 'money', '5', '5', '5', "
              "'VND', 'exact', '5 triệu đồng', 0, 1, 0, 1, '', 'actual', 'a \"b\" \\ c', 1, '')")
          .ok());
  FieldValues values = money("5", "exact");
  values["counted"] = "a \"b\" \\ c";
  const auto checked = check_fields(values);
  REQUIRE(checked.ok());
  auto stored = database->prepare("SELECT fields FROM figure_fields");
  REQUIRE(stored.ok());
  REQUIRE(stored->step().value());
  CHECK(to_json(*checked) == stored->text(0));
}
