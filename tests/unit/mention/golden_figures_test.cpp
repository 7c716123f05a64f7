#include "golden_figures.h"

#include <iostream>

#include "catch.h"

using namespace solieu;

TEST_CASE("every golden sentence gives the figures written under it") {
  const std::filesystem::path root = SOLIEU_SOURCE_DIR;
  const auto rules = RuleSet::load(root / "rules", {});
  if (!rules) FAIL(rules.error().to_string());
  const auto sentences = read_golden(root / "tests/golden/figures");
  REQUIRE(sentences.size() >= 300);
  size_t wrong = 0;
  for (const auto& sentence : sentences) {
    const std::string difference = golden_difference(**rules, sentence);
    if (sentence.known_gap) {
      INFO(sentence.place << ": a known gap is closed: take its '~' line out");
      CHECK_FALSE(difference.empty());
    } else if (!difference.empty()) {
      ++wrong;
      std::cout << sentence.place << ": " << sentence.text << "\n" << difference;
    }
  }
  std::cout << sentences.size() << " golden sentences, " << wrong << " wrong\n";
  CHECK(wrong == 0);
}
