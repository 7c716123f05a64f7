#include "link/link_rules.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

#include "link/confidence.h"
#include "text/fold.h"

namespace solieu {

LinkRules::LinkRules(const RuleSet& rules) : concepts{rules.concepts()}, time_reader(rules) {
  find_traits(rules);
  find_cues(rules);
  const ConfidenceTable& table = rules.confidence_table();
  weights.base = table.weight("base");
  for (const Rule& rule : rules.rules()) weights.rules.push_back(table.weight("rule " + rule.id));
  for (const std::string_view name : doubt_names())
    weights.doubts.push_back(table.weight("doubt " + std::string(name)));
}

void LinkRules::find_traits(const RuleSet& rules) {
  const LinkConcepts& c = concepts;
  const std::pair<int, Trait> all[] = {
      {c.verb, kVerb},
      {c.level_verb, kLevelVerb},
      {c.up, kUpOrDown},
      {c.down, kUpOrDown},
      {c.clause_mark, kClauseMark},
      {c.comma_mark, kCommaMark},
      {c.programme_word, kProgrammeBegins},
      {c.programme_name, kProgrammeBegins},
      {c.programme_counted, kProgrammeBegins},
      {c.programme_launch, kProgrammeBegins},
      {c.project_word, kProgrammeBegins},
      {c.programme_link, kProgrammeLink},
  };
  std::vector<bool> known;  // by Item::concepts, which most entries share with others
  for (int32_t entry = RuleSet::kForeignWord; entry < static_cast<int32_t>(rules.lexicon().size());
       ++entry) {
    const size_t row = rules.traits(entry).concepts;
    if (row >= traits_.size()) {
      traits_.resize(row + 1);
      known.resize(row + 1);
    }
    if (known[row]) continue;
    known[row] = true;
    for (const auto& [id, trait] : all) {
      if (id >= 0 && rules.has_concept(entry, static_cast<ConceptId>(id))) traits_[row] |= trait;
    }
  }
}

void LinkRules::find_cues(const RuleSet& rules) {
  const Lexicon& lexicon = rules.lexicon();
  const auto count = static_cast<int32_t>(lexicon.size());
  const auto is_cue = [&](int32_t entry) {
    const auto asked = {concepts.programme_word, concepts.programme_numbered,
                        concepts.programme_keeps_word, concepts.project_word};
    return std::ranges::any_of(asked, [&](int id) {
      return id >= 0 && rules.has_concept(entry, static_cast<ConceptId>(id));
    });
  };
  // Whatever two entries match the same words have the same match form.
  const auto match_form = [&](int32_t entry) {
    const LexiconEntry& e = lexicon.entry(entry);
    return e.exact ? fold(e.surface) : e.surface;
  };
  std::set<std::string, std::less<>> cues;
  std::unordered_set<std::string> first_words;
  for (int32_t entry = 0; entry < count; ++entry) {
    if (!is_cue(entry)) continue;
    const auto& cue = *cues.insert(match_form(entry)).first;
    first_words.insert(cue.substr(0, cue.find(' ')));
  }
  begins_with_cue_.resize(lexicon.size());
  for (int32_t entry = 0; entry < count; ++entry) {
    const std::string form = match_form(entry);
    size_t end = form.find(' ');
    if (end == std::string::npos || !first_words.contains(form.substr(0, end))) continue;
    for (; end != std::string::npos; end = form.find(' ', end + 1)) {
      if (cues.contains(std::string_view(form).substr(0, end)))
        begins_with_cue_[static_cast<size_t>(entry)] = true;
    }
  }
}

}  // namespace solieu
