#include "grammar/program.h"

#include <algorithm>

namespace solieu {

uint32_t Program::emit(Instruction instruction) {
  code_.push_back(instruction);
  return static_cast<uint32_t>(code_.size() - 1);
}

uint32_t Program::add(const PatternNode& node, bool backwards, uint32_t tag, Resolve resolve,
                      void* context) {
  const uint32_t accept = emit({.op = Instruction::Op::kAccept, .other = tag});
  backwards_ = backwards;
  resolve_ = resolve;
  context_ = context;
  return compile(node, accept);
}

// Built from the end: every instruction knows where to go on.
uint32_t Program::compile(const PatternNode& node, uint32_t next) {
  using Type = PatternNode::Type;
  using Op = Instruction::Op;
  switch (node.type) {
    case Type::kItem:
    case Type::kLiteral: {
      const auto& atoms = resolve_(context_, node);
      const auto emit_item = [&](const Atom& atom) {
        next = emit(
            {.op = Op::kItem, .predicate = atom.predicate, .capture = atom.capture, .next = next});
      };
      if (backwards_) {
        std::ranges::for_each(atoms, emit_item);
      } else {
        std::for_each(atoms.rbegin(), atoms.rend(), emit_item);
      }
      return next;
    }
    case Type::kSequence: {
      const auto compile_child = [&](const PatternNode& child) { next = compile(child, next); };
      if (backwards_) {
        std::ranges::for_each(node.children, compile_child);
      } else {
        std::for_each(node.children.rbegin(), node.children.rend(), compile_child);
      }
      return next;
    }
    case Type::kChoice: {
      uint32_t entry = compile(node.children.back(), next);
      for (auto child = node.children.rbegin() + 1; child != node.children.rend(); ++child) {
        const uint32_t first = compile(*child, next);
        entry = emit({.op = Op::kSplit, .next = first, .other = entry});
      }
      return entry;
    }
    case Type::kRepeat: {
      uint32_t entry = next;
      for (int i = node.min; i < node.max; ++i) {
        const uint32_t once = compile(node.children.front(), entry);
        entry = emit({.op = Op::kSplit, .next = once, .other = next});
      }
      for (int i = 0; i < node.min; ++i) entry = compile(node.children.front(), entry);
      return entry;
    }
    case Type::kGlue:
      return emit({.op = Op::kGlue, .next = next});
    case Type::kStart:
      return emit({.op = Op::kStart, .next = next});
    case Type::kEnd:
      return emit({.op = Op::kEnd, .next = next});
  }
  return next;
}

}  // namespace solieu
