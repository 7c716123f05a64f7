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
  for (const auto& child : node.children) add_literals(child);
  if (node.type != PatternNode::Type::kLiteral || !literals_.insert(node.text).second) return;
  const std::string folded = fold(node.text);
  std::vector<Token> tokens;
  tokenise(folded, {0, static_cast<uint32_t>(folded.size())}, tokens);
  for (const auto& token : tokens) add_word(token.span.of(folded));
}

ConceptId PatternCompiler::add_word(std::string_view word) {
  const ConceptId id = concepts_.intern("=" + std::string(word));
  lexicon_.add(word, {id, std::nullopt, ""}, false);
  return id;
}

const std::vector<Program::Atom>& PatternCompiler::resolve(const PatternNode& node) {
  const bool literal = node.type == PatternNode::Type::kLiteral;
  const auto [known, is_new] = (literal ? literal_atoms_ : item_atoms_).try_emplace(node.text);
  if (is_new) known->second = literal ? resolve_literal(node.text) : resolve_item(node);
  return known->second;
}

// Segments as text is segmented: the longest entry at each place.
std::vector<Program::Atom> PatternCompiler::resolve_literal(std::string_view text) {
  const std::string folded = fold(text);
  std::vector<Token> tokens;
  tokenise(folded, {0, static_cast<uint32_t>(folded.size())}, tokens);
  std::vector<SyllableNumber> syllables;
  lexicon_.look_up(folded, tokens, syllables);
  std::vector<Program::Atom> out;
  for (size_t i = 0; i < tokens.size();) {
    const LexiconMatch match = lexicon_.match(syllables, i);
    const ConceptId id = add_word(lexicon_.entry(match.entry).surface);
    const auto [predicate, is_new] =
        word_predicates_.try_emplace(id, static_cast<uint16_t>(predicates_.size()));
    if (is_new) predicates_.push_back({{{{id}, {}}}});
    out.push_back({predicate->second, static_cast<int16_t>(id)});
    i += match.tokens;
  }
  return out;
}

std::vector<Program::Atom> PatternCompiler::resolve_item(const PatternNode& node) {
  Predicate predicate;
  for (const auto& term : node.terms) {
    auto& t = predicate.terms.emplace_back();
    for (const auto& name : term.all) t.all.push_back(concepts_.intern(name));
    for (const auto& name : term.none) t.none.push_back(concepts_.intern(name));
    std::ranges::sort(t.all);
    std::ranges::sort(t.none);
  }
  const auto& first = node.terms.front().all;
  const int16_t capture =
      first.empty() ? int16_t{-1} : static_cast<int16_t>(concepts_.intern(first.front()));
  predicates_.push_back(std::move(predicate));
  return {{static_cast<uint16_t>(predicates_.size() - 1), capture}};
}

uint32_t PatternCompiler::add(const PatternNode& node, bool backwards, uint32_t tag) {
  return program_.add(node, backwards, tag, resolve_thunk, this);
}

}  // namespace solieu
