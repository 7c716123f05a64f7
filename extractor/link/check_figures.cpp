#include "link/check_figures.h"

#include <algorithm>
#include <functional>

#include "text/fold.h"

namespace solieu {

std::string in_words(Decimal number) {
  const std::string plain = number.to_string();
  const size_t point = std::min(plain.find('.'), plain.size());
  const size_t sign = plain.starts_with('-') ? 1 : 0;
  std::string out = plain.substr(0, sign);
  for (size_t i = sign; i < point; ++i) {
    if (i > sign && (point - i) % 3 == 0) out += '.';
    out += plain[i];
  }
  if (point < plain.size()) out += "," + plain.substr(point + 1);
  return out;
}

bool begins_with(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) && (text.size() == prefix.size() || text[prefix.size()] == ' ');
}

CheckFigures::CheckFigures(const Analysis& analysis, const ArticleRecord& record)
    : a_(analysis), record_(record) {
  for (const AnalysedSentence& s : a_.sentences) {
    const size_t first = places_.size();
    for (size_t i = 0; i < s.mentions.figures.size(); ++i) places_.push_back({&s, first});
  }
}

bool CheckFigures::additive(size_t i) const {
  const Kind kind = record_.figures[i].kind;
  return kind == Kind::kCount || kind == Kind::kMoney || kind == Kind::kMeasure;
}

// A word of the concept between two figures of a sentence, within one statement.
bool CheckFigures::between(size_t i, size_t j, int concept_id) const {
  const auto& items = sentence(i).items.items;
  bool found = false;
  for (uint32_t at = mention(i).items.end; at < mention(j).items.begin; ++at) {
    const std::string_view text = text_of(i, at);
    if (has(items[at], c_.clause_mark) && text != "(" && text != ":") return false;
    found = found || has(items[at], concept_id);
  }
  return found;
}

bool CheckFigures::parts_word_between(size_t i, size_t j) const {
  return between(i, j, c_.parts_word);
}
bool CheckFigures::share_word_between(size_t i, size_t j) const {
  constexpr uint32_t kNear = 12;
  return mention(j).items.begin - mention(i).items.end <= kNear && between(i, j, c_.share_word);
}
bool CheckFigures::pauses_between(size_t i, size_t j) const {
  const auto& items = sentence(i).items.items;
  for (uint32_t at = mention(i).items.end; at < mention(j).items.begin; ++at) {
    if (has(items[at], c_.comma_mark) || text_of(i, at) == "(") return true;
  }
  return false;
}
bool CheckFigures::whole_word_between(size_t i, size_t j) const {
  constexpr uint32_t kNear = 6;
  return mention(j).items.begin - mention(i).items.end <= kNear && between(i, j, c_.whole_word);
}
bool CheckFigures::moves_between(size_t i, size_t j) const {
  constexpr uint32_t kNear = 6;
  return mention(j).items.begin - mention(i).items.end <= kNear && between(i, j, c_.moves_word);
}

bool CheckFigures::total_word_before(size_t i) const {
  const auto& items = sentence(i).items.items;
  constexpr uint32_t kNear = 8;
  const uint32_t begin = mention(i).items.begin;
  for (uint32_t at = begin; at > 0 && begin - at < kNear; --at) {
    const Item& item = items[at - 1];
    if (has(item, c_.total_word)) return true;
    if (item.numeral >= 0 || has(item, c_.comma_mark) || text_of(i, at - 1) == ";") return false;
  }
  return false;
}

bool CheckFigures::sentence_begins_with_total(size_t i) const {
  const auto& items = sentence(i).items.items;
  return !items.empty() &&
         (has(items[0], c_.total_word) || (items.size() > 1 && has(items[1], c_.total_word)));
}

bool CheckFigures::has_whole(size_t percent) const {
  const auto& items = sentence(percent).items.items;
  const uint32_t next = mention(percent).items.end;
  if (next >= items.size()) return false;
  return has(items[next], c_.noun) || has(items[next], c_.quantity) || has(items[next], c_.whole) ||
         has(items[next], c_.whole_word);
}

// "9 tỉnh: A, B, C", "4 huyện nghèo (A, B, C và D)": names with capitals, told by commas.
std::optional<size_t> CheckFigures::names_listed_behind(size_t i) const {
  const AnalysedSentence& s = sentence(i);
  const auto& items = s.items.items;
  constexpr uint32_t kToList = 5;
  uint32_t at = mention(i).items.end;
  const uint32_t last = std::min<uint32_t>(at + kToList, static_cast<uint32_t>(items.size()));
  bool bracket = false;
  for (; at < last; ++at) {
    if (text_of(i, at) == ":" || text_of(i, at) == "(") {
      bracket = text_of(i, at) == "(";
      break;
    }
    if (items[at].numeral >= 0 || has(items[at], c_.clause_mark) || has(items[at], c_.comma_mark))
      return std::nullopt;
  }
  if (at >= last) return std::nullopt;
  // "(gồm 9 tỉnh: A, B)" ends with the bracket around it.
  bool closed = bracket;
  if (!bracket) {
    int depth = 0;
    for (uint32_t before = 0; before < at; ++before) {
      depth += text_of(i, before) == "(" ? 1 : text_of(i, before) == ")" ? -1 : 0;
    }
    closed = depth > 0;
  }
  size_t names = 0;
  bool capital = false;
  uint32_t length = 0;
  const auto end_name = [&] {
    const bool good = capital && length <= 5;
    names += good ? 1 : 0;
    capital = false;
    length = 0;
    return good;
  };
  for (++at; at < items.size(); ++at) {
    const std::string_view text = text_of(i, at);
    const Token& token = s.items.tokens[items[at].tokens.begin];
    if (text == ")") return closed && end_name() && names > 1 ? std::optional(names) : std::nullopt;
    if (text == "," || text == ";" || text == "và") {
      if (!end_name()) return std::nullopt;
      continue;
    }
    if (text == "." && at + 1 == items.size()) break;
    if (items[at].numeral >= 0 || token.kind == TokenKind::kMark) {
      if (text != "-" && text != "–") return std::nullopt;
    }
    capital = capital || token.capital;
    // Outside of brackets only names in capitals are told from what follows.
    if (!closed && token.kind == TokenKind::kWord && !token.capital) return std::nullopt;
    ++length;
  }
  return !closed && end_name() && names > 1 ? std::optional(names) : std::nullopt;
}

// A figure with three digits that count is hardly the same by accident; a smaller one needs the
// same words around it.
bool CheckFigures::telling(size_t i) const {
  const Figure& f = record_.figures[i];
  constexpr int64_t kTelling = 100;
  return std::abs(f.value->mantissa()) >= kTelling && (f.counted || f.kind == Kind::kMoney);
}

std::optional<size_t> CheckFigures::repeat_hash(size_t i) const {
  const Figure& f = record_.figures[i];
  const bool told = f.kind != Kind::kAge && f.kind != Kind::kDuration && f.kind != Kind::kPercent;
  if (!f.value || !told || f.change) return std::nullopt;
  if (!telling(i) && (f.kind != Kind::kCount || !f.counted || mention(i).items.begin < 1))
    return std::nullopt;
  const std::string_view counted = f.counted ? f.counted->lemma : std::string_view();
  return std::hash<std::string_view>()(counted) ^ std::hash<int64_t>()(f.value->mantissa());
}

std::string CheckFigures::repeat_key(size_t i) const {
  const Figure& f = record_.figures[i];
  const FigureMention& m = mention(i);
  std::string key = std::string(name_of(f.kind)) + " " + f.value->to_string() + " " +
                    (f.of ? f.of->to_string() : "") + " " + std::string(f.unit) + " " +
                    std::string(f.per) + " " + std::string(name_of(f.modifier)) + " ";
  if (f.counted) key += f.counted->lemma;
  if (telling(i)) return key;
  constexpr uint32_t kBehind = 5;
  const auto end = static_cast<uint32_t>(sentence(i).items.items.size());
  key += " |";
  for (uint32_t at = m.items.begin - 1; at < std::min(end, m.items.end + kBehind); ++at) {
    key += " " + fold(text_of(i, at));
  }
  return key;
}

}  // namespace solieu
