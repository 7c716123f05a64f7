// solieu explain: which rules fired on a text, which won, and why.
#include <cstdio>
#include <iostream>
#include <iterator>

#include "base/tsv.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "grammar/rule_set.h"
#include "mention/mention.h"
#include "segment/layout.h"
#include "text/clean_text.h"

namespace solieu::cli {
namespace {

std::string text_of(const SentenceItems& s, std::string_view text, Span items) {
  return std::string(
      text.substr(s.items[items.begin].span.begin,
                  s.items[items.end - 1].span.end - s.items[items.begin].span.begin));
}

std::string concepts_of(const RuleSet& rules, const SentenceItems& s, const Item& item) {
  std::string out;
  const auto add = [&](const std::string& name) {
    if (name.starts_with("=")) return;
    out += out.empty() ? name : " " + name;
  };
  if (item.numeral >= 0) {
    const Numeral& n = s.numerals[static_cast<size_t>(item.numeral)];
    add(n.bounded ? n.low.to_string() + ".." + n.high.to_string() : n.value.to_string());
    for (ConceptId id = 0; id < builtin::kCount; ++id) {
      if ((item.builtins >> id & BuiltinSet{1}) != 0 && id != builtin::kAny)
        add(rules.concepts().name(id));
    }
  } else if (item.entry >= 0) {
    for (const ConceptId id : rules.lexicon().entry(item.entry).concepts)
      add(rules.concepts().name(id));
  }
  return out;
}

void explain_sentence(const RuleSet& rules, MentionFinder& finder, std::string_view text,
                      Span sentence) {
  SentenceItems items;
  SentenceMentions mentions;
  MentionTrace trace;
  itemise(rules, text, sentence, items);
  finder.find(text, items, mentions, &trace);
  std::printf("\n%s\n", std::string(sentence.of(text)).c_str());
  for (const Item& item : items.items) {
    std::printf("  %-24s %s\n", std::string(item.span.of(text)).c_str(),
                concepts_of(rules, items, item).c_str());
  }
  for (const RuleMatch& winner : trace.winners) {
    const Rule& rule = rules.rules()[winner.rule];
    std::printf("  wins  [%s] %s (%s; %u items seen)\n", text_of(items, text, winner.items).c_str(),
                rule.id.c_str(), rule.place.c_str(), winner.specificity);
    for (const FigureMention& f : mentions.figures) {
      if (!(f.items == winner.items)) continue;
      const std::string value =
          f.bounded ? f.low.to_string() + ".." + f.high.to_string() : f.value.to_string();
      std::printf("        %s %s%s %s %s\n", std::string(name_of(f.kind)).c_str(), value.c_str(),
                  f.of ? ("/" + f.of->to_string()).c_str() : "", std::string(f.unit).c_str(),
                  std::string(name_of(f.modifier)).c_str());
      for (const uint32_t a : f.attribute_rules) {
        std::printf("        said by %s: %s\n", rules.attribute_rules()[a].id.c_str(),
                    rules.attribute_rules()[a].value.c_str());
      }
    }
    for (const DateFound& d : mentions.dates) {
      if (!(d.items == winner.items) || d.role_rule < 0) continue;
      const AttributeRule& role = rules.attribute_rules()[static_cast<size_t>(d.role_rule)];
      std::printf("        said by %s: %s\n", role.id.c_str(), role.value.c_str());
    }
    for (const RuleMatch& loser : trace.losers) {
      if (!loser.items.overlaps(winner.items)) continue;
      const auto bytes = [&](const RuleMatch& m) { return text_of(items, text, m.items).size(); };
      const char* why = bytes(loser) < bytes(winner)             ? "shorter"
                        : loser.specificity < winner.specificity ? "less specific"
                                                                 : "later in the rules";
      std::printf("  loses [%s] %s: %s\n", text_of(items, text, loser.items).c_str(),
                  rules.rules()[loser.rule].id.c_str(), why);
    }
  }
}

ExitStatus run(const RulesOptions& options, const std::string& file, const std::string& given) {
  std::string source = given;
  if (source.empty()) {
    if (file == "-") {
      source.assign(std::istreambuf_iterator<char>(std::cin), {});
    } else {
      auto bytes = read_file(file);
      if (!bytes) return report(bytes.error());
      source = std::move(*bytes);
    }
  }
  const auto extractor = options.load();
  if (!extractor) return report(extractor.error());
  const RuleSet& rules = extractor->rules();
  const CleanText cleaned = clean(source);
  MentionFinder finder(rules);
  const Layout layout = lay_out(cleaned.text(), {}, rules.layout_cues());
  for (const Block& block : layout.blocks) {
    if (block.kind == BlockKind::kChrome) continue;
    std::vector<Span> sentences;
    split_sentences(cleaned.text(), block.span, sentences);
    for (const Span sentence : sentences) explain_sentence(rules, finder, cleaned.text(), sentence);
  }
  return kAllWell;
}

}  // namespace

void add_explain(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand("explain", "Show which rules fire on a text and why");
  auto options = std::make_shared<RulesOptions>();
  auto file = std::make_shared<std::string>("-");
  auto text = std::make_shared<std::string>();
  command->add_option("FILE", *file, "A text; - is standard input");
  command->add_option("-t,--text", *text, "The text itself");
  options->add_to(*command);
  command->callback([=, &status] { status = run(*options, *file, *text); });
}

}  // namespace solieu::cli
