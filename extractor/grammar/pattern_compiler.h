// Makes programs of the patterns of rules: named patterns in place, words as the lexicon cuts them,
// predicates numbered.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "grammar/concepts.h"
#include "grammar/lexicon.h"
#include "grammar/pattern.h"
#include "grammar/program.h"
#include "solieu/status.h"

namespace solieu {

class PatternCompiler {
 public:
  // Writes into all of these, which must outlive it.
  PatternCompiler(ConceptTable& concepts, Lexicon& lexicon, Program& program,
                  std::vector<Predicate>& predicates)
      : concepts_(concepts), lexicon_(lexicon), program_(program), predicates_(predicates) {}

  // A pattern that others may name in braces; a later one of that name replaces it. `place` is
  // "file:line". To be called before `parsed`.
  void name(std::string_view name, std::string pattern, std::string place);

  // The pattern with all named ones put in. Parsed once: the pointer stays good. `place` is told in
  // errors.
  Result<const PatternNode*> parsed(std::string_view pattern, const std::string& place);
  // The first name in the pattern that no concept has, or "".
  std::string unknown_concept(const PatternNode& node) const;

  // Puts the words written out in a pattern into the lexicon, so that the tokeniser knows them. A
  // word that only stands inside longer entries would never be seen alone; such literals are cut
  // like text. To be called for all patterns, and the lexicon to be built, before `add`.
  void add_literals(const PatternNode& node);

  // Program::add.
  uint32_t add(const PatternNode& node, bool backwards, uint32_t tag);

  // Calls take(name, place) for each named pattern that nothing used.
  template <class Take>
  void for_each_unused(const Take& take) const {
    for (const auto& [name, pattern] : named_) {
      if (!pattern.used) take(name, pattern.place);
    }
  }

 private:
  struct Named {
    std::string text;
    std::string place;
    bool used = false;
  };

  Status parse_into(std::string_view text, const std::string& place, PatternNode& out,
                    int depth = 0);
  Status expand(PatternNode& node, const std::string& place, int depth);
  // The concept of a word in match form.
  ConceptId add_word(std::string_view word);
  const std::vector<Program::Atom>& resolve(const PatternNode& node);
  std::vector<Program::Atom> resolve_literal(std::string_view text);
  std::vector<Program::Atom> resolve_item(const PatternNode& node);
  static const std::vector<Program::Atom>& resolve_thunk(void* self, const PatternNode& node) {
    return static_cast<PatternCompiler*>(self)->resolve(node);
  }

  ConceptTable& concepts_;
  Lexicon& lexicon_;
  Program& program_;
  std::vector<Predicate>& predicates_;
  std::map<std::string, Named, std::less<>> named_;
  std::unordered_map<std::string, PatternNode> parsed_;  // by text
  std::unordered_set<std::string> literals_;             // in the lexicon
  // What patterns were resolved to, by the text of the node.
  using Atoms = std::unordered_map<std::string, std::vector<Program::Atom>>;
  Atoms literal_atoms_;
  Atoms item_atoms_;
  std::unordered_map<ConceptId, uint16_t> word_predicates_;
};

}  // namespace solieu
