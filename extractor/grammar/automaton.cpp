#include "grammar/automaton.h"

#include <algorithm>
#include <map>

namespace solieu {
namespace {

constexpr int kDepth = 2;  // items looked at

// A place in the program and the rule that it belongs to.
struct Place {
  uint32_t at = 0;
  uint32_t rule = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};
using PlaceSet = std::vector<Place>;  // sorted; kItem and kAccept instructions only

// Follows what consumes no item.
class Closure {
 public:
  explicit Closure(const Program& program) : program_(program), seen_(program.size()) {}

  void begin() { ++round_; }
  void add(Place place, PlaceSet& out) {
    if (seen_[place.at] == round_) return;
    seen_[place.at] = round_;
    using Op = Instruction::Op;
    const Instruction& instruction = program_[place.at];
    switch (instruction.op) {
      case Op::kSplit:
        add({instruction.next, place.rule}, out);
        add({instruction.other, place.rule}, out);
        return;
      case Op::kGlue:
      case Op::kStart:
      case Op::kEnd:
        add({instruction.next, place.rule}, out);
        return;
      default:
        out.push_back(place);
    }
  }

 private:
  const Program& program_;
  std::vector<uint32_t> seen_;
  uint32_t round_ = 0;
};

}  // namespace

void Automaton::build(const Program& program, const std::vector<uint32_t>& entries,
                      size_t class_count,
                      const std::function<bool(uint16_t, ItemClass)>& item_matches) {
  class_count_ = class_count;
  Closure closure(program);
  std::map<PlaceSet, uint32_t> ids;
  std::vector<PlaceSet> states;
  const auto id_of = [&](PlaceSet set) {
    std::ranges::sort(set);
    const auto [it, added] = ids.try_emplace(set, static_cast<uint32_t>(states.size()));
    if (added) states.push_back(std::move(set));
    return it->second;
  };
  id_of({});
  PlaceSet start;
  closure.begin();
  for (uint32_t rule = 0; rule < entries.size(); ++rule) closure.add({entries[rule], rule}, start);
  id_of(std::move(start));

  next_.assign(class_count, 0);  // of the dead state
  size_t level_begin = kStart;
  for (int depth = 0; depth < kDepth; ++depth) {
    const size_t level_end = states.size();
    for (size_t s = level_begin; s < level_end; ++s) {
      for (size_t c = 0; c < class_count; ++c) {
        PlaceSet target;
        closure.begin();
        for (const Place place : states[s]) {
          const Instruction& instruction = program[place.at];
          if (instruction.op == Instruction::Op::kItem &&
              item_matches(instruction.predicate, static_cast<ItemClass>(c))) {
            closure.add({instruction.next, place.rule}, target);
          }
        }
        next_.push_back(target.empty() ? 0 : id_of(std::move(target)));
      }
    }
    level_begin = level_end;
    inner_states_ = static_cast<uint32_t>(level_end);
  }

  // An inner state answers with the rules that end there, a leaf with all that are still alive.
  answers_.clear();
  answers_begin_ = {0};
  for (size_t s = 0; s < states.size(); ++s) {
    uint32_t last = static_cast<uint32_t>(-1);
    PlaceSet by_rule = states[s];
    std::ranges::sort(by_rule, {}, &Place::rule);
    for (const Place place : by_rule) {
      const bool ends = program[place.at].op == Instruction::Op::kAccept;
      if ((ends || s >= inner_states_) && place.rule != last) {
        answers_.push_back(place.rule);
        last = place.rule;
      }
    }
    answers_begin_.push_back(static_cast<uint32_t>(answers_.size()));
  }
}

}  // namespace solieu
