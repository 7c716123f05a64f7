#include "grammar/automaton.h"

#include <algorithm>
#include <map>

namespace solieu {
namespace {

using StateSet = std::vector<uint32_t>;  // sorted addresses of kItem and kAccept instructions

// Adds what `at` reaches without consuming an item.
void close_over(const Program& program, uint32_t at, std::vector<bool>& seen, StateSet& out) {
  if (seen[at]) return;
  seen[at] = true;
  using Op = Instruction::Op;
  switch (program[at].op) {
    case Op::kSplit:
      close_over(program, program[at].next, seen, out);
      close_over(program, program[at].other, seen, out);
      return;
    case Op::kGlue:
    case Op::kStart:
    case Op::kEnd:
      close_over(program, program[at].next, seen, out);
      return;
    default:
      out.push_back(at);
  }
}

}  // namespace

void Automaton::build(const Program& program, const std::vector<uint32_t>& entries,
                      size_t class_count,
                      const std::function<bool(uint16_t, ItemClass)>& item_matches) {
  class_count_ = class_count;
  std::map<StateSet, uint32_t> ids;
  std::vector<StateSet> states;
  const auto id_of = [&](StateSet set) {
    std::ranges::sort(set);
    const auto [it, added] = ids.try_emplace(set, static_cast<uint32_t>(states.size()));
    if (added) states.push_back(std::move(set));
    return it->second;
  };
  id_of({});
  StateSet start;
  std::vector<bool> seen(program.size());
  for (const uint32_t entry : entries) close_over(program, entry, seen, start);
  id_of(std::move(start));

  next_.clear();
  accepts_.clear();
  accept_begin_ = {0};
  for (size_t s = 0; s < states.size(); ++s) {
    for (size_t c = 0; c < class_count; ++c) {
      StateSet target;
      std::fill(seen.begin(), seen.end(), false);
      for (const uint32_t at : states[s]) {
        const Instruction& instruction = program[at];
        if (instruction.op == Instruction::Op::kItem &&
            item_matches(instruction.predicate, static_cast<ItemClass>(c))) {
          close_over(program, instruction.next, seen, target);
        }
      }
      next_.push_back(target.empty() ? 0 : id_of(std::move(target)));
    }
    for (const uint32_t at : states[s]) {
      if (program[at].op == Instruction::Op::kAccept) accepts_.push_back(program[at].other);
    }
    accept_begin_.push_back(static_cast<uint32_t>(accepts_.size()));
  }
}

}  // namespace solieu
