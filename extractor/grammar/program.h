// Compiled patterns: a small non-deterministic program over items, shared by all rules.
#pragma once

#include <vector>

#include "grammar/concepts.h"
#include "grammar/item.h"
#include "grammar/pattern.h"

namespace solieu {

// Maps the predicates of patterns to classes of items. Filled while rules are loaded.
struct Predicate {
  struct Term {
    ConceptSet all;
    ConceptSet none;
  };
  std::vector<Term> terms;
};

struct Instruction {
  enum class Op : uint8_t { kItem, kSplit, kGlue, kStart, kEnd, kAccept };
  Op op = Op::kAccept;
  uint16_t predicate = 0;  // kItem
  int16_t capture = -1;    // kItem: the concept by which the item is captured
  uint32_t next = 0;
  uint32_t other = 0;  // kSplit: tried after `next`; kAccept: a tag of the caller's
};

// Capture of one item by the concept named first in its predicate.
struct Capture {
  int16_t concept_id = -1;
  uint32_t item = 0;
};

// All patterns of a rule set. Const and thread-safe once every pattern is in.
class Program {
 public:
  // Resolves a parsed item's names; made by the rule set, which knows concepts and lexicon.
  struct Atom {
    uint16_t predicate = 0;
    int16_t capture = -1;
  };
  using Resolve = const std::vector<Atom>& (*)(void* context, const PatternNode& node);

  // Appends a pattern that ends in kAccept with `tag`; `backwards` compiles it to run right to
  // left. Item and literal nodes become the atoms that `resolve` gives for them. Returns its entry.
  uint32_t add(const PatternNode& node, bool backwards, uint32_t tag, Resolve resolve,
               void* context);

  const Instruction& operator[](uint32_t at) const { return code_[at]; }
  size_t size() const { return code_.size(); }

 private:
  uint32_t emit(Instruction instruction);
  uint32_t compile(const PatternNode& node, uint32_t next);

  std::vector<Instruction> code_;
  bool backwards_ = false;
  Resolve resolve_ = nullptr;
  void* context_ = nullptr;
};

}  // namespace solieu
