#include "link/per.h"

#include <algorithm>

#include "link/quotation.h"

namespace solieu {
namespace {

// "h", "l", "km2", "m³"; words are longer and end in letters.
bool is_symbol(std::string_view denominator) {
  constexpr size_t kLongest = 2;
  return denominator.size() <= kLongest || denominator.ends_with('2') ||
         denominator.ends_with('3') || denominator.ends_with("²") || denominator.ends_with("³");
}

}  // namespace

bool PerLinker::is_mark(const AnalysedSentence& s, uint32_t at, std::string_view mark) const {
  return s.items.items[at].span.of(a_.text()) == mark;
}

std::string_view PerLinker::per_of(const AnalysedSentence& s, size_t index) {
  if (sentence_ != &s) {
    sentence_ = &s;
    read(s);
    share_rates(s);
  }
  return per_[index].of(a_.text());
}

// "tăng 416 đồng, lên 24.820 đồng một lít": a difference between two rates is a rate.
void PerLinker::share_rates(const AnalysedSentence& s) {
  const auto& figures = s.mentions.figures;
  const auto gives = [&](size_t i, size_t from) {
    const FigureMention& level = figures[from];
    if (level.kind != Kind::kMoney || per_[from].empty() || level.unit != figures[i].unit)
      return false;
    if (level.bounded || figures[i].bounded || level.value < figures[i].value) return false;
    per_[i] = per_[from];
    return true;
  };
  for (size_t i = 0; i < figures.size(); ++i) {
    if (figures[i].kind != Kind::kMoney || !figures[i].change || !per_[i].empty()) continue;
    if (i == 0 || !gives(i, i - 1)) {
      if (i + 1 < figures.size()) gives(i, i + 1);
    }
  }
}

// What the figure itself or the rules say, without the word of distribution ("mỗi năm").
Span PerLinker::own(const AnalysedSentence& s, const FigureMention& figure) const {
  // km/h, g/l and người/km2 are units, no rates; km/giờ is written as a rate.
  const bool one_unit =
      figure.kind == Kind::kMeasure && figure.unit.find('/') != std::string_view::npos;
  if (one_unit && is_symbol(figure.per.of(a_.text()))) return {};
  Span per = figure.per;
  if (per.empty()) return per;
  // "11.500 đồng/kg – 12.500 đồng/kg": the first of both
  for (const std::string_view dash : {" – ", " - "}) {
    if (const size_t cut = per.of(a_.text()).find(dash); cut != std::string_view::npos)
      per.end = per.begin + static_cast<uint32_t>(cut);
  }
  const Lexicon& lexicon = a_.rules.lexicon();
  for (uint32_t t = 0; t < s.items.tokens.size(); ++t) {
    if (s.items.tokens[t].span.begin != per.begin) continue;
    const LexiconMatch match = lexicon.match(s.items.syllables, t, 1);
    const bool each = match.entry >= 0 && c_.each_word >= 0 &&
                      std::ranges::binary_search(lexicon.entry(match.entry).concepts,
                                                 static_cast<ConceptId>(c_.each_word));
    if (each && t + 1 < s.items.tokens.size()) per.begin = s.items.tokens[t + 1].span.begin;
    break;
  }
  return per;
}

// "mỗi nhà xây mới được", "mỗi cơ sở Hội tổ chức": to the word that ends the phrase, else to the
// first verb.
Span PerLinker::each_phrase(const AnalysedSentence& s, uint32_t at, uint32_t& next,
                            bool& time) const {
  const auto& items = s.items.items;
  if (has(items[at], c_.each_time)) {  // one entry: "mỗi năm"
    uint32_t end = at + 1;
    if (end < items.size() && has(items[end], c_.verb)) {  // "mỗi năm đóng thêm được"
      while (end < items.size() && end < at + 3 && !has(items[end], c_.passive_end)) ++end;
      if (end == items.size() || !has(items[end], c_.passive_end)) end = at + 1;
    }
    next = end;
    time = true;
    return {s.items.tokens[items[at].tokens.begin + 1].span.begin, items[end - 1].span.end};
  }
  const uint32_t first = at + 1;
  next = first;
  time = false;
  if (first >= items.size()) return {};
  const Item& head = items[first];
  // "mỗi 100 g"
  const uint32_t noun = head.numeral >= 0 && first + 1 < items.size() ? first + 1 : first;
  time = has(items[noun], c_.time_unit) || has(items[noun], c_.measure);
  uint32_t end = noun + 1;
  uint32_t first_verb = 0;
  if (!time || has(items[noun], c_.noun)) {
    for (; end < items.size() && end < noun + 6; ++end) {
      const Item& item = items[end];
      const bool list = has(item, c_.comma_mark) && end + 1 < items.size() &&
                        has(items[noun], c_.admin_unit) && has(items[end + 1], c_.admin_unit);
      if (list) {
        ++end;
        continue;
      }
      const bool word =
          item.numeral < 0 && s.items.tokens[item.tokens.begin].kind == TokenKind::kWord;
      if (!word || has(item, c_.function) || has(item, c_.phrase_end)) break;
      if (first_verb == 0 && has(item, c_.verb)) first_verb = end;
    }
    // A verb inside the phrase says which ones only before a passive: "nhà xây mới được".
    const bool passive = end < items.size() && has(items[end], c_.passive_end);
    const bool closed =
        end < items.size() && (has(items[end], c_.phrase_end) || items[end].numeral >= 0);
    if (first_verb != 0 && (!passive || end - first_verb > 2)) end = first_verb;
    if (!closed && first_verb == 0 && end > noun + 3) end = noun + 1;
  }
  next = end;
  return {head.span.begin, items[end - 1].span.end};
}

// "Mỗi" with a capital begins a statement, which later clauses go on with.
bool PerLinker::begins_statement(const AnalysedSentence& s, uint32_t at) const {
  return s.items.tokens[s.items.items[at].tokens.begin].capital;
}

// Whether what begins at `at`, behind a comma or semicolon, has a subject of its own.
bool PerLinker::ends_scope(const AnalysedSentence& s, uint32_t at, const Scope& scope) const {
  const auto& items = s.items.items;
  if (at >= items.size()) return true;
  const Item& item = items[at];
  if (has(item, c_.whole_subject)) return true;
  const Token& token = s.items.tokens[item.tokens.begin];
  if (item.numeral >= 0) return false;
  const bool verb_follows =
      at + 1 < items.size() && (has(items[at + 1], c_.verb) || has(items[at + 1], c_.phrase_end));
  if (has(item, c_.noun) && !has(item, c_.verb) && verb_follows) return true;
  if (scope.statement) return token.kind == TokenKind::kWord && token.capital;
  return !scope.time || has(item, c_.function);
}

// Whether a figure stands between item `at` and the end of its clause.
bool PerLinker::figure_ahead(const AnalysedSentence& s, uint32_t at, size_t figure) const {
  if (figure >= s.mentions.figures.size()) return false;
  for (; at < s.mentions.figures[figure].items.begin; ++at) {
    const Item& item = s.items.items[at];
    if (has(item, c_.clause_mark) || has(item, c_.comma_mark)) return false;
  }
  return true;
}

void PerLinker::read(const AnalysedSentence& s) {
  const auto& items = s.items.items;
  const auto& figures = s.mentions.figures;
  per_.assign(figures.size(), {});
  for (size_t i = 0; i < figures.size(); ++i) per_[i] = own(s, figures[i]);
  if (!a_.has(s, c_.each_word) && !a_.has(s, c_.each_time)) return;
  Scope scope;
  Scope outside;  // the scope around a parenthesis
  bool in_quote = false;
  size_t figure = 0;
  for (uint32_t at = 0; at < items.size();) {
    while (figure < figures.size() && figures[figure].items.end <= at) ++figure;
    if (figure < figures.size() && figures[figure].items.begin == at) {
      const FigureMention& f = figures[figure];
      if (scope.price && f.kind == Kind::kCount && is_mark(s, at - 1, "và")) scope = {};
      const bool divides = f.kind != Kind::kAge && f.kind != Kind::kRatio &&
                           f.kind != Kind::kMultiple &&
                           f.unit.find('/') == std::string_view::npos;  // km/h is a rate already
      if (divides && per_[figure].empty()) per_[figure] = scope.per;
      at = f.items.end;
      continue;
    }
    const Item& item = items[at];
    if (has(item, c_.each_word) || has(item, c_.each_time)) {
      uint32_t next = at + 1;
      bool time = false;
      const Span per = each_phrase(s, at, next, time);
      // "13 triệu đồng mỗi tháng" looks back: the rules have said so.
      const bool looks_back = figure > 0 && per_[figure - 1].begin >= item.span.begin &&
                              per_[figure - 1].end <= per.end;
      const bool statement = !time && begins_statement(s, at);
      if (!per.empty() && !looks_back && (statement || figure_ahead(s, next, figure))) {
        const bool price = at > 0 && has(items[at - 1], c_.money_cue);
        scope = {per, statement, time, in_quote, price};
      }
      at = std::max(next, at + 1);
      continue;
    }
    const std::string_view text = item.span.of(a_.text());
    if (text == "“" || text == "”" || text == "\"") {
      in_quote = quoted_behind(text, in_quote);
      // "Mỗi" in a name or in what somebody says ends with it.
      if (!in_quote && scope.in_quote) scope = {};
    } else if (has(item, c_.clause_mark) || has(item, c_.comma_mark)) {
      if (is_mark(s, at, "(")) {
        outside = scope;
      } else if (is_mark(s, at, ")")) {
        scope = outside;
      } else if (!scope.per.empty()) {
        const bool soft = has(item, c_.comma_mark) || (scope.statement && is_mark(s, at, ";"));
        if (!soft || ends_scope(s, at + 1, scope)) scope = {};
      }
    }
    ++at;
  }
}

}  // namespace solieu
