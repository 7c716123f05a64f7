#include "page/site_hints.h"

#include "catch.h"

using namespace solieu;

namespace {

Status add(SiteHints& hints, std::string_view table) {
  auto rows = TsvReader::begin(table, "t.tsv");
  return hints.add(*rows);
}

}  // namespace

TEST_CASE("Selectors name elements by class, id and attribute, with stars") {
  SiteHints hints;
  REQUIRE(add(hints,
              "system\tpart\tselector\nx\tbody\tdiv.detail#main\nx\ttitle\t[id=*_lblTitle]\n"
              "x\tdrop\t.box-tin*\nx\tlead\t[data-role=sapo]\n"));
  CHECK(hints.parts_of("div", " class='a DETAIL' id=main") == bit(Part::kBody));
  CHECK(hints.parts_of("div", " class='detail'") == 0);
  CHECK(hints.parts_of("p", " class='detail' id=main") == 0);
  CHECK(hints.parts_of("span", " id='ctl00_x_lblTitle'") == bit(Part::kTitle));
  CHECK(hints.parts_of("div", " class='box-tinmoi'") == bit(Part::kDrop));
  CHECK(hints.parts_of("h2", " data-role=\"sapo\"") == bit(Part::kLead));
}

TEST_CASE("Words are those of names in kebab, snake and camel case") {
  SiteHints hints;
  REQUIRE(add(hints, "word\tpart\nrelated\tmaybe-drop\n*tinkhac*\tmaybe-drop\n"));
  for (const char* name :
       {"related", "box-related2", "newsRelated", "RELATED_news", "cactinkhac"}) {
    CAPTURE(name);
    CHECK(hints.parts_of("div", " class='x " + std::string(name) + "'") == bit(Part::kMaybeDrop));
  }
  CHECK(hints.parts_of("div", " class='correlated unrelatedness'") == 0);
}

TEST_CASE("Mistakes in a table are told with their line") {
  SiteHints hints;
  for (const char* row : {"x\tbody\tdiv", "x\tbody\t.", "x\tbody\t[a", "x\tcorpus\t.a"}) {
    CAPTURE(row);
    const Status status = add(hints, "system\tpart\tselector\n" + std::string(row) + "\n");
    REQUIRE_FALSE(status);
    CHECK(status.error().place == "t.tsv:2");
  }
}
