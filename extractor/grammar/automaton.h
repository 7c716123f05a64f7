// A deterministic table over symbols for many patterns at once: which of them match from an item
// on.
#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "grammar/program.h"
#include "grammar/symbols.h"

namespace solieu {

// What automata over one program share. One per thread, like them.
struct PatternPlaces {
  explicit PatternPlaces(const Program& all)
      : program(all), answer_at(all.size()), round_of(all.size()) {}

  const Program& program;
  std::vector<uint32_t> answer_at;  // by place in the program: the answer of its pattern
  std::vector<uint32_t> round_of;   // by place: the last round that came there
  uint32_t round = 0;
};

// Glue and the edges of the sentence are seen, too. The whole table would have tens of thousands of
// states, because patterns have bounded repeats, and text visits few of them: a state is made when
// a text leads to it. So an automaton belongs to one thread.
class Automaton {
 public:
  struct Pattern {
    uint32_t entry = 0;  // in the program
    uint32_t answer = 0;
  };
  // Patterns that match so many items.
  struct Told {
    uint32_t length = 0;
    uint32_t answers = 0;  // a set of this automaton
  };

  static constexpr uint32_t kNoLimit = UINT32_MAX;
  static constexpr uint32_t kNone = 0;  // the empty set

  // `backwards`: the patterns were compiled so and are read from right to left. `depth`: how many
  // items are looked at; patterns with long gaps lead to new states for ever. A
  // pattern that several automata have has one answer; `words` hold a bit for each (words_for).
  // Refers to `places` and `symbols`.
  Automaton(PatternPlaces& places, const Symbols& symbols, const std::vector<Pattern>& patterns,
            size_t words, bool backwards, uint32_t depth = kNoLimit);

  // False when surely no pattern matches from item `at` of the row on, by two look-ups. To be asked
  // of items behind the first, when `matches` was asked of that; forwards only.
  bool may_match(const std::vector<Symbol>& row, uint32_t at) const {
    const uint32_t state = openings_[row[at + 1]].leads_to;
    return state >= 32 || (openings_[row[at + 2]].ends >> state & 1) == 0;
  }

  // Replaces `out` by what matches from item `at` of the row on, or, backwards, before it, shorter
  // lengths first. Returns the set of those that may yet match when the depth is reached. Sets are
  // good until the next call.
  uint32_t matches(const std::vector<Symbol>& row, uint32_t at, std::vector<Told>& out);
  // The bits of a set's answers.
  std::span<const uint64_t> set(uint32_t answers) const { return {sets_.data() + answers, words_}; }

  size_t state_count() const { return states_.size(); }

 private:
  static constexpr uint16_t kUnknown = 0;
  static constexpr uint16_t kDead = 1;
  static constexpr uint16_t kTells = 0x8000;  // a bit of a state's number: it has answers
  // Then all are forgotten. A sentence adds fewer than 15 bits can count.
  static constexpr size_t kMostStates = 8192;

  struct State {
    uint32_t late = kNone;  // hold before the last item, which they only looked at
    uint32_t now = kNone;   // end here
    uint32_t open = kNone;
    uint32_t depth = 0;  // counted where it is limited
    bool ends = true;    // no place is left; always so behind an edge
    bool operator==(const State&) const = default;
  };
  // What is collected for a new state.
  struct Draft {
    std::vector<uint32_t> ready;   // places that the item just read leads on from
    std::vector<uint32_t> places;  // in the program
    std::vector<uint32_t> late, now, open;
    uint32_t depth = 0;

    void clear() {
      for (auto* list : {&ready, &places, &late, &now, &open}) list->clear();
      depth = 0;
    }
  };
  // By symbol: the state that it leads to as first item behind another, and which of the first
  // states it ends.
  struct Opening {
    uint32_t ends = 1u << kDead;
    uint16_t leads_to = kUnknown;
  };

  void make_room();
  void clear();
  void widen();
  uint32_t column_of(Symbol symbol);
  uint16_t made(uint16_t state, Symbol symbol);
  void note_opening(const Symbol* next, uint32_t length, uint16_t state);
  uint16_t id_of(Draft& draft);
  uint32_t set_of(const std::vector<uint32_t>& answers);
  void follow(uint32_t at, bool flag, Draft& draft);
  void look_ahead(uint32_t at, Symbol symbol, Draft& draft);
  bool first_visit(uint32_t at);

  PatternPlaces& places_;
  const Program& program_;
  const Symbols& symbols_;
  const bool backwards_;
  const uint32_t depth_;
  const size_t words_;  // of a set
  std::vector<uint32_t> entries_;
  std::vector<uint64_t> asked_;  // bits of the predicates that the patterns ask

  // Symbols that the patterns do not tell apart share a column of the table.
  std::vector<uint16_t> columns_;  // by symbol
  uint32_t column_count_ = 1;      // the first is of symbols not seen yet
  std::map<std::vector<uint64_t>, uint32_t> column_of_answers_;
  // Columns of a row. An odd number of cache lines: with powers of two the columns of common words
  // would drive each other out.
  size_t stride_ = 32;
  uint16_t start_[2] = {0, 0};
  std::vector<uint16_t> next_;  // state * stride + column
  std::vector<State> states_;
  std::vector<Opening> openings_;
  std::vector<uint64_t> sets_;

  Draft draft_;
  std::vector<std::vector<uint32_t>> places_of_;  // by state, sorted
  std::unordered_multimap<size_t, uint16_t> by_hash_;
  std::map<std::vector<uint64_t>, uint32_t> set_of_bits_;
};

}  // namespace solieu
