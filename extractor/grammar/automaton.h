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

  static constexpr uint32_t kNoLimit = UINT32_MAX;

  // `backwards`: the patterns were compiled so and are read from right to left. `depth`: how many
  // items are looked at; patterns with long gaps lead to new states for ever. A
  // pattern that several automata have has one answer. Refers to `places` and `symbols`.
  Automaton(PatternPlaces& places, const Symbols& symbols, const std::vector<Pattern>& patterns,
            bool backwards, uint32_t depth = kNoLimit);

  // Calls found(answer, length) for each pattern that matches `length` items from item `at` of the
  // row on, or, backwards, before it, shorter lengths first; and open(answer) for those that may
  // yet match when the depth is reached.
  template <class Found, class Open>
  void matches(const std::vector<Symbol>& row, uint32_t at, Found found, Open open) {
    if (symbols_.size() > columns_.size() || states_.size() > kMostStates) make_room();
    const Symbol* next = row.data() + at + (backwards_ ? 0 : 1);
    const bool flag = backwards_ ? symbols_.glued(next[1]) : at == 0;
    uint32_t state = start_[flag ? 1 : 0];
    const int step = backwards_ ? -1 : 1;
    for (uint32_t length = 0;; ++length, next += step) {
      if (const State& s = states_[state]; s.answers != 0) {
        for (uint32_t i = 0; i < s.late; ++i) found(answers_[s.begin + i], length - 1);
        for (uint32_t i = s.late; i < s.sure; ++i) found(answers_[s.begin + i], length);
        for (uint32_t i = s.sure; i < s.answers; ++i) open(answers_[s.begin + i]);
        if (s.places.empty()) return;  // always so behind an edge
      }
      uint32_t column = columns_[*next];
      if (column == kUnknown) column = column_of(*next);
      const uint32_t known = next_[size_t{state} * stride_ + column];
      state = known != kUnknown ? known : made(state, column);
      if (state == kDead) return;
    }
  }
  size_t state_count() const { return states_.size(); }

 private:
  static constexpr uint16_t kUnknown = 0;
  static constexpr uint16_t kDead = 1;
  // Then all are forgotten. A sentence adds fewer than 16 bits can count.
  static constexpr size_t kMostStates = 8192;

  struct State {
    uint32_t begin = 0;    // of its answers
    uint32_t late = 0;     // so many of them hold before the last item, which they only looked at
    uint32_t sure = 0;     // those and the ones that end here
    uint32_t answers = 0;  // those and the open ones
    uint32_t depth = 0;    // counted where it is limited
    std::vector<uint32_t> places;  // sorted, in the program
  };
  // What is collected for a new state.
  struct Draft {
    std::vector<uint32_t> places, late, now, open;
    uint32_t depth = 0;
  };

  void make_room();
  void clear();
  void widen();
  uint32_t column_of(Symbol symbol);
  uint32_t made(uint32_t state, uint32_t column);
  uint32_t id_of(Draft& draft);
  void follow(uint32_t at, bool flag, Draft& draft);
  void look_ahead(uint32_t at, Symbol symbol, std::vector<uint32_t>& ready, Draft& draft);
  bool first_visit(uint32_t at);

  PatternPlaces& places_;
  const Program& program_;
  const Symbols& symbols_;
  const bool backwards_;
  const uint32_t depth_;
  std::vector<uint32_t> entries_;
  std::vector<uint16_t> predicates_;  // that the patterns ask

  // Symbols that the patterns do not tell apart share a column of the table.
  std::vector<uint16_t> columns_;                // by symbol
  std::vector<Symbol> samples_{Symbols::kEdge};  //  by column
  std::map<std::vector<bool>, uint32_t> column_of_answers_;
  size_t stride_ = 64;
  uint32_t start_[2] = {0, 0};
  std::vector<uint16_t> next_;  // state * stride + column
  std::vector<uint32_t> answers_;
  std::vector<State> states_;
  std::unordered_multimap<size_t, uint32_t> by_hash_;
};

}  // namespace solieu
