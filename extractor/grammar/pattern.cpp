#include "grammar/pattern.h"

#include <algorithm>

namespace solieu {
namespace {

constexpr int kRepeatLimit = 8;

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

// Calls `take` with each part of `text` between separators.
template <class Take>
void for_each_part(std::string_view text, char separator, Take take) {
  while (true) {
    const size_t at = text.find(separator);
    take(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return;
    text.remove_prefix(at + 1);
  }
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Result<PatternNode> parse() {
    PatternNode node = choice();
    if (error_.empty() && at_ < text_.size()) fail("unexpected ')'");
    if (!error_.empty()) {
      return Error{Error::Code::kRules, "",
                   "in the pattern '" + std::string(text_) + "': " + error_,
                   "see \"Patterns\" in rules/README.md"};
    }
    return node;
  }

 private:
  void fail(std::string message) {
    if (error_.empty()) error_ = std::move(message);
    at_ = text_.size();
  }
  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool more() {
    skip_spaces();
    return at_ < text_.size();
  }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  PatternNode choice() {
    PatternNode node{.type = PatternNode::Type::kChoice};
    do {
      node.children.push_back(sequence());
    } while (more() && take('|'));
    return node.children.size() == 1 ? std::move(node.children.front()) : node;
  }

  PatternNode sequence() {
    PatternNode node{.type = PatternNode::Type::kSequence};
    while (more() && text_[at_] != '|' && text_[at_] != ')') {
      PatternNode next = repeated(atom());
      // Words in a row are one literal, so that the lexicon's longest match applies to them.
      if (next.type == PatternNode::Type::kLiteral && !node.children.empty() &&
          node.children.back().type == PatternNode::Type::kLiteral) {
        node.children.back().text += " " + next.text;
      } else {
        node.children.push_back(std::move(next));
      }
    }
    return node;
  }

  PatternNode atom() {
    using Type = PatternNode::Type;
    if (take('~')) return {.type = Type::kGlue};
    if (take('^')) return {.type = Type::kStart};
    if (take('$')) return {.type = Type::kEnd};
    if (take('(')) {
      PatternNode node = choice();
      if (!take(')')) fail("a '(' is not closed");
      return node;
    }
    if (take('{')) return item();
    const size_t begin = at_;
    if (take('\\')) {  // a special character as itself
      if (at_ < text_.size()) ++at_;
      return {.type = Type::kLiteral,
              .text = std::string(text_.substr(begin + 1, at_ - begin - 1))};
    }
    while (at_ < text_.size() &&
           std::string_view(" |()?*+{}~^$").find(text_[at_]) == std::string_view::npos) {
      ++at_;
    }
    if (at_ == begin) {
      fail(std::string("unexpected '") + text_[at_] + "'");
      return {};
    }
    return {.type = Type::kLiteral, .text = std::string(text_.substr(begin, at_ - begin))};
  }

  PatternNode item() {
    const size_t close = text_.find('}', at_);
    if (close == std::string_view::npos) {
      fail("a '{' is not closed");
      return {};
    }
    PatternNode node{.type = PatternNode::Type::kItem};
    node.text = std::string(text_.substr(at_, close - at_));
    at_ = close + 1;
    for_each_part(node.text, '|', [&](std::string_view alternative) {
      PatternTerm term;
      for_each_part(alternative, '&', [&](std::string_view name) {
        const bool negated = name.starts_with('!');
        if (negated) name = trimmed(name.substr(1));
        if (name.empty()) fail("a concept has no name");
        (negated ? term.none : term.all).emplace_back(name);
      });
      node.terms.push_back(std::move(term));
    });
    return node;
  }

  PatternNode repeated(PatternNode inner) {
    int min = 0;
    int max = 0;
    if (take('?')) {
      max = 1;
    } else if (take('+')) {
      min = 1;
      max = kRepeatLimit;
    } else if (take('*')) {
      max = kRepeatLimit;
      if (at_ < text_.size() && text_[at_] >= '1' && text_[at_] <= '9') max = text_[at_++] - '0';
    } else {
      return inner;
    }
    PatternNode node{.type = PatternNode::Type::kRepeat};
    node.min = min;
    node.max = max;
    node.children.push_back(std::move(inner));
    return node;
  }

  std::string_view text_;
  size_t at_ = 0;
  std::string error_;
};

}  // namespace

Result<PatternNode> parse_pattern(std::string_view text) { return Parser(text).parse(); }

bool matches_nothing(const PatternNode& node) {
  using Type = PatternNode::Type;
  switch (node.type) {
    case Type::kItem:
    case Type::kLiteral:
      return false;
    case Type::kSequence:
      return std::ranges::all_of(node.children, matches_nothing);
    case Type::kChoice:
      return std::ranges::any_of(node.children, matches_nothing);
    case Type::kRepeat:
      return node.min == 0 || matches_nothing(node.children.front());
    default:
      return true;
  }
}

}  // namespace solieu
