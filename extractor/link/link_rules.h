// What linking draws from a rule set, once for each.
#pragma once

#include <array>
#include <vector>

#include "grammar/rule_set.h"
#include "mention/time_reader.h"

namespace solieu {

// The concepts that linkers ask for, as Analysis::has takes them: -1 where the rules lack one.
struct LinkConcepts {
  const ConceptTable& table;
  int admin_unit = table.find("admin_unit");
  int ago = table.find("ago");
  int anniversary_word = table.find("anniversary_word");
  int baseline_stop = table.find("baseline_stop");
  int carry_out = table.find("carry_out");
  int carry_out_before = table.find("carry_out_before");
  int clause_mark = table.find("clause_mark");
  int comma_mark = table.find("comma_mark");
  int compare = table.find("compare");
  int continuation = table.find("continuation");
  int decision = table.find("decision");
  int down = table.find("down");
  int each_time = table.find("each_time");
  int each_word = table.find("each_word");
  int function = table.find("function");
  int future_length = table.find("future_length");
  int gathering = table.find("gathering");
  int law_word = table.find("law_word");
  int level_verb = table.find("level_verb");
  int look_back = table.find("look_back");
  int market_price = table.find("market_price");
  int measure = table.find("measure");
  int money_cue = table.find("money_cue");
  int moves_word = table.find("moves_word");
  int no_stretch = table.find("no_stretch");
  int noun = table.find("noun");
  int of_body = table.find("of_body");
  int outsider = table.find("outsider");
  int parts_word = table.find("parts_word");
  int passive_end = table.find("passive_end");
  int past_length = table.find("past_length");
  int person = table.find("person");
  int phrase_end = table.find("phrase_end");
  int programme_back = table.find("programme_back");
  int programme_built = table.find("programme_built");
  int programme_capital = table.find("programme_capital");
  int programme_counted = table.find("programme_counted");
  int programme_ends = table.find("programme_ends");
  int programme_event = table.find("programme_event");
  int programme_except = table.find("programme_except");
  int programme_generic = table.find("programme_generic");
  int programme_gift = table.find("programme_gift");
  int programme_goes_on = table.find("programme_goes_on");
  int programme_keeps_word = table.find("programme_keeps_word");
  int programme_launch = table.find("programme_launch");
  int programme_leads_in = table.find("programme_leads_in");
  int programme_link = table.find("programme_link");
  int programme_name = table.find("programme_name");
  int programme_numbered = table.find("programme_numbered");
  int programme_plural = table.find("programme_plural");
  int programme_stop = table.find("programme_stop");
  int programme_whole = table.find("programme_whole");
  int programme_word = table.find("programme_word");
  int programme_works = table.find("programme_works");
  int project_word = table.find("project_word");
  int quantifier = table.find("quantifier");
  int quantity = table.find("quantity");
  int range_from = table.find("range_from");
  int restate = table.find("restate");
  int share_word = table.find("share_word");
  int statement = table.find("statement");
  int telling = table.find("telling");
  int time_preposition = table.find("time_preposition");
  int time_unit = table.find("time_unit");
  int to_come = table.find("to_come");
  int total_word = table.find("total_word");
  int until = table.find("until");
  int up = table.find("up");
  int verb = table.find("verb");
  int verb_particle = table.find("verb_particle");
  int visit = table.find("visit");
  int whole = table.find("whole");
  int whole_subject = table.find("whole_subject");
  int whole_word = table.find("whole_word");
  int world_word = table.find("world_word");
  // What lexicon names of programmes are about.
  std::array<int, 3> topics = {table.find("topic_rural"), table.find("topic_poverty"),
                               table.find("topic_products")};
};

// Log odds, as rules/confidence.tsv has them.
struct ConfidenceWeights {
  double base = 0;
  std::vector<double> rules;   // by Mention::rule
  std::vector<double> doubts;  // by doubt::Id
};

// Immutable, safe to share between threads; refers to the rule set.
class LinkRules {
 public:
  explicit LinkRules(const RuleSet& rules);

  // What linkers ask of each item of a sentence: some of the concepts, together in one look.
  enum Trait : uint16_t {
    kVerb = 1,
    kLevelVerb = 2,
    kUpOrDown = 4,
    kClauseMark = 8,
    kCommaMark = 16,
    kEach = 32,             // or a time: "mỗi", "mỗi năm"
    kProgrammeBegins = 64,  // a name of a programme, or a word in front of one
    kProgrammeLink = 128,
  };
  uint16_t traits(const Item& item) const { return traits_[item.concepts]; }
  // Whether a shorter entry at the beginning of this one is a word in front of a programme's name:
  // "mô hình" of "mô hình điểm".
  bool begins_with_cue(int32_t entry) const {
    return entry >= 0 && begins_with_cue_[static_cast<size_t>(entry)];
  }

  LinkConcepts concepts;
  ConfidenceWeights weights;
  TimeReader time_reader;

 private:
  void find_traits(const RuleSet& rules);
  void find_cues(const RuleSet& rules);

  std::vector<uint16_t> traits_;       // by Item::concepts
  std::vector<bool> begins_with_cue_;  // by entry
};

}  // namespace solieu
