#include "mention/examples.h"

#include <fstream>
#include <iostream>

#include "catch.h"
#include "temp_folder.h"

using namespace solieu;

TEST_CASE("every example of the rules holds, and there are at least 400") {
  const auto rules = RuleSet::load(std::filesystem::path(SOLIEU_SOURCE_DIR) / "rules", {});
  if (!rules) FAIL(rules.error().to_string());
  const ExampleReport report = run_examples(**rules);
  for (const auto& failure : report.failures) {
    std::cout << failure.place << ": " << failure.rule << ": " << failure.message << "\n";
  }
  CHECK(report.failures.empty());
  CHECK((*rules)->lints().empty());
  CHECK(report.examples >= 400);
}

TEST_CASE("a broken example is found, with its place") {
  TempFolder folder;
  std::filesystem::create_directories(folder.path() / "lexicon");
  std::ofstream(folder.path() / "lexicon/words.tsv") << "surface\tconcept\nhộ\tnoun\n";
  std::ofstream(folder.path() / "rules.toml")
      << "[[rule]]\nid = \"a\"\nkind = \"count\"\nmatch = \"{number}\"\nafter = \"{noun}\"\n"
         "accept = [{ text = \"5 hộ\", quote = \"5\", value = 6 }]\nreject = [\"7 hộ\"]\n";
  const auto rules = RuleSet::load(folder.path(), {});
  REQUIRE(rules.ok());
  const ExampleReport report = run_examples(**rules);
  REQUIRE(report.failures.size() == 2);
  CHECK(report.failures[0].place.ends_with("rules.toml:6"));
  CHECK(report.failures[0].message.find("not 6") != std::string::npos);
  CHECK(report.failures[1].place.ends_with("rules.toml:7"));
}

TEST_CASE("a combining mark or a word boundary in a rule file is a lint with its line") {
  TempFolder folder;
  folder.write("lexicon/words.tsv", "surface\tconcept\nho\xCC\xA3\tnoun\n");
  folder.write("rules.toml", "# \\b\n");
  const auto rules = RuleSet::load(folder.path(), {});
  REQUIRE(rules.ok());
  REQUIRE((*rules)->lints().size() == 2);
  CHECK((*rules)->lints()[0].place.ends_with("words.tsv:2"));
  CHECK((*rules)->lints()[1].place.ends_with("rules.toml:1"));
}
