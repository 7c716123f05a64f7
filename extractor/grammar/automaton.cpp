#include "grammar/automaton.h"

#include <algorithm>

namespace solieu {
namespace {

using Op = Instruction::Op;

size_t mixed_into(size_t hash, const std::vector<uint32_t>& values) {
  for (const uint32_t v : values) hash = (hash ^ v) * 0x9E3779B97F4A7C15ull;
  return (hash ^ values.size()) * 0x9E3779B97F4A7C15ull;
}

}  // namespace

Automaton::Automaton(PatternPlaces& places, const Symbols& symbols,
                     const std::vector<Pattern>& patterns, bool backwards, uint32_t depth)
    : places_(places),
      program_(places.program),
      symbols_(symbols),
      backwards_(backwards),
      depth_(depth) {
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
      if (instruction.op == Op::kItem) predicates_.push_back(instruction.predicate);
      open.push_back(instruction.next);
      if (instruction.op == Op::kSplit) open.push_back(instruction.other);
    }
  }
  std::ranges::sort(predicates_);
  const auto same = std::ranges::unique(predicates_);
  predicates_.erase(same.begin(), same.end());
  make_room();
}

bool Automaton::first_visit(uint32_t at) {
  if (places_.round_of[at] == places_.round) return false;
  places_.round_of[at] = places_.round;
  return true;
}

void Automaton::clear() {
  states_.clear();
  answers_.clear();
  by_hash_.clear();
  states_.resize(2);  // kUnknown and kDead
  next_.assign(2 * stride_, kDead);
  for (const bool flag : {false, true}) {
    Draft draft;
    ++places_.round;
    for (const uint32_t entry : entries_) follow(entry, flag, draft);
    start_[flag ? 1 : 0] = id_of(draft);
  }
}

void Automaton::make_room() {
  columns_.resize(symbols_.size(), kUnknown);
  if (states_.empty() || states_.size() > kMostStates) clear();
}

// Gives the rows of the table twice the room.
void Automaton::widen() {
  std::vector<uint16_t> wide(next_.size() * 2, kUnknown);
  for (size_t state = 0; state < states_.size(); ++state) {
    std::copy_n(next_.begin() + static_cast<long>(state * stride_), stride_,
                wide.begin() + static_cast<long>(state * stride_ * 2));
  }
  std::fill_n(wide.begin() + static_cast<long>(kDead * stride_ * 2), stride_ * 2, kDead);
  next_ = std::move(wide);
  stride_ *= 2;
}

uint32_t Automaton::column_of(Symbol symbol) {
  std::vector<bool> answers = {symbol == Symbols::kEdge, symbols_.glued(symbol)};
  for (const uint16_t p : predicates_) {
    answers.push_back(symbol != Symbols::kEdge && symbols_.holds(p, symbol));
  }
  const auto [it, added] =
      column_of_answers_.try_emplace(std::move(answers), static_cast<uint32_t>(samples_.size()));
  if (added) samples_.push_back(symbol);
  if (samples_.size() > stride_) widen();
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

// The same where the next item is known.
void Automaton::look_ahead(uint32_t at, Symbol symbol, std::vector<uint32_t>& ready, Draft& draft) {
  if (!first_visit(at)) return;
  const Instruction& instruction = program_[at];
  const bool edge = symbol == Symbols::kEdge;
  bool holds = false;
  switch (instruction.op) {
    case Op::kSplit:
      look_ahead(instruction.next, symbol, ready, draft);
      look_ahead(instruction.other, symbol, ready, draft);
      return;
    case Op::kAccept:
      draft.late.push_back(places_.answer_at[at]);
      return;
    case Op::kItem:
      ready.push_back(at);
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
  if (holds) look_ahead(instruction.next, symbol, ready, draft);
}

uint32_t Automaton::made(uint32_t state, uint32_t column) {
  const Symbol symbol = samples_[column];
  Draft draft;
  if (depth_ != kNoLimit) draft.depth = states_[state].depth + 1;
  std::vector<uint32_t> ready;
  ++places_.round;
  for (const uint32_t at : states_[state].places) look_ahead(at, symbol, ready, draft);
  ++places_.round;
  if (symbol != Symbols::kEdge) {
    const bool flag = backwards_ && symbols_.glued(symbol);
    for (const uint32_t at : ready) {
      if (symbols_.holds(program_[at].predicate, symbol)) follow(program_[at].next, flag, draft);
    }
  }
  if (draft.depth == depth_) {
    for (const uint32_t at : draft.places) draft.open.push_back(places_.answer_at[at]);
    draft.places.clear();
  }
  const uint32_t target = id_of(draft);
  next_[size_t{state} * stride_ + column] = static_cast<uint16_t>(target);
  return target;
}

uint32_t Automaton::id_of(Draft& draft) {
  if (draft.places.empty() && draft.late.empty() && draft.now.empty() && draft.open.empty()) {
    return kDead;
  }
  for (auto* list : {&draft.places, &draft.late, &draft.now, &draft.open}) {
    std::ranges::sort(*list);
    const auto same = std::ranges::unique(*list);
    list->erase(same.begin(), same.end());
  }
  size_t hash = draft.depth;
  for (const auto* list : {&draft.places, &draft.late, &draft.now, &draft.open}) {
    hash = mixed_into(hash, *list);
  }
  std::vector<uint32_t> answers = draft.late;
  answers.insert(answers.end(), draft.now.begin(), draft.now.end());
  const auto sure = static_cast<uint32_t>(answers.size());
  answers.insert(answers.end(), draft.open.begin(), draft.open.end());
  const auto [first, last] = by_hash_.equal_range(hash);
  for (auto it = first; it != last; ++it) {
    const State& s = states_[it->second];
    if (s.depth == draft.depth && s.places == draft.places && s.late == draft.late.size() &&
        s.sure == sure && s.answers == answers.size() &&
        std::equal(answers.begin(), answers.end(), answers_.begin() + s.begin)) {
      return it->second;
    }
  }
  const auto id = static_cast<uint32_t>(states_.size());
  states_.push_back({static_cast<uint32_t>(answers_.size()),
                     static_cast<uint32_t>(draft.late.size()), sure,
                     static_cast<uint32_t>(answers.size()), draft.depth, std::move(draft.places)});
  answers_.insert(answers_.end(), answers.begin(), answers.end());
  next_.resize(next_.size() + stride_, kUnknown);
  by_hash_.emplace(hash, id);
  return id;
}

}  // namespace solieu
