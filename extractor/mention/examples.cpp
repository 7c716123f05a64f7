#include "mention/examples.h"

#include <algorithm>

#include "mention/mention.h"
#include "mention/time_reader.h"
#include "segment/layout.h"
#include "text/clean_text.h"

namespace solieu {
namespace {

// Calls visit(sentence, mentions) for each sentence of an example.
template <class Visit>
void for_each_sentence(const RuleSet& rules, MentionFinder& finder, std::string_view text,
                       Visit visit) {
  std::vector<Span> sentences;
  split_sentences(text, {0, static_cast<uint32_t>(text.size())}, sentences);
  SentenceItems items;
  SentenceMentions mentions;
  for (const Span sentence : sentences) {
    itemise(rules, text, sentence, items);
    MentionTrace trace;
    finder.find(text, items, mentions, &trace);
    visit(items, mentions, trace);
  }
}

// What the figure lacks of the example's wishes, or nothing.
std::string mismatch(std::string_view text, const SentenceItems& items, const FigureMention& f,
                     const RuleExample& e) {
  const auto wanted = [](const std::string& wish, std::string_view got, const char* what) {
    return wish.empty() || wish == got
               ? std::string()
               : std::string(what) + " is " + std::string(got) + ", not " + wish;
  };
  std::string counted;
  if (!f.counted.empty()) {
    const Span first = items.items[f.counted.begin].span;
    counted = std::string(Span{first.begin, items.items[f.counted.end - 1].span.end}.of(text));
  } else if (f.counted_item >= 0) {
    counted = std::string(items.items[static_cast<size_t>(f.counted_item)].span.of(text));
  }
  for (const auto& complaint :
       {wanted(e.value, f.bounded ? "a range" : f.value.to_string(), "the value"),
        wanted(e.low, f.bounded ? f.low.to_string() : "none", "the low bound"),
        wanted(e.high, f.bounded ? f.high.to_string() : "none", "the high bound"),
        wanted(e.of, f.of ? f.of->to_string() : "none", "the whole"),
        wanted(e.unit, f.unit, "the unit"), wanted(e.modifier, name_of(f.modifier), "the modifier"),
        wanted(e.counted, counted, "counted"), wanted(e.per, f.per.of(text), "per")}) {
    if (!complaint.empty()) return complaint;
  }
  return {};
}

// The day on which examples of dates are read: a Wednesday.
constexpr CalendarDate kExampleDay{2024, 5, 15};

std::string date_mismatch(const RuleSet& rules, std::string_view text, const SentenceItems& items,
                          const DateFound& date, const RuleExample& e) {
  const auto period = TimeReader(rules).read(text, items, date, {kExampleDay, 0, {}});
  const std::string iso = period ? to_iso(*period) : "none";
  return e.iso.empty() || e.iso == iso ? std::string() : "the period is " + iso + ", not " + e.iso;
}

void run_rule_example(const RuleSet& rules, MentionFinder& finder, uint32_t rule_index,
                      const RuleExample& e, ExampleReport& report) {
  const Rule& rule = rules.rules()[rule_index];
  const CleanText clean_example = clean(e.text);
  const std::string_view text = clean_example.text();
  std::string complaint = e.accept ? "finds nothing at '" + e.quote + "'" : "";
  bool good = !e.accept;
  for_each_sentence(
      rules, finder, text, [&](const auto& items, const auto& mentions, const auto& trace) {
        for (const RuleMatch& m : trace.winners) {
          const std::string_view quote = text.substr(
              items.items[m.items.begin].span.begin,
              items.items[m.items.end - 1].span.end - items.items[m.items.begin].span.begin);
          if (!e.accept) {
            if (m.rule == rule_index) {
              good = false;
              complaint = "wins '" + std::string(quote) + "', which it must not";
            }
            continue;
          }
          if (quote != e.quote || good) continue;
          if (m.rule != rule_index) {
            complaint = "loses '" + e.quote + "' to " + rules.rules()[m.rule].id;
            continue;
          }
          std::string wrong;
          if (rule.outcome == Rule::Outcome::kFigure) {
            wrong = "makes no value of '" + e.quote + "'";
            for (const auto& f : mentions.figures) {
              if (f.rule == rule_index && f.items == m.items) wrong = mismatch(text, items, f, e);
            }
          }
          for (const auto& d : mentions.dates) {
            if (d.rule == rule_index && d.items == m.items)
              wrong = date_mismatch(rules, text, items, d, e);
          }
          good = wrong.empty();
          complaint = wrong;
        }
      });
  if (!good) report.failures.push_back({rule.id, e.place, complaint + " in: " + e.text});
}

void run_attribute_example(const RuleSet& rules, MentionFinder& finder, uint32_t rule_index,
                           const RuleExample& e, ExampleReport& report) {
  const AttributeRule& rule = rules.attribute_rules()[rule_index];
  const CleanText clean_example = clean(e.text);
  const std::string_view text = clean_example.text();
  std::string complaint = e.accept ? "nothing is found at '" + e.quote + "'" : "";
  for_each_sentence(rules, finder, text, [&](const auto& items, const auto& mentions, const auto&) {
    for (const auto& d : mentions.dates) {
      const bool said = d.role_rule == static_cast<int>(rule_index);
      if (!e.accept && said)
        complaint = "speaks of '" + std::string(d.span.of(text)) + "', which it must not";
      if (!e.accept || d.span.of(text) != e.quote) continue;
      complaint = said ? "" : "says nothing of '" + e.quote + "'";
    }
    for (const auto& f : mentions.figures) {
      const bool said = std::ranges::find(f.attribute_rules, rule_index) != f.attribute_rules.end();
      if (!e.accept && said)
        complaint = "speaks of '" + std::string(f.span.of(text)) + "', which it must not";
      if (!e.accept || f.span.of(text) != e.quote) continue;
      complaint = said ? mismatch(text, items, f, e) : "says nothing of '" + e.quote + "'";
    }
  });
  if (!complaint.empty())
    report.failures.push_back({rule.id, e.place, complaint + " in: " + e.text});
}

}  // namespace

ExampleReport run_examples(const RuleSet& rules) {
  ExampleReport report;
  MentionFinder finder(rules);
  for (uint32_t r = 0; r < rules.rules().size(); ++r) {
    for (const auto& e : rules.rules()[r].examples) {
      ++report.examples;
      run_rule_example(rules, finder, r, e, report);
    }
  }
  for (uint32_t r = 0; r < rules.attribute_rules().size(); ++r) {
    for (const auto& e : rules.attribute_rules()[r].examples) {
      ++report.examples;
      run_attribute_example(rules, finder, r, e, report);
    }
  }
  return report;
}

}  // namespace solieu
