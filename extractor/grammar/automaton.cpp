#include "grammar/automaton.h"

#include <algorithm>

#include "base/bits.h"

namespace solieu {
namespace {

using Op = Instruction::Op;

size_t mixed_into(size_t hash, const std::vector<uint32_t>& values) {
  for (const uint32_t v : values) hash = (hash ^ v) * 0x9E3779B97F4A7C15ull;
  return (hash ^ values.size()) * 0x9E3779B97F4A7C15ull;
}

}  // namespace

Automaton::Automaton(PatternPlaces& places, const Symbols& symbols,
                     const std::vector<Pattern>& patterns, size_t words, bool backwards,
                     uint32_t depth)
    : places_(places),
      program_(places.program),
      symbols_(symbols),
      backwards_(backwards),
      depth_(depth),
      words_(words),
      asked_(symbols.predicates(Symbols::kEdge).size()) {
  std::vector<uint32_t> open;
  ++places_.round;
  for (const Pattern& pattern : patterns) {
    entries_.push_back(pattern.entry);
    open.push_back(pattern.entry);
    while (!open.empty()) {
      const uint32_t at = open.back();
      open.pop_back();
      if (!first_visit(at)) continue;
      const Instruction& instruction = program_[at];
      places_.answer_at[at] = pattern.answer;
      if (instruction.op == Op::kAccept) continue;
      if (instruction.op == Op::kItem) {
        set_bit(asked_, instruction.predicate);
      }
      open.push_back(instruction.next);
      if (instruction.op == Op::kSplit) open.push_back(instruction.other);
    }
  }
  make_room();
}

bool Automaton::first_visit(uint32_t at) {
  if (places_.round_of[at] == places_.round) return false;
  places_.round_of[at] = places_.round;
  return true;
}

uint32_t Automaton::matches(const std::vector<Symbol>& row, uint32_t at, std::vector<Told>& out) {
  out.clear();
  if (symbols_.size() > columns_.size() || states_.size() > kMostStates) make_room();
  const Symbol* next = row.data() + at + (backwards_ ? 0 : 1);
  const bool flag = backwards_ ? symbols_.glued(next[1]) : at == 0;
  const int step = backwards_ ? -1 : 1;
  const uint16_t* const columns = columns_.data();
  const uint16_t* table = next_.data();
  size_t stride = stride_;
  uint16_t state = start_[flag ? 1 : 0];
  for (uint32_t length = 0;; ++length, next += step) {
    if ((state & kTells) != 0) {
      state &= static_cast<uint16_t>(~kTells);
      const State& s = states_[state];
      if (s.late != kNone) out.push_back({length - 1, s.late});
      if (s.now != kNone) out.push_back({length, s.now});
      if (s.ends) return s.open;
    }
    uint16_t to = table[state * stride + columns[*next]];
    if (to <= kDead) {
      if (to == kUnknown) {
        to = made(state, *next);
        table = next_.data();
        stride = stride_;
      }
      if (to == kDead) {
        if (!flag && step > 0 && out.empty()) note_opening(next, length, state);
        return kNone;
      }
    }
    state = to;
  }
}

// Remembers that a walk that found nothing ended at `next` in `state`.
void Automaton::note_opening(const Symbol* next, uint32_t length, uint16_t state) {
  if (length == 0) openings_[*next].leads_to = kDead;
  if (length != 1) return;
  openings_[next[-1]].leads_to = state;
  if (state < 32) openings_[*next].ends |= 1u << state;
}

void Automaton::clear() {
  sets_.assign(words_, 0);
  set_of_bits_ = {{sets_, kNone}};
  states_.assign(2, {});  // kUnknown and kDead
  places_of_.assign(2, {});
  by_hash_.clear();
  openings_.assign(openings_.size(), {});
  next_.assign(2 * stride_, kDead);
  for (const bool flag : {false, true}) {
    draft_.clear();
    ++places_.round;
    for (const uint32_t entry : entries_) follow(entry, flag, draft_);
    start_[flag ? 1 : 0] = id_of(draft_);
  }
}

void Automaton::make_room() {
  columns_.resize(symbols_.size(), kUnknown);
  openings_.resize(symbols_.size());
  if (states_.empty() || states_.size() > kMostStates) clear();
}

// Gives the rows of the table more than twice the room.
void Automaton::widen() {
  const size_t wider = stride_ * 2 + 32;
  std::vector<uint16_t> wide(states_.size() * wider, kUnknown);
  for (size_t state = 0; state < states_.size(); ++state) {
    std::copy_n(next_.begin() + static_cast<long>(state * stride_), stride_,
                wide.begin() + static_cast<long>(state * wider));
  }
  std::fill_n(wide.begin() + static_cast<long>(kDead * wider), wider, kDead);
  next_ = std::move(wide);
  stride_ = wider;
}

uint32_t Automaton::column_of(Symbol symbol) {
  std::vector<uint64_t> answers = asked_;
  for (size_t w = 0; w < asked_.size(); ++w) answers[w] &= symbols_.predicates(symbol)[w];
  answers.push_back(symbol == Symbols::kEdge ? 2 : symbols_.glued(symbol) ? 1 : 0);
  const auto [it, added] = column_of_answers_.try_emplace(std::move(answers), column_count_);
  if (added) ++column_count_;
  if (column_count_ > stride_) widen();
  columns_[symbol] = static_cast<uint16_t>(it->second);
  return it->second;
}

// Adds what can be reached from `at` without another item. `flag`: whether the item just read, or
// backwards the one that the match begins with, is glued to the one before it; forwards, whether
// the sentence begins here.
void Automaton::follow(uint32_t at, bool flag, Draft& draft) {
  if (!first_visit(at)) return;
  const Instruction& instruction = program_[at];
  switch (instruction.op) {
    case Op::kSplit:
      follow(instruction.next, flag, draft);
      follow(instruction.other, flag, draft);
      return;
    case Op::kAccept:
      draft.now.push_back(places_.answer_at[at]);
      return;
    case Op::kItem:
      draft.places.push_back(at);
      return;
    case Op::kGlue:  // forwards it depends on the next item
      if (!backwards_) {
        draft.places.push_back(at);
      } else if (flag) {
        follow(instruction.next, flag, draft);
      }
      return;
    case Op::kStart:
      if (backwards_) {
        draft.places.push_back(at);
      } else if (flag) {
        follow(instruction.next, flag, draft);
      }
      return;
    case Op::kEnd:  // behind a match there is no way back to the end
      if (!backwards_) draft.places.push_back(at);
      return;
  }
}

// The same where the next item is known; those that ask for it are ready.
void Automaton::look_ahead(uint32_t at, Symbol symbol, Draft& draft) {
  const Instruction& instruction = program_[at];
  if (instruction.op == Op::kItem) {
    if (has_bit(symbols_.predicates(symbol), instruction.predicate)) draft.ready.push_back(at);
    return;
  }
  if (!first_visit(at)) return;
  const bool edge = symbol == Symbols::kEdge;
  bool holds = false;
  switch (instruction.op) {
    case Op::kSplit:
      look_ahead(instruction.next, symbol, draft);
      look_ahead(instruction.other, symbol, draft);
      return;
    case Op::kAccept:
      draft.late.push_back(places_.answer_at[at]);
      return;
    case Op::kItem:
      return;
    case Op::kGlue:
      holds = !backwards_ && symbols_.glued(symbol);
      break;
    case Op::kStart:
      holds = backwards_ && edge;
      break;
    case Op::kEnd:
      holds = !backwards_ && edge;
      break;
  }
  if (holds) look_ahead(instruction.next, symbol, draft);
}

uint16_t Automaton::made(uint16_t state, Symbol symbol) {
  uint32_t column = columns_[symbol];
  if (column == kUnknown) column = column_of(symbol);
  if (const uint16_t known = next_[size_t{state} * stride_ + column]; known != kUnknown) {
    return known;
  }
  Draft& draft = draft_;
  draft.clear();
  if (depth_ != kNoLimit) draft.depth = states_[state].depth + 1;
  ++places_.round;
  for (const uint32_t at : places_of_[state]) look_ahead(at, symbol, draft);
  ++places_.round;
  const bool flag = backwards_ && symbols_.glued(symbol);
  for (const uint32_t at : draft.ready) follow(program_[at].next, flag, draft);
  if (draft.depth == depth_) {
    for (const uint32_t at : draft.places) draft.open.push_back(places_.answer_at[at]);
    draft.places.clear();
  }
  const uint16_t target = id_of(draft);
  next_[size_t{state} * stride_ + column] = target;
  return target;
}

uint32_t Automaton::set_of(const std::vector<uint32_t>& answers) {
  if (answers.empty()) return kNone;
  std::vector<uint64_t> bits(words_);
  for (const uint32_t a : answers) set_bit(bits, a);
  const auto [it, added] = set_of_bits_.try_emplace(bits, static_cast<uint32_t>(sets_.size()));
  if (added) sets_.insert(sets_.end(), bits.begin(), bits.end());
  return it->second;
}

uint16_t Automaton::id_of(Draft& draft) {
  const State made{set_of(draft.late), set_of(draft.now), set_of(draft.open), draft.depth,
                   draft.places.empty()};
  const bool tells = made.late != kNone || made.now != kNone || made.open != kNone;
  if (draft.places.empty() && !tells) return kDead;
  std::ranges::sort(draft.places);
  const size_t hash =
      mixed_into(mixed_into(draft.depth, {made.late, made.now, made.open}), draft.places);
  const uint16_t flag = tells ? kTells : uint16_t{0};
  const auto [first, last] = by_hash_.equal_range(hash);
  for (auto it = first; it != last; ++it) {
    const uint16_t id = it->second;
    if (states_[id] == made && places_of_[id] == draft.places) return id | flag;
  }
  const auto id = static_cast<uint16_t>(states_.size());
  states_.push_back(made);
  places_of_.push_back(draft.places);
  next_.resize(next_.size() + stride_, kUnknown);
  by_hash_.emplace(hash, id);
  return id | flag;
}

}  // namespace solieu
