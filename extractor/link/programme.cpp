#include "link/programme.h"

#include <algorithm>

#include "text/fold.h"

namespace solieu {
namespace {

constexpr uint32_t kOpening = 8;      // items of a sentence in which a name opens it
constexpr uint32_t kOpener = 3;       // items at the beginning up to a comma: "Bên cạnh đó,"
constexpr uint32_t kProjectWord = 2;  // syllables of "dự án"
constexpr uint32_t kDescription = 6;  // syllables that say what a project builds
constexpr uint32_t kProperWords = 2;  // syllables of the name of its place
constexpr uint32_t kToQuote = 6;      // items between the cue word and the quotation mark
constexpr uint32_t kLongestName = 40;

bool opens(std::string_view mark) {
  return mark == "“" || mark == "\"" || mark == "‘" || mark == "'";
}
bool closes(std::string_view mark) {
  return mark == "”" || mark == "\"" || mark == "’" || mark == "'" || mark == "“";
}

}  // namespace

ProgrammeLinker::ProgrammeLinker(const Analysis& analysis) : a_(analysis) {
  const ConceptTable& concepts = analysis.rules.concepts();
  word_ = concepts.find("programme_word");
  numbered_ = concepts.find("programme_numbered");
  name_ = concepts.find("programme_name");
  project_ = concepts.find("project_word");
  weak_ = concepts.find("programme_gift");
  link_ = concepts.find("programme_link");
  verb_ = concepts.find("verb");
  function_ = concepts.find("function");
  clause_mark_ = concepts.find("clause_mark");
  comma_mark_ = concepts.find("comma_mark");
  std::vector<std::string_view> names;
  for (const AnalysedSentence& sentence : a_.sentences) {
    may_name_.push_back(may_name(sentence));
    for (const Name& name : names_in(sentence)) {
      known_.push_back(fold(name.name));
      names.push_back(name.name);
    }
  }
  // A name that stands in the title too is what the article is about.
  const std::string title = fold(a_.layout.title.of(a_.text()));
  for (size_t i = 0; i < names.size() && article_.empty(); ++i) {
    if (title.find(known_[i]) != std::string::npos) article_ = names[i];
  }
  std::ranges::sort(known_);
  known_.erase(std::ranges::unique(known_).begin(), known_.end());
}

bool ProgrammeLinker::has(const Item& item, int concept_id) const {
  return concept_id >= 0 && a_.rules.has_concept(item, static_cast<ConceptId>(concept_id));
}

// The item, or the head of a longer entry ("mô hình điểm"), introduces names.
bool ProgrammeLinker::is_cue(const AnalysedSentence& s, uint32_t at, int concept_id) const {
  const Item& item = s.items.items[at];
  if (item.numeral >= 0 || concept_id < 0) return false;
  if (has(item, concept_id)) return true;
  for (uint32_t length = item.tokens.size(); length-- > 1;) {
    const LexiconMatch match = a_.rules.lexicon().match(s.items.ids, item.tokens.begin, length);
    if (match.entry < 0) return false;
    const auto& concepts = a_.rules.lexicon().entry(match.entry).concepts;
    if (std::ranges::binary_search(concepts, static_cast<ConceptId>(concept_id))) return true;
    length = match.tokens;
  }
  return false;
}

bool ProgrammeLinker::quoted(const AnalysedSentence& s, uint32_t open, Name& out) const {
  const auto& items = s.items.items;
  const uint32_t last =
      std::min<uint32_t>(static_cast<uint32_t>(items.size()), open + kLongestName);
  for (uint32_t at = open + 2; at < last; ++at) {
    if (!closes(text_of(s, at)) || (items[at].glued && at + 1 < items.size() &&
                                    items[at + 1].glued && text_of(s, at) == "'")) {
      continue;
    }
    out.name = a_.text().substr(items[open].span.end, items[at].span.begin - items[open].span.end);
    while (!out.name.empty() && out.name.front() == ' ') out.name.remove_prefix(1);
    while (!out.name.empty() &&
           (out.name.back() == ' ' || out.name.back() == ',' || out.name.back() == '.')) {
      out.name.remove_suffix(1);
    }
    out.items.end = at + 1;
    return !out.name.empty();
  }
  return false;
}

// "dự án | cao tốc Đức Hòa - Bến Lức", "dự án | khu dân cư Cồn Tân Lập": what is built, and where.
bool ProgrammeLinker::unquoted(const AnalysedSentence& s, uint32_t cue, Name& out) const {
  const auto& tokens = s.items.tokens;
  const auto& items = s.items.items;
  const auto word = [&](uint32_t at) {
    return at < tokens.size() && tokens[at].kind == TokenKind::kWord;
  };
  const uint32_t first = items[cue].tokens.begin + kProjectWord;
  uint32_t at = first;
  if (word(at + 1) && !tokens[at + 1].capital) ++at;  // "Cảng hàng không Sa Pa"
  while (word(at) && !tokens[at].capital && at < first + kDescription) ++at;
  if (!word(at) || !tokens[at].capital) return false;
  for (uint32_t i = cue + 1; i < items.size() && items[i].tokens.begin < at; ++i) {
    if (has(items[i], verb_) || has(items[i], function_)) return false;
  }
  uint32_t end = at;
  while (true) {
    while (word(end) && tokens[end].capital) ++end;
    const bool dash =
        end + 1 < tokens.size() && tokens[end].kind == TokenKind::kMark &&
        (tokens[end].span.of(a_.text()) == "-" || tokens[end].span.of(a_.text()) == "–");
    if (!dash || !word(end + 1) || !tokens[end + 1].capital) break;
    ++end;
  }
  if (end - at < kProperWords) return false;
  out.name = a_.text().substr(tokens[first].span.begin,
                              tokens[end - 1].span.end - tokens[first].span.begin);
  uint32_t item = cue + 1;
  while (item < items.size() && items[item].tokens.begin < end) ++item;
  out.items.end = item;
  return true;
}

bool ProgrammeLinker::name_at(const AnalysedSentence& s, uint32_t at, Name& out) const {
  const auto& items = s.items.items;
  out = {};
  out.items = {at, at + 1};
  if (has(items[at], name_)) {
    out.name = items[at].span.of(a_.text());
    return true;
  }
  if (!is_cue(s, at, word_)) return false;
  if (at + 1 < items.size() && has(items[at], numbered_) && items[at + 1].numeral >= 0) {
    const Item& number = items[at + 1];
    const bool plain = (number.builtins & bit(builtin::kPlain)) != 0 && number.tokens.size() == 1;
    const bool figure = std::ranges::any_of(
        s.mentions.figures, [&](const FigureMention& f) { return f.span.overlaps(number.span); });
    if (plain && !figure && number.span.size() <= 4) {
      out.items.end = at + 2;
      out.name = a_.text().substr(items[at].span.begin, number.span.end - items[at].span.begin);
      return true;
    }
  }
  const bool project = is_cue(s, at, project_) && unquoted(s, at, out);
  for (uint32_t next = at + 1; next < items.size() && next <= at + kToQuote; ++next) {
    const std::string_view text = text_of(s, next);
    if (project && next >= out.items.end) return true;
    if (opens(text)) return quoted(s, next, out);
    if (text == ":") continue;
    const bool word = s.items.tokens[items[next].tokens.begin].kind == TokenKind::kWord;
    if ((!word && items[next].numeral < 0) || is_cue(s, next, word_)) return project;
  }
  return project;
}

// Most sentences have nothing that a name could begin with: no name that the lexicon knows, no word
// that a number or a project makes a name, no quotation mark.
bool ProgrammeLinker::may_name(const AnalysedSentence& s) const {
  for (uint32_t at = 0; at < s.items.items.size(); ++at) {
    const Item& item = s.items.items[at];
    if (has(item, name_) || has(item, numbered_) || is_cue(s, at, project_)) return true;
    if (s.items.tokens[item.tokens.begin].kind == TokenKind::kMark &&
        opens(item.span.of(a_.text()))) {
      return true;
    }
  }
  return false;
}

std::vector<ProgrammeLinker::Name> ProgrammeLinker::names_in(const AnalysedSentence& s) const {
  std::vector<Name> out;
  if (!may_name_[static_cast<size_t>(&s - a_.sentences.data())]) return out;
  const auto& items = s.items.items;
  bool paused = false;
  bool led = false;
  bool led_in = false;  // by "Bên cạnh đó,"
  Name name;
  for (uint32_t at = 0; at < items.size();) {
    bool found = name_at(s, at, name);
    if (!found && !known_.empty() && opens(text_of(s, at))) {
      name = {};
      name.items = {at, at + 1};
      found = quoted(s, at, name) && std::ranges::binary_search(known_, fold(name.name));
    }
    if (!found) {
      led = led || has(items[at], link_);
      led_in = led_in || (at <= kOpener && has(items[at], comma_mark_));
      paused =
          paused || (at > kOpener && has(items[at], comma_mark_)) || has(items[at], clause_mark_);
      ++at;
      continue;
    }
    const bool opening =
        !paused && at < kOpening &&
        (s.mentions.figures.empty() || s.mentions.figures.front().items.begin > at);
    name.frame = led && (opening ||
                         (at > 0 && has(items[at - 1], link_) && sets_out(s, at, name.items.end)));
    name.subject = opening && !led && !led_in;
    name.lasts = !led_in;
    name.weak = has(items[at], weak_);
    uint32_t end = name.items.end;
    // "Đề án “Tuyên truyền ...” (Đề án 938)": the short form names it.
    Name short_form;
    if (end + 2 < items.size() && text_of(s, end) == "(" && name_at(s, end + 1, short_form) &&
        short_form.items.end < items.size() && text_of(s, short_form.items.end) == ")") {
      name.name = short_form.name;
      name.items.end = end = short_form.items.end + 1;
    }
    // "cuộc thi “A” và “B”", "chương trình A, chương trình “B”"
    const auto joins = [&](uint32_t item) {
      return item < items.size() && (text_of(s, item) == "và" || text_of(s, item) == ",");
    };
    name.several = joins(end) && end + 1 < items.size() && opens(text_of(s, end + 1));
    if (!out.empty() && name.items.begin == out.back().items.end + 1 &&
        joins(out.back().items.end)) {
      out.back().several = name.several = true;
    }
    out.push_back(name);
    at = end;
    paused = true;
  }
  return out;
}

// "Sau 10 năm thực hiện chương trình “A”, ...": the clause that leads in what was done under it.
bool ProgrammeLinker::sets_out(const AnalysedSentence& s, uint32_t begin, uint32_t end) const {
  const auto& items = s.items.items;
  return end + 1 < items.size() && has(items[end], comma_mark_) && !has(items[end + 1], verb_) &&
         !is_cue(s, end + 1, word_) &&
         std::ranges::none_of(s.mentions.figures, [&](const FigureMention& f) {
           return f.items.begin < begin && f.kind != Kind::kDuration;
         });
}

void ProgrammeLinker::enter(const AnalysedSentence& s) {
  const bool new_block = s.block != block_;
  if (new_block) {
    const BlockKind kind = a_.layout.blocks[s.block].kind;
    if (kind != BlockKind::kListItem) list_ = {};
    paragraph_ = {};
    block_ = s.block;
  }
  names_ = names_in(s);
  const auto frame = std::ranges::find_if(names_, [&](const Name& n) {
    return n.lasts && !n.several && (n.frame || (n.subject && new_block));
  });
  if (frame != names_.end()) paragraph_ = frame->name;
  // "... trong chương trình “A”:" and a list behind it
  if (!names_.empty() && s.span.of(a_.text()).ends_with(':')) list_ = names_.back().name;
}

bool ProgrammeLinker::semicolon_between(const AnalysedSentence& s, uint32_t from,
                                        uint32_t to) const {
  for (uint32_t at = from; at < to; ++at) {
    if (text_of(s, at) == ";") return true;
  }
  return false;
}

// Nothing between them begins another statement.
bool ProgrammeLinker::reaches(const AnalysedSentence& s, uint32_t from, uint32_t to) const {
  const auto& items = s.items.items;
  for (uint32_t at = from; at < to; ++at) {
    if (has(items[at], clause_mark_) && text_of(s, at) != ":") return false;
    if (has(items[at], comma_mark_) && at + 1 < to && has(items[at + 1], verb_) &&
        !has(items[at + 1], link_)) {
      return false;
    }
  }
  return true;
}

std::string_view ProgrammeLinker::programme_of(const AnalysedSentence& s, size_t index) {
  const FigureMention& figure = s.mentions.figures[index];
  if (figure.kind == Kind::kAge) return {};
  const Name* before = nullptr;
  const Name* after = nullptr;
  const bool ruled = !paragraph_.empty() || !list_.empty();
  for (const Name& name : names_) {
    if (name.weak && ruled) continue;
    if (name.items.end <= figure.items.begin) before = &name;
    if (after == nullptr && name.items.begin >= figure.items.end) after = &name;
  }
  // "22 mô hình “A”": the figure counts what the name is of.
  if (after != nullptr && after->items.begin <= figure.items.end + 1) {
    return after->several ? std::string_view() : after->name;
  }
  if (before != nullptr && !before->several &&
      (before->frame ||
       (before->subject && !semicolon_between(s, before->items.end, figure.items.begin)) ||
       reaches(s, before->items.end, figure.items.begin))) {
    return before->name;
  }
  for (const Name& name : names_) {
    if (name.frame && name.items.end <= figure.items.begin) return name.name;
  }
  if (before != nullptr && before->several) return {};
  if (!paragraph_.empty()) return paragraph_;
  if (!list_.empty()) return list_;
  if (after != nullptr && reaches(s, figure.items.end, after->items.begin)) return after->name;
  return article_;
}

}  // namespace solieu
