#include "cli/explanation.h"

#include <spdlog/fmt/fmt.h>

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

template <class... Values>
void print(std::string& out, fmt::format_string<Values...> format, Values&&... values) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Values>(values)...);
}

void explain_sentence(const RuleSet& rules, MentionFinder& finder, std::string_view text,
                      Span sentence, std::string& out) {
  SentenceItems items;
  SentenceMentions mentions;
  MentionTrace trace;
  itemise(rules, text, sentence, items);
  finder.find(text, items, mentions, &trace);
  print(out, "\n{}\n", sentence.of(text));
  for (const Item& item : items.items) {
    print(out, "  {:<24} {}\n", item.span.of(text), concepts_of(rules, items, item));
  }
  const auto said_by = [&](const AttributeRule& rule) {
    print(out, "        said by {}: {}\n", rule.id, rule.value);
  };
  for (const RuleMatch& winner : trace.winners) {
    const Rule& rule = rules.rules()[winner.rule];
    print(out, "  wins  [{}] {} ({}; {} items seen)\n", text_of(items, text, winner.items), rule.id,
          rule.place, winner.specificity);
    for (const FigureMention& f : mentions.figures) {
      if (!(f.items == winner.items)) continue;
      const std::string value =
          f.bounded ? f.low.to_string() + ".." + f.high.to_string() : f.value.to_string();
      print(out, "        {} {}{} {} {}\n", name_of(f.kind), value,
            f.of ? "/" + f.of->to_string() : "", f.unit, name_of(f.modifier));
      for (const uint32_t a : f.attribute_rules) said_by(rules.attribute_rules()[a]);
    }
    for (const DateFound& d : mentions.dates) {
      if (!(d.items == winner.items) || d.role_rule < 0) continue;
      said_by(rules.attribute_rules()[static_cast<size_t>(d.role_rule)]);
    }
    for (const RuleMatch& loser : trace.losers) {
      if (!loser.items.overlaps(winner.items)) continue;
      const auto bytes = [&](const RuleMatch& m) { return text_of(items, text, m.items).size(); };
      const char* why = bytes(loser) < bytes(winner)             ? "shorter"
                        : loser.specificity < winner.specificity ? "less specific"
                                                                 : "later in the rules";
      print(out, "  loses [{}] {}: {}\n", text_of(items, text, loser.items),
            rules.rules()[loser.rule].id, why);
    }
  }
}

}  // namespace

std::string explanation(const RuleSet& rules, std::string_view source) {
  std::string out;
  const CleanText cleaned = clean(source);
  MentionFinder finder(rules);
  const Layout layout = lay_out(cleaned.text(), {}, rules.layout_cues());
  for (const Block& block : layout.blocks) {
    if (block.kind == BlockKind::kChrome) continue;
    std::vector<Span> sentences;
    split_sentences(cleaned.text(), block.span, sentences);
    for (const Span sentence : sentences) {
      explain_sentence(rules, finder, cleaned.text(), sentence, out);
    }
  }
  return out;
}

}  // namespace solieu::cli
