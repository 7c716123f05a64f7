#include "grammar/rule_set.h"

#include <fstream>

#include "catch.h"
#include "temp_folder.h"

using namespace solieu;

namespace {

// A rule folder with one lexicon row and the given rules.
struct RuleFolder {
  TempFolder folder;
  explicit RuleFolder(const std::string& toml, const std::string& rows = "hộ\tnoun\n") {
    std::filesystem::create_directories(folder.path() / "lexicon");
    std::ofstream(folder.path() / "lexicon/words.tsv") << "surface\tconcept\n" << rows;
    std::ofstream(folder.path() / "rules.toml") << toml;
  }
  std::string error() const {
    const auto rules = RuleSet::load(folder.path(), {});
    return rules.ok() ? "" : rules.error().to_string();
  }
};

const std::string kExamples = "accept = [{ text = \"5 hộ\", quote = \"5\" }]\nreject = [\"hộ\"]\n";

}  // namespace

TEST_CASE("a rule without examples does not load") {
  const RuleFolder f("[[rule]]\nid = \"a\"\nkind = \"count\"\nmatch = \"{number}\"\n");
  CHECK(f.error().find("accept") != std::string::npos);
}

TEST_CASE("an unknown concept, key or kind is an error with file and line") {
  CHECK(RuleFolder("[[rule]]\nid = \"a\"\nkind = \"count\"\nmatch = \"{nuon}\"\n" + kExamples)
            .error()
            .find("rules.toml:1: unknown concept 'nuon'") != std::string::npos);
  CHECK(RuleFolder("[[rule]]\nid = \"a\"\nkind = \"count\"\nmtch = \"{noun}\"\n" + kExamples)
            .error()
            .find("mtch") != std::string::npos);
  CHECK(RuleFolder("[[rule]]\nid = \"a\"\nkind = \"weight\"\nmatch = \"{noun}\"\n" + kExamples)
            .error()
            .find("weight") != std::string::npos);
}

TEST_CASE("a pattern that can match nothing does not load") {
  CHECK(RuleFolder("[[rule]]\nid = \"a\"\nkind = \"none\"\nmatch = \"{noun}?\"\n" + kExamples)
            .error()
            .find("match nothing") != std::string::npos);
}

TEST_CASE("an id given twice in one file is an error, a later folder replaces it") {
  const std::string rule =
      "[[rule]]\nid = \"a\"\nkind = \"count\"\nmatch = \"{number}\"\nafter = \"{noun}\"\n" +
      kExamples;
  CHECK(RuleFolder(rule + rule).error().find("taken") != std::string::npos);

  const RuleFolder base(rule);
  const RuleFolder extra(
      "[[rule]]\nid = \"a\"\nabout = \"ours\"\nkind = \"count\"\nmatch = \"{number}\"\n" +
      kExamples);
  const auto rules = RuleSet::load(base.folder.path(), {extra.folder.path()});
  REQUIRE(rules.ok());
  REQUIRE((*rules)->rules().size() == 1);
  CHECK((*rules)->rules()[0].about == "ours");
}

TEST_CASE("a folder without rules says what was expected") {
  TempFolder folder;
  const auto rules = RuleSet::load(folder.path(), {});
  REQUIRE_FALSE(rules.ok());
  CHECK(rules.error().remedy.find("--rules") != std::string::npos);
}
