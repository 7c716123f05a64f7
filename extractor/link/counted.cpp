#include "link/counted.h"

#include <algorithm>

#include "text/fold.h"

namespace solieu {

CountedLinker::CountedLinker(const Analysis& analysis, Arena& arena)
    : a_(analysis), arena_(arena) {}

std::optional<Counted> CountedLinker::counted_of(const AnalysedSentence& s, size_t index) {
  if (sentence_ != &s) {
    sentence_ = &s;
    found_.clear();
  }
  const Span tokens = tokens_of(s, index);
  found_.resize(index + 1);
  found_[index] = tokens;
  if (tokens.empty()) return std::nullopt;
  const Span bytes{s.items.tokens[tokens.begin].span.begin,
                   s.items.tokens[tokens.end - 1].span.end};
  const std::string_view text = bytes.of(a_.text());
  return Counted{text, arena_.store(fold(text))};
}

Span CountedLinker::tokens_of(const AnalysedSentence& s, size_t index) const {
  const FigureMention& figure = s.mentions.figures[index];
  const auto& items = s.items.items;
  if (figure.kind == Kind::kDuration || figure.kind == Kind::kAge ||
      figure.kind == Kind::kMultiple) {
    return {};
  }
  // What a difference or a growth rate is of is what grew, and that is said elsewhere.
  const bool level = !figure.change;
  if (!figure.counted.empty() && (level || figure.counted.begin >= figure.items.end)) {
    return trimmed(s, figure.counted);
  }
  if (figure.counted_item >= 0) return items[static_cast<size_t>(figure.counted_item)].tokens;
  if (figure.kind == Kind::kMoney) return index > 0 ? level_reached(s, index) : Span{};
  if (const Span behind = right_behind(s, figure); !behind.empty()) return behind;
  return figure.kind == Kind::kMeasure ? Span{} : elided(s, index);
}

// "xăng tăng 376 đồng/lít, lên 23.840 đồng/lít": what rose is what the level is of.
Span CountedLinker::level_reached(const AnalysedSentence& s, size_t index) const {
  const FigureMention& level = s.mentions.figures[index];
  const FigureMention& difference = s.mentions.figures[index - 1];
  const bool reached = !level.change && difference.change && difference.kind == Kind::kMoney &&
                       difference.unit == level.unit && !difference.counted.empty() &&
                       difference.counted.end <= difference.items.begin;
  return reached ? trimmed(s, difference.counted) : Span{};
}

Span CountedLinker::right_behind(const AnalysedSentence& s, const FigureMention& figure) const {
  const auto& items = s.items.items;
  if (figure.kind != Kind::kCount && figure.kind != Kind::kRatio) return {};
  if (figure.items.end >= items.size()) return {};
  if (const Span name = quoted(s, figure.items.end); !name.empty()) return name;
  const Item& next = items[figure.items.end];
  const bool word = next.numeral < 0 && s.items.tokens[next.tokens.begin].kind == TokenKind::kWord;
  if (!word || has(next, c_.function)) return {};
  return has(next, c_.noun) || !has(next, c_.verb) ? next.tokens : Span{};
}

// 17 “Mái ấm tình thương”: the tokens of a name in quotation marks that begin at an item.
Span CountedLinker::quoted(const AnalysedSentence& s, uint32_t item) const {
  constexpr uint32_t kLongest = 8;
  const auto& tokens = s.items.tokens;
  const auto is_quote = [&](uint32_t at) {
    const std::string_view text = tokens[at].span.of(a_.text());
    return text == "\"" || text == "“" || text == "”";
  };
  const uint32_t begin = s.items.items[item].tokens.begin + 1;
  if (!is_quote(begin - 1) || begin >= tokens.size() || !tokens[begin].capital) return {};
  for (uint32_t end = begin; end < tokens.size() && end <= begin + kLongest; ++end) {
    if (is_quote(end)) return {begin, end};
  }
  return {};
}

// "…, nâng tổng số lên 33", "187/190 kiến nghị, đạt 98%": the noun of the figure before.
Span CountedLinker::elided(const AnalysedSentence& s, size_t index) const {
  const FigureMention& figure = s.mentions.figures[index];
  const bool share = figure.kind == Kind::kPercent;
  if (share && figure.change) return {};
  for (size_t i = index; i-- > 0;) {
    const Kind kind = s.mentions.figures[i].kind;
    const bool counts = kind == Kind::kCount || kind == Kind::kRatio;
    // "kinh phí 15,6 tỷ đồng, trong đó ngân sách tỉnh hỗ trợ 60%"
    if (share && kind == Kind::kMoney && !found_[i].empty() &&
        parts_follow(s, s.mentions.figures[i].items.end, figure.items.begin)) {
      return found_[i];
    }
    if (found_[i].empty() || !(counts || (share && kind == Kind::kPercent))) continue;
    // A share is of the count before it only within the statement; of the whole of the share before
    // it as far as the sentence goes.
    if (share && counts && pauses_between(s, s.mentions.figures[i].items.end, figure.items.begin)) {
      continue;
    }
    return found_[i];
  }
  return {};
}

bool CountedLinker::pauses_between(const AnalysedSentence& s, uint32_t begin, uint32_t end) const {
  for (uint32_t at = begin; at < end; ++at) {
    const Item& item = s.items.items[at];
    if (has(item, c_.clause_mark) && item.span.of(a_.text()) != "(") return true;
  }
  return false;
}

bool CountedLinker::parts_follow(const AnalysedSentence& s, uint32_t begin, uint32_t end) const {
  for (uint32_t at = begin; at < end; ++at) {
    if (has(s.items.items[at], c_.parts_word)) return true;
  }
  return false;
}

// The tokens of items without a leading "tổng số", "số", "các"; but "số dư" and "tổng chi" are
// names of quantities themselves.
Span CountedLinker::trimmed(const AnalysedSentence& s, Span items) const {
  const Item& first = s.items.items[items.begin];
  Span tokens{first.tokens.begin, s.items.items[items.end - 1].tokens.end};
  if (c_.quantifier < 0 || has(first, c_.quantity)) return tokens;
  const Lexicon& lexicon = a_.rules.lexicon();
  while (tokens.size() > 1) {
    const LexiconMatch match = lexicon.match(s.items.syllables, tokens.begin, 1);
    if (match.entry < 0) break;
    const auto& concepts = lexicon.entry(match.entry).concepts;
    if (!std::ranges::binary_search(concepts, static_cast<ConceptId>(c_.quantifier))) break;
    ++tokens.begin;
  }
  return tokens;
}

}  // namespace solieu
