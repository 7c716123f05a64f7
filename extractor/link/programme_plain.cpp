// Names without quotation marks: what is built and where, capital letters, what is said twice.
#include <algorithm>

#include "link/programme_names.h"
#include "text/fold.h"

namespace solieu {
namespace {

constexpr uint32_t kDescription = 6;       // syllables that say what a project builds
constexpr uint32_t kProperWords = 2;       // syllables of the name of its place
constexpr uint32_t kLongestPlain = 30;     // syllables of a name without quotation marks
constexpr uint32_t kPlainWithoutName = 7;  // syllables that, said twice, are a name anyhow
constexpr uint32_t kShortestPlain = 4;
constexpr size_t kCues = 48;          // of an article, that are compared with each other
constexpr uint32_t kProjectWord = 2;  // syllables of "dự án"

// Letter case aside, for words that the lexicon has.
bool same_word(const Lexicon& lexicon, std::string_view text, const SentenceItems& s, uint32_t at,
               const SentenceItems& t, uint32_t other) {
  if (lexicon.same_syllable(s.syllables[at], t.syllables[other])) return true;
  return s.tokens[at].span.of(text) == t.tokens[other].span.of(text);
}

}  // namespace

// The tokens behind `end_token` are no part of the name that a cue word introduces.
bool ProgrammeNames::without_marks(const AnalysedSentence& s, uint32_t cue, uint32_t end_token,
                                   ProgrammeName& out) const {
  const auto& items = s.items.items;
  const Item& word_item = items[cue];
  const uint32_t first = word_item.tokens.end;
  const bool keeps = cue_at(s, cue, c_.programme_keeps_word) >= 0 ||
                     has(word_item, c_.programme_whole) || end_token == first + 1;
  const uint32_t begin = keeps ? word_item.span.begin : s.items.tokens[first].span.begin;
  out.name = a_.text().substr(begin, s.items.tokens[end_token - 1].span.end - begin);
  uint32_t item = cue + 1;
  while (item < items.size() && items[item].tokens.begin < end_token) ++item;
  out.items.end = item;
  return true;
}

// The token where the words behind a cue word end: at a mark, or at a word that says something of
// them.
uint32_t ProgrammeNames::stretch(const AnalysedSentence& s, uint32_t cue, bool comma) const {
  const auto& items = s.items.items;
  const uint32_t first = items[cue].tokens.end;
  uint32_t end = first;
  for (uint32_t i = cue + 1; i < items.size() && items[i].tokens.begin < first + kLongestPlain;
       ++i) {
    if (has(items[i], c_.programme_stop) || has(items[i], c_.programme_back)) break;
    if (items[i].numeral < 0 && s.items.tokens[items[i].tokens.begin].kind == TokenKind::kMark) {
      const std::string_view mark = text_of(s, i);
      if (mark != "-" && mark != "–" && !(comma && mark == ",")) break;
      continue;
    }
    end = items[i].tokens.end;
  }
  return end;
}

// "dự án | cao tốc Đức Hòa - Bến Lức", "| khu dân cư Cồn Tân Lập": what is built, and where. From
// the first token of what is built.
uint32_t ProgrammeNames::what_is_built(const AnalysedSentence& s, uint32_t cue) const {
  uint32_t token = s.items.items[cue].tokens.begin + kProjectWord;
  for (uint32_t i = cue + 1; i < s.items.items.size() && has(s.items.items[i], c_.programme_works);
       ++i)
    token = s.items.items[i].tokens.end;
  return token;
}

bool ProgrammeNames::project(const AnalysedSentence& s, uint32_t first, ProgrammeName& out) const {
  const auto& tokens = s.items.tokens;
  const auto& items = s.items.items;
  const auto is_word = [&](uint32_t at) {
    return at < tokens.size() && tokens[at].kind == TokenKind::kWord;
  };
  uint32_t at = first;
  if (!is_word(at) || is_law(s, first)) return false;
  if (is_word(at + 1) && !tokens[at + 1].capital) ++at;  // "Cảng hàng không Sa Pa"
  while (is_word(at) && !tokens[at].capital && at < first + kDescription) ++at;
  if (!is_word(at) || !tokens[at].capital) return false;
  for (const Item& item : items) {
    if (item.tokens.begin < first || item.tokens.begin >= at) continue;
    if (has(item, c_.verb) || has(item, c_.function)) return false;
  }
  uint32_t end = at;
  while (true) {
    while (is_word(end) && tokens[end].capital) ++end;
    const bool dash =
        end + 1 < tokens.size() && tokens[end].kind == TokenKind::kMark &&
        (tokens[end].span.of(a_.text()) == "-" || tokens[end].span.of(a_.text()) == "–");
    if (!dash || !is_word(end + 1) || !tokens[end + 1].capital) break;
    ++end;
  }
  if (end - at < kProperWords) return false;
  // "Sông Lũy 2", not "Sông Lũy 2 tháng"
  const bool number = end < tokens.size() && tokens[end].kind == TokenKind::kDigits &&
                      tokens[end].span.size() <= 2 &&
                      std::ranges::none_of(s.mentions.figures, [&](const FigureMention& f) {
                        return f.span.overlaps(tokens[end].span);
                      });
  if (number) ++end;
  out.name = a_.text().substr(tokens[first].span.begin,
                              tokens[end - 1].span.end - tokens[first].span.begin);
  uint32_t item = out.items.begin;
  while (item < items.size() && items[item].tokens.begin < end) ++item;
  out.items.end = item;
  return true;
}

// "dự án Luật Đất đai": a bill
bool ProgrammeNames::is_law(const AnalysedSentence& s, uint32_t token) const {
  const int32_t entry = a_.rules.lexicon().match(s.items.syllables, token).entry;
  return entry >= 0 && c_.law_word >= 0 &&
         std::ranges::binary_search(a_.rules.lexicon().entry(entry).concepts,
                                    static_cast<ConceptId>(c_.law_word));
}

// "phong trào | Tuổi trẻ chung tay xây dựng nông thôn mới", "Dự án VnSAT": a capital letter where
// Vietnamese has none begins a name; that of an organisation or a place names its owner.
bool ProgrammeNames::capital(const AnalysedSentence& s, uint32_t cue, ProgrammeName& out) const {
  const auto& items = s.items.items;
  const auto& tokens = s.items.tokens;
  if (!has(items[cue], c_.programme_capital) || cue + 1 >= items.size()) return false;
  const Item& next = items[cue + 1];
  if (is_law(s, next.tokens.begin)) return false;
  const uint32_t first = next.tokens.begin;
  if (!tokens[first].capital || tokens[items[cue].tokens.begin].all_capitals) return false;
  using W = UnitWord;
  if (a_.rules.unit_word(next).is(W::kType | W::kHead | W::kAlone | W::kCapital | W::kOrgan |
                                  W::kField | W::kBare | W::kPerson | W::kOffice | W::kStory |
                                  W::kCountry)) {
    return false;
  }
  uint32_t end = stretch(s, cue, false);
  const bool proper = end > first + 1 && tokens[first + 1].capital;
  if (proper && cue_at(s, cue, c_.project_word) >= 0) {
    end = first;
    while (end < tokens.size() && tokens[end].capital) ++end;
  }
  if (end == first + 1 && !(cue_at(s, cue, c_.programme_numbered) >= 0 && next.entry < 0))
    return false;
  return end > first && without_marks(s, cue, end, out);
}

// What comes twice, word for word, is a name: "dự án chỉnh trang đô thị, xây dựng kè sông Cái".
bool ProgrammeNames::repeated(const AnalysedSentence& s, uint32_t cue, ProgrammeName& out) const {
  const size_t sentence = index_of(s);
  for (const Repeat& repeat : repeats_) {
    if (repeat.sentence == sentence && repeat.cue == cue)
      return without_marks(s, cue, repeat.end, out);
  }
  return false;
}

void ProgrammeNames::find_repeats() {
  for (size_t i = 0; i < a_.sentences.size(); ++i) {
    const AnalysedSentence& s = a_.sentences[i];
    if (!a_.has(s, c_.programme_numbered)) continue;
    for (uint32_t at = 0; may_name_[i] && at < s.items.items.size(); ++at) {
      if (!has(s.items.items[at], c_.programme_numbered) || repeats_.size() >= kCues) continue;
      if (at > 0 &&
          (s.items.items[at - 1].numeral >= 0 || has(s.items.items[at - 1], c_.programme_plural)))
        continue;
      const uint32_t end = stretch(s, at, true);
      if (end >= s.items.items[at].tokens.end + kShortestPlain) repeats_.push_back({i, at, end});
    }
  }
  std::vector<Repeat> found;
  for (const Repeat& one : repeats_) {
    const AnalysedSentence& s = a_.sentences[one.sentence];
    const Item& cue = s.items.items[one.cue];
    uint32_t longest = 0;
    for (const Repeat& other : repeats_) {
      const AnalysedSentence& t = a_.sentences[other.sentence];
      const Item& other_cue = t.items.items[other.cue];
      if (&one == &other || cue.entry != other_cue.entry) continue;
      uint32_t same = 0;
      while (cue.tokens.end + same < one.end && other_cue.tokens.end + same < other.end &&
             same_word(a_.rules.lexicon(), a_.text(), s.items, cue.tokens.end + same, t.items,
                       other_cue.tokens.end + same)) {
        ++same;
      }
      longest = std::max(longest, same);
    }
    // back to the end of a word that can end a name
    uint32_t end = cue.tokens.end;
    bool proper = false;
    bool proper_at_end = false;
    for (uint32_t i = one.cue + 1; i < s.items.items.size(); ++i) {
      const Item& item = s.items.items[i];
      if (item.tokens.end > cue.tokens.end + longest) break;
      const Token& token = s.items.tokens[item.tokens.begin];
      proper = proper || token.capital || item.numeral >= 0;
      const bool can_end = token.kind != TokenKind::kMark && !has(item, c_.function);
      if (can_end) {
        end = item.tokens.end;
        proper_at_end = proper;
      }
    }
    const uint32_t length = end - cue.tokens.end;
    if (length >= (proper_at_end ? kShortestPlain : kPlainWithoutName))
      found.push_back({one.sentence, one.cue, end});
  }
  repeats_ = std::move(found);
}

// "Cao tốc Đức Hòa - Bến Lức: ..." is a project where the article speaks of "dự án cao tốc", or of
// "dự án" with no more, of what is built.
void ProgrammeNames::find_title_project() {
  const auto title = std::ranges::find_if(a_.sentences, [&](const AnalysedSentence& s) {
    return a_.layout.blocks[s.block].kind == BlockKind::kTitle;
  });
  ProgrammeName name;
  if (title == a_.sentences.end() || title->items.items.empty() || !project(*title, 0, name))
    return;
  const bool built = has(title->items.items[0], c_.programme_built);
  uint32_t first_capital = 1;
  while (!title->items.tokens[first_capital].capital) ++first_capital;
  title_thing_ = fold(a_.text().substr(
      title->items.tokens[0].span.begin,
      title->items.tokens[first_capital - 1].span.end - title->items.tokens[0].span.begin));
  for (size_t i = 0; i < a_.sentences.size(); ++i) {
    const AnalysedSentence& s = a_.sentences[i];
    for (uint32_t at = 0; may_name_[i] && at < s.items.items.size(); ++at) {
      const bool alone = built && has(s.items.items[at], c_.project_word) &&
                         at + 1 < s.items.items.size() &&
                         has(s.items.items[at + 1], c_.programme_back) &&
                         (at == 0 || !(s.items.items[at - 1].numeral >= 0 ||
                                       has(s.items.items[at - 1], c_.programme_plural)));
      if (!alone && !names_title_thing(s, at)) continue;
      title_project_ = name.name;
      if (alone) last_.push_back({s.items.items[at].entry, title_project_});
      return;
    }
  }
  title_thing_.clear();
}

bool ProgrammeNames::names_title_thing(const AnalysedSentence& s, uint32_t at) const {
  if (title_thing_.empty() || cue_at(s, at, c_.project_word) < 0) return false;
  const uint32_t first = what_is_built(s, at);
  const auto words = static_cast<uint32_t>(std::ranges::count(title_thing_, ' ')) + 1;
  if (first + words > s.items.tokens.size()) return false;
  const size_t begin = s.items.tokens[first].span.begin;
  return fold(a_.text().substr(begin, s.items.tokens[first + words - 1].span.end - begin)) ==
         title_thing_;
}

}  // namespace solieu
