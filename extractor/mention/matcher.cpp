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

// One side of a context.
void add_patterns(const RuleContext& context, uint32_t number, bool before, Patterns& out) {
  const uint32_t asked = before ? context.before : context.after;
  if (asked != kNoPattern) out.push_back({asked, 2 * number});
  for (const uint32_t entry : before ? context.unless_before : context.unless_after) {
    out.push_back({entry, 2 * number + 1});
  }
}

Patterns context_patterns(const RuleSet& rules, bool before) {
  Patterns out;
  for (uint32_t r = 0; r < rules.attribute_rules().size(); ++r) {
    add_patterns(rules.attribute_rules()[r].context, r, before, out);
  }
  return out;
}

Automaton& automaton_of(MatchTables& tables, uint32_t number, bool before) {
  auto& one = (before ? tables.one_before : tables.one_after)[number];
  if (one == nullptr) {
    const auto& attribute_rules = tables.set.attribute_rules();
    const bool attribute = number < attribute_rules.size();
    Patterns patterns;
    add_patterns(attribute ? attribute_rules[number].context
                           : tables.set.rules()[number - attribute_rules.size()].context,
                 number, before, patterns);
    one = std::make_unique<Automaton>(tables.places, tables.symbols, patterns, before);
  }
  return *one;
}

}  // namespace

MatchTables::MatchTables(const RuleSet& all)
    : set(all),
      symbols(all),
      places(all.program()),
      rules(places, symbols, rule_patterns(all), false),
      before(places, symbols, context_patterns(all, true), true, kDepth),
      after(places, symbols, context_patterns(all, false), false, kDepth),
      sides(all.attribute_rules().size()),
      one_before(sides.size() + all.rules().size()),
      one_after(one_before.size()) {}

Automaton& MatchTables::before_of(uint32_t context) { return automaton_of(*this, context, true); }
Automaton& MatchTables::after_of(uint32_t context) { return automaton_of(*this, context, false); }

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

bool Matcher::context_holds(const RuleContext& context, Span items, std::vector<Capture>& captures,
                            uint32_t& specificity) const {
  const int left = static_cast<int>(items.begin) - 1;
  const int right = static_cast<int>(items.end);
  const size_t known = captures.size();
  const auto stands = [&](uint32_t pc, int at, int step) {
    const bool found = run(pc, at, step, captures, [](int, const auto&) { return true; });
    captures.resize(known);
    return found;
  };
  for (const uint32_t pc : context.unless_before) {
    if (stands(pc, left, -1)) return false;
  }
  for (const uint32_t pc : context.unless_after) {
    if (stands(pc, right, 1)) return false;
  }
  const auto side = [&](uint32_t pc, int at, int step) {
    if (pc == kNoPattern) return true;
    const auto base = static_cast<long>(captures.size());
    auto& longest = tables_.longest;
    int best = -1;
    run(pc, at, step, captures, [&](int stop, const auto& captured) {
      if (const int length = (stop - at) * step; length > best) {
        best = length;
        longest.assign(captured.begin() + base, captured.end());
      }
      return false;
    });
    if (best < 0) return false;
    captures.insert(captures.end(), longest.begin(), longest.end());
    specificity += static_cast<uint32_t>(best);
    return true;
  };
  return side(context.before, left, -1) && side(context.after, right, 1);
}

bool Matcher::context_possible(uint32_t index, Span items) const {
  const RuleContext& context = rules_.rules()[index].context;
  const uint32_t number = tables_.context_of_rule(index);
  bool forbidden = false;
  bool holds = false;
  const auto see = [&](uint32_t answer, uint32_t) { (answer % 2 != 0 ? forbidden : holds) = true; };
  const auto never_open = [](uint32_t) {};
  if (context.before != kNoPattern || !context.unless_before.empty()) {
    holds = context.before == kNoPattern;
    tables_.before_of(number).matches(tables_.row, items.begin, see, never_open);
    if (forbidden || !holds) return false;
  }
  if (context.after != kNoPattern || !context.unless_after.empty()) {
    holds = context.after == kNoPattern;
    tables_.after_of(number).matches(tables_.row, items.end, see, never_open);
    if (forbidden || !holds) return false;
  }
  return true;
}

bool Matcher::try_rule(uint32_t index, uint32_t begin, RuleMatch& out, bool by_tables) const {
  const Rule& rule = rules_.rules()[index];
  auto& captures = tables_.captures;
  captures.clear();
  bool found = false;
  run(rule.match, static_cast<int>(begin), 1, captures, [&](int end, auto& captured) {
    const Span items{begin, static_cast<uint32_t>(end)};
    if (found && items.end <= out.items.end) return false;
    if (by_tables && !context_possible(index, items)) return false;
    const size_t own = captured.size();
    uint32_t specificity = items.size();
    if (context_holds(rule.context, items, captured, specificity)) {
      found = true;
      out.rule = index;
      out.items = items;
      out.specificity = specificity;
      out.captures = captured;
    }
    captured.resize(own);
    return false;
  });
  return found;
}

bool Matcher::try_measured(uint32_t rule, uint32_t begin, RuleMatch& out) const {
  RuleCost& cost = tables_.costs[rule];
  const auto start = std::chrono::steady_clock::now();
  const bool matched = try_rule(rule, begin, out);
  cost.time += std::chrono::steady_clock::now() - start;
  ++cost.tried;
  cost.matched += matched ? 1 : 0;
  return matched;
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
      const bool matched =
          tables_.costs.empty() ? try_rule(r, i, match) : try_measured(r, i, match);
      if (matched) out.push_back(std::move(match));
    }
  }
  return out;
}

std::vector<RuleMatch> Matcher::all_matches_slowly() const {
  std::vector<RuleMatch> out;
  RuleMatch match;
  for (uint32_t i = 0; i < items_.size(); ++i) {
    for (uint32_t r = 0; r < rules_.rules().size(); ++r) {
      if (try_rule(r, i, match, false)) out.push_back(std::move(match));
    }
  }
  return out;
}

void Matcher::contexts_around(Span items, ContextQuestion question,
                              std::vector<ContextMatch>& out) const {
  const auto& rules = rules_.attribute_rules();
  auto& candidates = tables_.candidates;
  out.clear();
  candidates.clear();
  const uint32_t round = ++tables_.round;
  // A rule is a candidate by its first side.
  const auto before = [&](uint32_t answer, uint32_t length) {
    const uint32_t rule = answer / 2;
    auto& side = tables_.sides[rule];
    if (answer % 2 != 0) {
      side.round_forbidden = round;
      return;
    }
    if (side.round_before != round) candidates.push_back(rule);
    side.round_before = round;
    side.before = length;
  };
  const auto after = [&](uint32_t answer, uint32_t length) {
    const uint32_t rule = answer / 2;
    auto& side = tables_.sides[rule];
    if (answer % 2 != 0) {
      side.round_forbidden = round;
      return;
    }
    const bool first_side = rules[rule].context.before == kNoPattern;
    if (side.round_after != round && first_side) candidates.push_back(rule);
    side.round_after = round;
    side.after = length;
  };
  const auto never_open = [](uint32_t) {};
  tables_.before.matches(tables_.row, items.begin, before, [&](uint32_t answer) {
    auto& side = tables_.sides[answer / 2];
    if (side.round_open_before == round || !question.asks(rules[answer / 2])) return;
    side.round_open_before = round;
    tables_.before_of(answer / 2).matches(tables_.row, items.begin, before, never_open);
  });
  tables_.after.matches(tables_.row, items.end, after, [&](uint32_t answer) {
    auto& side = tables_.sides[answer / 2];
    if (side.round_open_after == round || !question.asks(rules[answer / 2])) return;
    side.round_open_after = round;
    tables_.after_of(answer / 2).matches(tables_.row, items.end, after, never_open);
  });
  std::ranges::sort(candidates);
  for (const uint32_t r : candidates) {
    const auto& side = tables_.sides[r];
    const RuleContext& context = rules[r].context;
    if (side.round_forbidden == round || !question.asks(rules[r])) continue;
    if (context.after != kNoPattern && side.round_after != round) continue;
    ContextMatch match{r, 0, items};
    if (context.before != kNoPattern) match.reach.begin -= side.before;
    if (context.after != kNoPattern) match.reach.end += side.after;
    match.specificity = match.reach.size() - items.size();
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
