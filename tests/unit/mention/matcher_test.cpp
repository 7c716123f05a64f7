// The fast way of finding rules against the slow one that tries every rule at every item.
#include "mention/matcher.h"

#include <algorithm>

#include "catch.h"
#include "golden_figures.h"
#include "segment/layout.h"
#include "text/clean_text.h"

using namespace solieu;

TEST_CASE("the automaton leaves out no match of the golden sentences") {
  const std::filesystem::path root = SOLIEU_SOURCE_DIR;
  const auto rules = RuleSet::load(root / "rules", {});
  REQUIRE(rules.ok());
  SentenceItems items;
  MatchTables tables(**rules);
  size_t matches = 0;
  auto sentences = read_golden(root / "tests/golden/figures");
  for (size_t i = 0; i < sentences.size(); i += 4) {  // a quarter keeps the sanitized run short
    const CleanText cleaned = clean(sentences[i].text);
    std::vector<Span> spans;
    split_sentences(cleaned.text(), {0, static_cast<uint32_t>(cleaned.text().size())}, spans);
    for (const Span span : spans) {
      itemise(**rules, cleaned.text(), span, items);
      const Matcher matcher(**rules, tables, items.items);
      const auto key = [](const RuleMatch& m) {
        return std::tuple(m.items.begin, m.rule, m.items.end);
      };
      auto fast = matcher.all_matches();
      auto slow = matcher.all_matches_slowly();
      std::ranges::sort(fast, {}, key);
      std::ranges::sort(slow, {}, key);
      matches += slow.size();
      INFO(sentences[i].text);
      CHECK(std::ranges::equal(fast, slow, {}, key, key));
    }
  }
  CHECK(matches > 300);
}
