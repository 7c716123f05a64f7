#include "grammar/lexicon.h"

#include "catch.h"

using namespace solieu;

namespace {

struct Fixture {
  ConceptTable concepts;
  Lexicon lexicon;

  explicit Fixture(const std::string& rows) {
    const std::string text = "surface\tconcept\tvalue\tunit\tcase\tunless_after\n" + rows;
    auto table = TsvReader::begin(text, "test.tsv");
    REQUIRE(table.ok());
    REQUIRE(lexicon.add_table(*table, concepts).ok());
    lexicon.build();
  }
  // The longest entry at the beginning of `text`, or -1.
  int32_t longest_entry(std::string_view text) const {
    std::vector<Token> tokens;
    tokenise(text, {0, static_cast<uint32_t>(text.size())}, tokens);
    std::vector<SyllableNumber> syllables;
    lexicon.look_up(text, tokens, syllables);
    return lexicon.match(syllables, 0).entry;
  }
  // Its surface, or "".
  std::string longest(std::string_view text) const {
    const int32_t entry = longest_entry(text);
    return entry < 0 ? "" : lexicon.entry(entry).surface;
  }
};

}  // namespace

TEST_CASE("the longest entry wins, in any case and tone style") {
  const Fixture f("hộ\tnoun\nhộ nghèo\tnoun\nhòa giải\tword\n");
  CHECK(f.longest("hộ nghèo vươn lên") == "hộ nghèo");
  CHECK(f.longest("HỘ NGHÈO") == "hộ nghèo");
  CHECK(f.longest("Hộ khá") == "hộ");
  CHECK(f.longest("hoà giải viên") == f.longest("hòa giải viên"));
  CHECK_FALSE(f.longest("hoà giải").empty());
  CHECK(f.longest("nghèo") == "");
}

TEST_CASE("an exact entry keeps its case and inherits what is said of the folded surface") {
  const Fixture f("MW\tmeasure\t\tMW\texact\nm\tmeasure\t\tm\texact\nm\tmetre\n");
  CHECK(f.longest("MW") == "MW");
  CHECK(f.longest("mw") == "");
  const auto entry = f.longest_entry("m");
  REQUIRE(entry >= 0);
  CHECK(f.lexicon.entry(entry).row(static_cast<ConceptId>(f.concepts.find("metre"))) != nullptr);
}

TEST_CASE("quotes and dashes of every shape meet the plain ones") {
  const Fixture f("\"\tquote\n-\tdash\n");
  for (const char* mark : {"\"", "“", "”", "«"}) CHECK(f.longest(mark) == "\"");
  for (const char* mark : {"-", "–", "—"}) CHECK(f.longest(mark) == "-");
}

TEST_CASE("a row without a concept or with a bad value is an error with its line") {
  ConceptTable concepts;
  Lexicon lexicon;
  auto table =
      TsvReader::begin("surface\tconcept\tvalue\nhai\tdigit\t2\nba\tdigit\tthree\n", "numbers.tsv");
  REQUIRE(table.ok());
  const Status status = lexicon.add_table(*table, concepts);
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().place == "numbers.tsv:3");
}
