#include "mention/matcher.h"

#include <algorithm>

namespace solieu {

namespace {

// Items around a mention that the automata of contexts look at.
constexpr uint32_t kDepth = 3;

using Patterns = std::vector<Automaton::Pattern>;

Patterns rule_patterns(const RuleSet& rules) {
  Patterns out;
  for (uint32_t r = 0; r < rules.rules().size(); ++r) {
    out.push_back({rules.rules()[r].match_and_after, r});
  }
  return out;
}

// One side of the attribute rules.
Patterns context_patterns(const RuleSet& rules, uint32_t RuleContext::*asked,
                          std::vector<uint32_t> RuleContext::*forbidden) {
  Patterns out;
  for (uint32_t r = 0; r < rules.attribute_rules().size(); ++r) {
    const RuleContext& context = rules.attribute_rules()[r].context;
    if (context.*asked != kNoPattern) out.push_back({context.*asked, 2 * r});
    for (const uint32_t entry : context.*forbidden) out.push_back({entry, 2 * r + 1});
  }
  return out;
}

}  // namespace

MatchTables::MatchTables(const RuleSet& set)
    : symbols(set),
      rules(set.program(), symbols, rule_patterns(set), false),
      before(set.program(), symbols,
             context_patterns(set, &RuleContext::before, &RuleContext::unless_before), true,
             kDepth),
      after(set.program(), symbols,
            context_patterns(set, &RuleContext::after, &RuleContext::unless_after), false, kDepth),
      sides(set.attribute_rules().size()) {}

Matcher::Matcher(const RuleSet& rules, MatchTables& tables, const std::vector<Item>& items)
    : rules_(rules), tables_(tables), items_(items) {
  tables_.symbols.read(items, tables_.row);
}

int RuleMatch::captured(int16_t concept_id, int occurrence) const {
  int last = -1;
  for (const Capture& c : captures) {
    if (c.concept_id != concept_id) continue;
    last = static_cast<int>(c.item);
    if (--occurrence == 0) return last;
  }
  return occurrence < 0 ? last : -1;
}

template <class Accept>
bool Matcher::run(uint32_t pc, int at, int step, std::vector<Capture>& captures,
                  const Accept& accept) const {
  using Op = Instruction::Op;
  const int count = static_cast<int>(items_.size());
  while (true) {
    const Instruction& instruction = rules_.program()[pc];
    switch (instruction.op) {
      case Op::kAccept:
        return accept(at, captures);
      case Op::kItem: {
        if (at < 0 || at >= count) return false;
        if (!rules_.holds(instruction.predicate, items_[static_cast<size_t>(at)])) return false;
        if (instruction.capture >= 0) {
          captures.push_back({instruction.capture, static_cast<uint32_t>(at)});
          const bool done = run(instruction.next, at + step, step, captures, accept);
          if (!done) captures.pop_back();
          return done;
        }
        at += step;
        break;
      }
      case Op::kSplit:
        if (run(instruction.next, at, step, captures, accept)) return true;
        pc = instruction.other;
        continue;
      case Op::kGlue: {
        const int right = step > 0 ? at : at + 1;
        if (right <= 0 || right >= count || !items_[static_cast<size_t>(right)].glued) return false;
        break;
      }
      case Op::kStart:
        if ((step > 0 ? at : at + 1) != 0) return false;
        break;
      case Op::kEnd:
        if ((step > 0 ? at : at + 1) != count) return false;
        break;
    }
    pc = instruction.next;
  }
}

bool Matcher::context_holds(const RuleContext& context, Span items, std::vector<Capture>* captures,
                            uint32_t* specificity, Span* reach) const {
  std::vector<Capture> scratch;
  const int left = static_cast<int>(items.begin) - 1;
  const int right = static_cast<int>(items.end);
  const auto stands = [&](uint32_t pc, int at, int step) {
    return run(pc, at, step, scratch, [](int, const auto&) { return true; });
  };
  // The longest way to satisfy a side, for the sake of specificity.
  const auto side = [&](uint32_t pc, int at, int step, int& end) {
    if (pc == kNoPattern) return true;
    int best = -1;
    std::vector<Capture> found;
    run(pc, at, step, scratch, [&](int stop, const auto& captured) {
      if (const int length = (stop - at) * step; length > best) {
        best = length;
        if (captures != nullptr) found = captured;
      }
      return false;
    });
    scratch.clear();
    if (best < 0) return false;
    end = at + best * step;
    if (captures != nullptr) captures->insert(captures->end(), found.begin(), found.end());
    if (specificity != nullptr) *specificity += static_cast<uint32_t>(best);
    return true;
  };
  int first = left;
  int last = right;
  if (!side(context.before, left, -1, first) || !side(context.after, right, 1, last)) return false;
  for (const uint32_t pc : context.unless_before) {
    if (stands(pc, left, -1)) return false;
  }
  for (const uint32_t pc : context.unless_after) {
    if (stands(pc, right, 1)) return false;
  }
  if (reach != nullptr) *reach = {static_cast<uint32_t>(first + 1), static_cast<uint32_t>(last)};
  return true;
}

bool Matcher::try_rule(uint32_t index, uint32_t begin, RuleMatch& out) const {
  const Rule& rule = rules_.rules()[index];
  std::vector<Capture> captures;
  bool found = false;
  run(rule.match, static_cast<int>(begin), 1, captures, [&](int end, const auto& captured) {
    const Span items{begin, static_cast<uint32_t>(end)};
    if (found && items.end <= out.items.end) return false;
    std::vector<Capture> all = captured;
    uint32_t specificity = items.size();
    if (!context_holds(rule.context, items, &all, &specificity)) return false;
    found = true;
    out = {index, items, specificity, std::move(all)};
    return false;
  });
  return found;
}

std::vector<RuleMatch> Matcher::all_matches() const {
  std::vector<RuleMatch> out;
  RuleMatch match;
  auto& candidates = tables_.candidates;
  for (uint32_t i = 0; i < items_.size(); ++i) {
    candidates.clear();
    const auto add = [&](uint32_t rule, uint32_t = 0) {
      if (std::ranges::find(candidates, rule) == candidates.end()) candidates.push_back(rule);
    };
    tables_.rules.matches(tables_.row, i, add, add);
    for (const uint32_t r : candidates) {
      if (try_rule(r, i, match)) out.push_back(std::move(match));
    }
  }
  return out;
}

std::vector<RuleMatch> Matcher::all_matches_slowly() const {
  std::vector<RuleMatch> out;
  RuleMatch match;
  for (uint32_t i = 0; i < items_.size(); ++i) {
    for (uint32_t r = 0; r < rules_.rules().size(); ++r) {
      if (try_rule(r, i, match)) out.push_back(std::move(match));
    }
  }
  return out;
}

void Matcher::contexts_around(Span items, std::vector<ContextMatch>& out) const {
  const auto& rules = rules_.attribute_rules();
  auto& candidates = tables_.candidates;
  out.clear();
  candidates.clear();
  const uint32_t round = ++tables_.round;
  // A rule is a candidate by its first side; a side that is open is for the exact matcher.
  const auto holds_before = [&](uint32_t rule) {
    auto& side = tables_.sides[rule];
    if (side.round_before != round) candidates.push_back(rule);
    side.round_before = round;
  };
  const auto holds_after = [&](uint32_t rule) {
    auto& side = tables_.sides[rule];
    if (side.round_after != round && rules[rule].context.before == kNoPattern) {
      candidates.push_back(rule);
    }
    side.round_after = round;
  };
  tables_.before.matches(
      tables_.row, items.begin,
      [&](uint32_t answer, uint32_t length) {
        auto& side = tables_.sides[answer / 2];
        if (answer % 2 != 0) {
          side.round_forbidden = round;
        } else {
          holds_before(answer / 2);
          side.before = length;
        }
      },
      [&](uint32_t answer) {
        tables_.sides[answer / 2].round_open = round;
        if (answer % 2 == 0) holds_before(answer / 2);
      });
  tables_.after.matches(
      tables_.row, items.end,
      [&](uint32_t answer, uint32_t length) {
        auto& side = tables_.sides[answer / 2];
        if (answer % 2 != 0) {
          side.round_forbidden = round;
        } else {
          holds_after(answer / 2);
          side.after = length;
        }
      },
      [&](uint32_t answer) {
        tables_.sides[answer / 2].round_open = round;
        if (answer % 2 == 0) holds_after(answer / 2);
      });
  std::ranges::sort(candidates);
  for (const uint32_t r : candidates) {
    const auto& side = tables_.sides[r];
    const RuleContext& context = rules[r].context;
    if (side.round_forbidden == round) continue;
    if (context.after != kNoPattern && side.round_after != round) continue;
    ContextMatch match{r, 0, items};
    if (side.round_open == round) {
      if (!context_holds(context, items, nullptr, &match.specificity, &match.reach)) continue;
    } else {
      if (context.before != kNoPattern) match.reach.begin -= side.before;
      if (context.after != kNoPattern) match.reach.end += side.after;
      match.specificity = match.reach.size() - items.size();
    }
    out.push_back(match);
  }
}

std::vector<RuleMatch> choose(const std::vector<Item>& items, std::vector<RuleMatch> matches,
                              std::vector<RuleMatch>* losers) {
  const auto bytes = [&](const RuleMatch& m) {
    return items[m.items.end - 1].span.end - items[m.items.begin].span.begin;
  };
  std::ranges::stable_sort(matches, [&](const RuleMatch& a, const RuleMatch& b) {
    if (bytes(a) != bytes(b)) return bytes(a) > bytes(b);
    if (a.specificity != b.specificity) return a.specificity > b.specificity;
    return a.rule < b.rule;
  });
  std::vector<RuleMatch> winners;
  for (auto& match : matches) {
    const bool taken = std::ranges::any_of(
        winners, [&](const RuleMatch& w) { return w.items.overlaps(match.items); });
    if (!taken) {
      winners.push_back(std::move(match));
    } else if (losers != nullptr) {
      losers->push_back(std::move(match));
    }
  }
  std::ranges::sort(winners, {}, [](const RuleMatch& m) { return m.items.begin; });
  return winners;
}

}  // namespace solieu
