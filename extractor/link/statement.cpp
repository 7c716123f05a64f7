#include "link/statement.h"

#include <algorithm>

#include "link/quotation.h"

namespace solieu {

// Behind a comma: a verb of doing, alone or behind đã, đang, còn, begins a statement; tăng and giảm
// go on with the one before.
bool StatementLinker::begins_statement(const AnalysedSentence& s, uint32_t at) const {
  const auto& items = s.items.items;
  while (at < items.size() && has(items[at], c_.verb_particle)) ++at;
  return at < items.size() && has(items[at], c_.verb) && !has(items[at], c_.up) &&
         !has(items[at], c_.down);
}

void StatementLinker::enter(const AnalysedSentence& s) {
  sentence_ = &s;
  places_.clear();
  const auto& items = s.items.items;
  const auto& figures = s.mentions.figures;
  ++statements_;
  std::string_view doing;     // the last verb of doing in the statement
  std::string_view reaching;  // the last of reaching since the last comma
  int depth = 0;
  bool in_name = false;  // between quotation marks: its verbs govern nothing
  size_t figure = 0;
  for (uint32_t at = 0; at < items.size() && figure < figures.size(); ++at) {
    const Item& item = items[at];
    if (at == figures[figure].items.begin) {
      places_.push_back({reaching.empty() ? doing : reaching, statements_});
      at = figures[figure].items.end - 1;
      ++figure;
      continue;
    }
    const std::string_view text = item.span.of(a_.text());
    in_name = quoted_behind(text, in_name);
    if (in_name) continue;
    if (text == "(") ++depth;
    if (text == ")") depth = std::max(0, depth - 1);
    const uint16_t traits = a_.linking.traits(item);
    if (traits == 0) continue;
    if ((traits & LinkRules::kVerb) != 0) {
      doing = text;
      reaching = {};
    } else if ((traits & (LinkRules::kLevelVerb | LinkRules::kUpOrDown)) != 0) {
      reaching = text;
    }
    const bool comma = (traits & LinkRules::kCommaMark) != 0;
    if (comma) reaching = {};
    // What stands in parentheses belongs to what it explains.
    const bool ends = depth == 0 && ((traits & LinkRules::kClauseMark) != 0
                                         ? text != "(" && text != ")"
                                         : comma && begins_statement(s, at + 1));
    if (ends) {
      ++statements_;
      doing = {};
      reaching = {};
    }
  }
}

std::string_view StatementLinker::action_of(const AnalysedSentence& s, size_t index) {
  if (sentence_ != &s) enter(s);
  return index < places_.size() ? places_[index].action : std::string_view();
}

std::optional<uint32_t> StatementLinker::group_of(const AnalysedSentence& s, size_t index) {
  if (sentence_ != &s) enter(s);
  if (index >= places_.size()) return std::nullopt;
  const uint32_t statement = places_[index].statement;
  const bool shared = (index > 0 && places_[index - 1].statement == statement) ||
                      (index + 1 < places_.size() && places_[index + 1].statement == statement);
  return shared ? std::optional(statement) : std::nullopt;
}

}  // namespace solieu
