#include "mention/matcher.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace solieu {

namespace {

// Items before a figure that one automaton looks at for all rules together. Some rules look back
// over long gaps; seen together they would make new states for ever.
constexpr uint32_t kDepth = 4;

using Patterns = std::vector<Automaton::Pattern>;
using ToldList = std::vector<Automaton::Told>;

template <class Take>
void for_each_bit(uint64_t bits, size_t word, const Take& take) {
  for (; bits != 0; bits &= bits - 1) {
    take(static_cast<uint32_t>(word * 64) + static_cast<uint32_t>(std::countr_zero(bits)));
  }
}

Automaton rule_automaton(MatchTables& tables) {
  const auto& rules = tables.set.rules();
  Patterns patterns;
  for (uint32_t r = 0; r < rules.size(); ++r) patterns.push_back({rules[r].match, r});
  return {tables.places, tables.symbols, patterns, words_for(rules.size()), false};
}

// One side of a context.
void add_patterns(const RuleContext& context, uint32_t rule, size_t words, bool before,
                  Patterns& out) {
  const uint32_t asked = before ? context.before : context.after;
  if (asked != kNoPattern) out.push_back({asked, rule});
  const auto forbids = static_cast<uint32_t>(words * 64) + rule;
  for (const uint32_t entry : before ? context.unless_before : context.unless_after) {
    out.push_back({entry, forbids});
  }
}

// Of those rules of a list that `wanted` is true of.
template <class Rules, class Wanted>
ContextTables context_tables(MatchTables& tables, const Rules& rules, uint32_t depth,
                             const Wanted& wanted) {
  const size_t words = words_for(rules.size());
  Patterns before, after;
  RuleBits needs_before(words), needs_after(words);
  for (uint32_t r = 0; r < rules.size(); ++r) {
    const RuleContext& context = rules[r].context;
    if (!wanted(rules[r])) continue;
    add_patterns(context, r, words, true, before);
    add_patterns(context, r, words, false, after);
    if (context.before != kNoPattern) set_bit(needs_before, r);
    if (context.after != kNoPattern) set_bit(needs_after, r);
  }
  return {Automaton(tables.places, tables.symbols, before, words * 2, true, depth),
          Automaton(tables.places, tables.symbols, after, words * 2, false),
          std::move(needs_before), std::move(needs_after)};
}

bool is_of_dates(const AttributeRule& rule) {
  return rule.attribute == AttributeRule::Attribute::kRole;
}

// The rules in one word of the bits whose context does not forbid, on one side.
uint64_t permitted(const Automaton& side, const ToldList& told, const RuleBits& needs,
                   size_t word) {
  uint64_t holds = ~needs[word];
  uint64_t forbidden = 0;
  for (const Automaton::Told& t : told) {
    holds |= side.set(t.answers)[word];
    forbidden |= side.set(t.answers)[word + needs.size()];
  }
  return holds & ~forbidden;
}

// The most items that the rule looked at on one side.
uint32_t longest(const Automaton& side, const ToldList& told, uint32_t rule) {
  for (auto t = told.rbegin(); t != told.rend(); ++t) {
    if (has_bit(side.set(t->answers), rule)) return t->length;
  }
  return 0;
}

}  // namespace

MatchTables::MatchTables(const RuleSet& all)
    : set(all),
      symbols(all),
      places(all.program()),
      rules(rule_automaton(*this)),
      contexts(context_tables(*this, all.rules(), Automaton::kNoLimit,
                              [](const Rule&) { return true; })),
      of_dates(context_tables(*this, all.attribute_rules(), Automaton::kNoLimit, is_of_dates)),
      of_figures(context_tables(*this, all.attribute_rules(), kDepth, std::not_fn(is_of_dates))),
      before_(all.attribute_rules().size()) {}

Automaton& MatchTables::before_of(uint32_t attribute_rule) {
  auto& one = before_[attribute_rule];
  if (one == nullptr) {
    const size_t words = of_figures.needs_before.size();
    Patterns patterns;
    add_patterns(set.attribute_rules()[attribute_rule].context, attribute_rule, words, true,
                 patterns);
    one = std::make_unique<Automaton>(places, symbols, patterns, words * 2, true);
  }
  return *one;
}

const RuleBits& MatchTables::asked(const ContextQuestion& question) {
  const size_t number =
      question.date ? 0 : 1 + static_cast<size_t>(question.kind) * 2 + (question.bounded ? 1 : 0);
  if (number >= asked_.size()) asked_.resize(number + 1);
  RuleBits& bits = asked_[number];
  if (bits.empty()) {
    const auto& all = set.attribute_rules();
    bits.resize(words_for(all.size()));
    for (uint32_t r = 0; r < all.size(); ++r) {
      if (question.asks(all[r])) set_bit(bits, r);
    }
  }
  return bits;
}

Matcher::Matcher(const RuleSet& rules, MatchTables& tables, const std::vector<Item>& items)
    : rules_(rules), tables_(tables), items_(items) {
  tables_.symbols.read(items, tables_.row);
}

int captured(const std::vector<Capture>& captures, int16_t concept_id, int occurrence) {
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
  // The two commonest kinds are asked for first: that is guessed better than one jump of six ways.
  for (;; pc = rules_.program()[pc].next) {
    const Instruction& instruction = rules_.program()[pc];
    if (instruction.op == Op::kItem) {
      if (at < 0 || at >= count) return false;
      if (!rules_.holds(instruction.predicate, items_[static_cast<size_t>(at)])) return false;
      if (instruction.capture >= 0) {
        captures.push_back({instruction.capture, static_cast<uint32_t>(at)});
        const bool done = run(instruction.next, at + step, step, captures, accept);
        if (!done) captures.pop_back();
        return done;
      }
      at += step;
    } else if (instruction.op == Op::kSplit) {
      return run(instruction.next, at, step, captures, accept) ||
             run(instruction.other, at, step, captures, accept);
    } else if (instruction.op == Op::kAccept) {
      return accept(at, captures);
    } else {
      const int right = step > 0 ? at : at + 1;
      const bool inside = right > 0 && right < count;
      const bool holds = instruction.op == Op::kGlue
                             ? inside && items_[static_cast<size_t>(right)].glued
                             : right == (instruction.op == Op::kStart ? 0 : count);
      if (!holds) return false;
    }
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
  return context_captures(context, items, captures, specificity);
}

bool Matcher::context_captures(const RuleContext& context, Span items,
                               std::vector<Capture>& captures, uint32_t& specificity) const {
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
  return side(context.before, static_cast<int>(items.begin) - 1, -1) &&
         side(context.after, static_cast<int>(items.end), 1);
}

bool Matcher::try_rule(uint32_t index, uint32_t begin, RuleMatch& out) const {
  const Rule& rule = rules_.rules()[index];
  auto& captures = tables_.captures;
  captures.clear();
  bool found = false;
  run(rule.match, static_cast<int>(begin), 1, captures, [&](int end, auto& captured) {
    const Span items{begin, static_cast<uint32_t>(end)};
    if (found && items.end <= out.items.end) return false;
    const size_t own = captured.size();
    uint32_t specificity = items.size();
    if (context_holds(rule.context, items, captured, specificity)) {
      found = true;
      out = {index, items, specificity};
    }
    captured.resize(own);
    return false;
  });
  return found;
}

void Matcher::read_captures(const RuleMatch& match, std::vector<Capture>& out) const {
  std::chrono::steady_clock::time_point start;
  if (!tables_.costs.empty()) start = std::chrono::steady_clock::now();
  const Rule& rule = rules_.rules()[match.rule];
  out.clear();
  run(rule.match, static_cast<int>(match.items.begin), 1, out,
      [&](int end, const auto&) { return static_cast<uint32_t>(end) == match.items.end; });
  uint32_t specificity = 0;
  context_captures(rule.context, match.items, out, specificity);
  if (!tables_.costs.empty()) {
    tables_.costs[match.rule].time += std::chrono::steady_clock::now() - start;
  }
}

void Matcher::count_tried() const {
  for (const auto& told : tables_.told) {
    const auto bits = tables_.rules.set(told.answers);
    for (size_t w = 0; w < tables_.open.size(); ++w) {
      for_each_bit(bits[w], w, [&](uint32_t rule) { ++tables_.costs[rule].tried; });
    }
  }
}

void Matcher::matches_from(uint32_t begin, std::vector<RuleMatch>& out) const {
  MatchTables& t = tables_;
  t.rules.matches(t.row, begin, t.told);
  if (t.told.empty()) return;
  const ContextTables& contexts = t.contexts;
  t.contexts.before.matches(t.row, begin, t.told_before);
  t.open.clear();  // what may yet be found here
  for (size_t w = 0; w < contexts.needs_before.size(); ++w) {
    t.open.push_back(permitted(contexts.before, t.told_before, contexts.needs_before, w));
  }
  if (!t.costs.empty()) count_tried();
  uint32_t seen = 0;  // the length up to which the items behind were looked at
  for (auto told = t.told.rbegin(); told != t.told.rend(); ++told) {
    const auto matched = t.rules.set(told->answers);
    const Span items{begin, begin + told->length};
    for (size_t w = 0; w < t.open.size(); ++w) {
      uint64_t found = matched[w] & t.open[w];
      if (found == 0) continue;
      if (seen != told->length) {
        seen = told->length;
        t.contexts.after.matches(t.row, items.end, t.told_after);
      }
      found &= permitted(contexts.after, t.told_after, contexts.needs_after, w);
      t.open[w] &= ~found;
      for_each_bit(found, w, [&](uint32_t rule) {
        out.push_back({rule, items,
                       told->length + longest(contexts.before, t.told_before, rule) +
                           longest(contexts.after, t.told_after, rule)});
        if (!t.costs.empty()) ++t.costs[rule].matched;
      });
    }
  }
}

void Matcher::all_matches(std::vector<RuleMatch>& out) const {
  out.clear();
  for (uint32_t i = 0; i < items_.size(); ++i) {
    if (i == 0 || tables_.rules.may_match(tables_.row, i)) matches_from(i, out);
  }
}

std::vector<RuleMatch> Matcher::all_matches_slowly() const {
  std::vector<RuleMatch> out;
  RuleMatch match;
  for (uint32_t i = 0; i < items_.size(); ++i) {
    for (uint32_t r = 0; r < rules_.rules().size(); ++r) {
      if (try_rule(r, i, match)) out.push_back(match);
    }
  }
  return out;
}

void Matcher::contexts_around(Span items, ContextQuestion question,
                              std::vector<ContextMatch>& out) const {
  MatchTables& t = tables_;
  ContextTables& contexts = question.date ? t.of_dates : t.of_figures;
  const RuleBits& asked = t.asked(question);
  out.clear();
  contexts.after.matches(t.row, items.end, t.told_after);
  const uint32_t open = contexts.before.matches(t.row, items.begin, t.told_before);
  for (size_t w = 0; w < asked.size(); ++w) {
    const uint64_t behind =
        asked[w] & permitted(contexts.after, t.told_after, contexts.needs_after, w);
    // What is further away can make a rule hold, hold longer or be forbidden.
    const auto yet_open = contexts.before.set(open);
    const uint64_t far = behind & (yet_open[w] | yet_open[w + asked.size()]);
    const uint64_t near =
        behind & permitted(contexts.before, t.told_before, contexts.needs_before, w);
    for_each_bit(near | far, w, [&](uint32_t rule) {
      ContextMatch match{rule, 0, items};
      const Automaton* before = &contexts.before;
      const ToldList* told = &t.told_before;
      if ((far >> rule % 64 & 1) != 0) {
        Automaton& alone = t.before_of(rule);
        alone.matches(t.row, items.begin, t.told_far);
        before = &alone;
        told = &t.told_far;
        if ((permitted(alone, t.told_far, contexts.needs_before, w) >> rule % 64 & 1) == 0) return;
      }
      match.reach.begin -= longest(*before, *told, rule);
      match.reach.end += longest(contexts.after, t.told_after, rule);
      match.specificity = match.reach.size() - items.size();
      out.push_back(match);
    });
  }
}

void choose(const std::vector<Item>& items, std::vector<RuleMatch>& matches,
            std::vector<RuleMatch>& losers) {
  const auto bytes = [&](const RuleMatch& m) {
    return items[m.items.end - 1].span.end - items[m.items.begin].span.begin;
  };
  std::ranges::sort(matches, [&](const RuleMatch& a, const RuleMatch& b) {
    if (const auto x = bytes(a), y = bytes(b); x != y) return x > y;
    if (a.specificity != b.specificity) return a.specificity > b.specificity;
    if (a.rule != b.rule) return a.rule < b.rule;
    return a.items.begin < b.items.begin;
  });
  losers.clear();
  auto end = matches.begin();  // of the winners
  for (const RuleMatch& match : matches) {
    const auto overlaps = [&](const RuleMatch& w) { return w.items.overlaps(match.items); };
    if (std::any_of(matches.begin(), end, overlaps)) {
      losers.push_back(match);
    } else {
      *end++ = match;
    }
  }
  matches.erase(end, matches.end());
  std::ranges::sort(matches, {}, [](const RuleMatch& m) { return m.items.begin; });
}

}  // namespace solieu
