// The fast way of finding rules against the slow one that tries every rule at every item.
#include "mention/matcher.h"

#include <algorithm>

#include "catch.h"
#include "golden_figures.h"
#include "segment/layout.h"
#include "temp_folder.h"
#include "text/clean_text.h"

using namespace solieu;

namespace {

using Told = std::vector<std::pair<uint32_t, uint32_t>>;  // rules and how much they looked at

Told told_by(const std::vector<ContextMatch>& contexts) {
  Told out;
  for (const ContextMatch& c : contexts) out.emplace_back(c.rule, c.specificity);
  return out;
}

// By the exact matcher, every attribute rule asked.
Told contexts_found_slowly(const RuleSet& rules, const Matcher& matcher, Span match,
                           ContextQuestion question) {
  Told out;
  for (uint32_t r = 0; r < rules.attribute_rules().size(); ++r) {
    if (!question.asks(rules.attribute_rules()[r])) continue;
    std::vector<Capture> captures;
    uint32_t specificity = 0;
    if (matcher.context_holds(rules.attribute_rules()[r].context, match, captures, specificity)) {
      out.emplace_back(r, specificity);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the automata find what the exact matcher finds in the golden sentences") {
  const std::filesystem::path root = SOLIEU_SOURCE_DIR;
  const auto rules = RuleSet::load(root / "rules", {});
  REQUIRE(rules.ok());
  SentenceItems items;
  MatchTables tables(**rules);
  size_t matches = 0;
  size_t contexts_seen = 0;
  std::vector<ContextMatch> contexts;
  std::vector<RuleMatch> fast, losers;
  auto sentences = read_golden(root / "tests/golden/figures");
  for (size_t i = 0; i < sentences.size(); i += 4) {  // a quarter keeps the sanitized run short
    const CleanText cleaned = clean(sentences[i].text);
    std::vector<Span> spans;
    split_sentences(cleaned.text(), {0, static_cast<uint32_t>(cleaned.text().size())}, spans);
    for (const Span span : spans) {
      itemise(**rules, cleaned.text(), span, items);
      const Matcher matcher(**rules, tables, items.items);
      const auto key = [](const RuleMatch& m) {
        return std::tuple(m.items.begin, m.rule, m.items.end, m.specificity);
      };
      matcher.all_matches(fast);
      auto slow = matcher.all_matches_slowly();
      std::ranges::sort(fast, {}, key);
      std::ranges::sort(slow, {}, key);
      matches += slow.size();
      INFO(sentences[i].text);
      CHECK(std::ranges::equal(fast, slow, {}, key, key));
      choose(items.items, slow, losers);
      for (const RuleMatch& match : slow) {
        const Rule& rule = (**rules).rules()[match.rule];
        const ContextQuestion question{
            .date = rule.outcome == Rule::Outcome::kDate, .kind = rule.kind, .bounded = false};
        matcher.contexts_around(match.items, question, contexts);
        contexts_seen += contexts.size();
        CHECK(told_by(contexts) == contexts_found_slowly(**rules, matcher, match.items, question));
      }
    }
  }
  CHECK(matches > 300);
  CHECK(contexts_seen > 100);
}

TEST_CASE("64 rules, a whole word of bits, find no rule behind the last") {
  const TempFolder folder;
  folder.write("lexicon/words.tsv", "surface\tconcept\nhộ\tnoun\n");
  std::string rules_file;
  for (int i = 0; i < 64; ++i) {
    rules_file += "[[rule]]\nid = \"r" + std::to_string(i) + "\"\nkind = \"count\"\nmatch = \"" +
                  (i % 2 == 0 ? "{number}" : "{number} {noun}") +
                  "\"\naccept = [{ text = \"5 hộ\", quote = \"5 hộ\" }]\nreject = [\"hộ\"]\n";
  }
  folder.write("rules.toml", rules_file);
  const auto rules = RuleSet::load(folder.path(), {});
  if (!rules) FAIL(rules.error().to_string());
  REQUIRE((**rules).rules().size() == 64);
  MatchTables tables(**rules);
  SentenceItems items;
  const std::string_view text = "5 hộ và 7";
  itemise(**rules, text, {0, static_cast<uint32_t>(text.size())}, items);
  const Matcher matcher(**rules, tables, items.items);
  std::vector<RuleMatch> fast;
  matcher.all_matches(fast);
  CHECK(fast.size() == 96);
  CHECK(std::ranges::all_of(fast, [](const RuleMatch& m) { return m.rule < 64; }));
  CHECK(matcher.all_matches_slowly().size() == 96);
}
