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

Automaton::Automaton(const Program& program, const Symbols& symbols,
                     const std::vector<Pattern>& patterns, bool backwards)
    : program_(program),
      symbols_(symbols),
      backwards_(backwards),
      answer_at_(program.size()),
      round_of_(program.size()) {
  std::vector<uint32_t> open;
  ++round_;
  for (const Pattern& pattern : patterns) {
    entries_.push_back(pattern.entry);
    open.push_back(pattern.entry);
    while (!open.empty()) {
      const uint32_t at = open.back();
      open.pop_back();
      if (!first_visit(at)) continue;
      const Instruction& instruction = program_[at];
      if (instruction.op == Op::kAccept) {
        answer_at_[at] = pattern.answer;
      } else {
        open.push_back(instruction.next);
        if (instruction.op == Op::kSplit) open.push_back(instruction.other);
      }
    }
  }
  clear();
}

bool Automaton::first_visit(uint32_t at) {
  if (round_of_[at] == round_) return false;
  round_of_[at] = round_;
  return true;
}

void Automaton::clear() {
  states_.clear();
  answers_.clear();
  by_hash_.clear();
  states_.resize(2);  // kUnknown and kDead
  next_.assign(2 * stride_, kDead);
  by_hash_.emplace(mixed_into(mixed_into(mixed_into(0, {}), {}), {}), kDead);
  for (const bool flag : {false, true}) {
    Draft draft;
    ++round_;
    for (const uint32_t entry : entries_) follow(entry, flag, draft);
    start_[flag ? 1 : 0] = id_of(draft);
  }
}

void Automaton::make_room() {
  if (symbols_.size() > stride_) {
    while (symbols_.size() > stride_) stride_ *= 2;
    clear();
  } else if (states_.size() > kMostStates) {
    clear();
  }
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
      draft.now.push_back(answer_at_[at]);
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
      draft.late.push_back(answer_at_[at]);
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

uint32_t Automaton::made(uint32_t state, Symbol symbol) {
  Draft draft;
  std::vector<uint32_t> ready;
  ++round_;
  for (const uint32_t at : states_[state].places) look_ahead(at, symbol, ready, draft);
  ++round_;
  if (symbol != Symbols::kEdge) {
    const bool flag = backwards_ && symbols_.glued(symbol);
    for (const uint32_t at : ready) {
      if (symbols_.holds(program_[at].predicate, symbol)) follow(program_[at].next, flag, draft);
    }
  }
  const uint32_t target = id_of(draft);
  next_[size_t{state} * stride_ + symbol] = target;
  return target;
}

uint32_t Automaton::id_of(Draft& draft) {
  for (auto* list : {&draft.places, &draft.late, &draft.now}) {
    std::ranges::sort(*list);
    const auto same = std::ranges::unique(*list);
    list->erase(same.begin(), same.end());
  }
  const size_t hash = mixed_into(mixed_into(mixed_into(0, draft.places), draft.late), draft.now);
  const auto [first, last] = by_hash_.equal_range(hash);
  for (auto it = first; it != last; ++it) {
    const State& s = states_[it->second];
    const auto answers = answers_.begin() + s.begin;
    if (s.places == draft.places && s.late == draft.late.size() &&
        s.answers == draft.late.size() + draft.now.size() &&
        std::equal(draft.late.begin(), draft.late.end(), answers) &&
        std::equal(draft.now.begin(), draft.now.end(), answers + s.late)) {
      return it->second;
    }
  }
  const auto id = static_cast<uint32_t>(states_.size());
  states_.push_back(
      {static_cast<uint32_t>(answers_.size()), static_cast<uint32_t>(draft.late.size()),
       static_cast<uint32_t>(draft.late.size() + draft.now.size()), std::move(draft.places)});
  answers_.insert(answers_.end(), draft.late.begin(), draft.late.end());
  answers_.insert(answers_.end(), draft.now.begin(), draft.now.end());
  next_.resize(next_.size() + stride_, kUnknown);
  by_hash_.emplace(hash, id);
  return id;
}

}  // namespace solieu
