#include "grammar/pattern_compiler.h"

#include <algorithm>

#include "text/fold.h"

namespace solieu {

void PatternCompiler::name(std::string_view name, std::string pattern, std::string place) {
  named_.insert_or_assign(std::string(name), Named{std::move(pattern), std::move(place)});
}

Status PatternCompiler::expand(PatternNode& node, const std::string& place, int depth) {
  if (node.type == PatternNode::Type::kItem) {
    const auto named = named_.find(node.text);
    if (named == named_.end()) return {};
    named->second.used = true;
    return parse_into(named->second.text, named->second.place, node, depth + 1);
  }
  for (auto& child : node.children) {
    if (const Status status = expand(child, place, depth); !status) return status;
  }
  return {};
}

Status PatternCompiler::parse_into(std::string_view text, const std::string& place,
                                   PatternNode& out, int depth) {
  if (depth > 8) {
    return Error{Error::Code::kRules, place, "named patterns refer to each other in a circle", ""};
  }
  auto parsed = parse_pattern(text);
  if (!parsed) {
    Error e = parsed.error();
    e.place = place;
    return e;
  }
  out = std::move(*parsed);
  return expand(out, place, depth);
}

Result<const PatternNode*> PatternCompiler::parsed(std::string_view pattern,
                                                   const std::string& place) {
  const auto [found, is_new] = parsed_.try_emplace(std::string(pattern));
  if (is_new) {
    if (const Status status = parse_into(pattern, place, found->second); !status) {
      parsed_.erase(found);
      return status.error();
    }
  }
  return &found->second;
}

std::string PatternCompiler::unknown_concept(const PatternNode& node) const {
  for (const auto& term : node.terms) {
    for (const auto* names : {&term.all, &term.none}) {
      for (const auto& name : *names) {
        if (concepts_.find(name) < 0) return name;
      }
    }
  }
  for (const auto& child : node.children) {
    if (std::string name = unknown_concept(child); !name.empty()) return name;
  }
  return {};
}

void PatternCompiler::add_literals(const PatternNode& node) {
  if (node.type == PatternNode::Type::kLiteral) {
    const std::string folded = fold(node.text);
    std::vector<Token> tokens;
    tokenise(folded, {0, static_cast<uint32_t>(folded.size())}, tokens);
    for (const auto& token : tokens) {
      const auto word = token.span.of(folded);
      const ConceptId id = concepts_.intern("=" + std::string(word));
      lexicon_.add(word, {id, std::nullopt, ""}, false);
    }
  }
  for (const auto& child : node.children) add_literals(child);
}

uint16_t PatternCompiler::predicate(Predicate p, std::string key) {
  const auto [it, added] =
      predicate_ids_.try_emplace(std::move(key), static_cast<uint16_t>(predicates_.size()));
  if (added) predicates_.push_back(std::move(p));
  return it->second;
}

std::vector<Program::Atom> PatternCompiler::resolve(const PatternNode& node) {
  std::vector<Program::Atom> out;
  if (node.type == PatternNode::Type::kLiteral) {
    // Segment as text is segmented: the longest entry at each place.
    const std::string folded = fold(node.text);
    std::vector<Token> tokens;
    tokenise(folded, {0, static_cast<uint32_t>(folded.size())}, tokens);
    std::vector<SyllableNumber> syllables;
    lexicon_.look_up(folded, tokens, syllables);
    for (size_t i = 0; i < tokens.size();) {
      const LexiconMatch match = lexicon_.match(syllables, i);
      const auto& surface = lexicon_.entry(match.entry).surface;
      const ConceptId id = concepts_.intern("=" + surface);
      lexicon_.add(surface, {id, std::nullopt, ""}, false);
      out.push_back({predicate({{{{id}, {}}}}, "=" + surface), static_cast<int16_t>(id)});
      i += match.tokens;
    }
    return out;
  }
  Predicate p;
  for (const auto& term : node.terms) {
    auto& t = p.terms.emplace_back();
    for (const auto& name : term.all) t.all.push_back(concepts_.intern(name));
    for (const auto& name : term.none) t.none.push_back(concepts_.intern(name));
    std::ranges::sort(t.all);
    std::ranges::sort(t.none);
  }
  const auto& first = node.terms.front().all;
  const int16_t capture =
      first.empty() ? int16_t{-1} : static_cast<int16_t>(concepts_.intern(first.front()));
  out.push_back({predicate(std::move(p), node.text), capture});
  return out;
}

uint32_t PatternCompiler::add(const PatternNode& node, bool backwards, uint32_t tag) {
  return program_.add(node, backwards, tag, resolve_thunk, this);
}

}  // namespace solieu
