#include "link/programme_names.h"

#include <algorithm>

#include "text/fold.h"

namespace solieu {
namespace {

constexpr uint32_t kOpening = 8;       // items of a sentence in which a name opens it
constexpr uint32_t kOpener = 3;        // items at the beginning up to a comma: "Bên cạnh đó,"
constexpr uint32_t kWholeWords = 2;    // syllables behind "tháng hành động"
constexpr uint32_t kToQuote = 6;       // items between the cue word and the quotation mark
constexpr uint32_t kToGift = 1;        // the same behind "suất học bổng", "phát động"
constexpr uint32_t kLongestName = 40;  // items
constexpr size_t kLead = 2;            // sentences behind the title
constexpr uint32_t kOften = 3;         // blocks that name what the article is about
constexpr uint32_t kExcept = 4;        // items from "ngoài" to what it excepts

bool opens(std::string_view mark) {
  return mark == "“" || mark == "\"" || mark == "‘" || mark == "'";
}
bool closes(std::string_view mark) {
  return mark == "”" || mark == "\"" || mark == "’" || mark == "'" || mark == "“";
}

}  // namespace

ProgrammeNames::ProgrammeNames(const Analysis& analysis) : a_(analysis) {
  may_name_.reserve(a_.sentences.size());
  for (const AnalysedSentence& sentence : a_.sentences) {
    may_name_.push_back(may_name(sentence));
    if (label_.empty() && a_.has(sentence, c_.programme_counted)) {
      const auto item = std::ranges::find_if(
          sentence.items.items, [&](const Item& i) { return has(i, c_.programme_counted); });
      label_ = sentence.items.tokens[item->tokens.end - 1].span.of(a_.text());
    }
  }
  label_titled_ = !label_.empty() && in_title(c_.topics.back());
  if (std::ranges::find(may_name_, true) == may_name_.end()) return;
  find_repeats();
  find_title_project();
  auto from_title = last_;
  size_t behind_title = 0;
  for (const AnalysedSentence& sentence : a_.sentences) {
    const BlockKind kind = a_.layout.blocks[sentence.block].kind;
    if (kind == BlockKind::kParagraph) ++behind_title;
    for (const ProgrammeName& name : in(sentence))
      learn(sentence, name, behind_title <= kLead && !name.several);
  }
  choose_article();
  last_ = std::move(from_title);
}

void ProgrammeNames::learn(const AnalysedSentence& s, const ProgrammeName& name, bool leads) {
  if (name.beside) return;
  const auto [found, is_new] = by_folded_.try_emplace(fold(name.name), known_.size());
  if (is_new) {
    known_.push_back({.folded = found->first, .name = name.name, .cue = name.cue});
  }
  Known* known = &known_[found->second];
  if (is_new) {
    for (const int topic : c_.topics) {
      if (has(s.items.items[name.items.begin], topic)) known->topic = topic;
    }
  }
  known->leads = known->leads || leads;
  // what is held or summed up: with no figure in front but that of "sau 10 năm thực hiện"
  const auto& figures = s.mentions.figures;
  const bool first = figures.empty() || figures.front().items.end > name.items.begin;
  const bool lasted = !first && figures.front().kind == Kind::kDuration;
  known->event = known->event ||
                 (leads && (name.event || (name.subject && !name.referred) ? first || lasted
                                                                           : name.frame && lasted));
  if (known->last_block != s.block) ++known->blocks;
  known->last_block = s.block;
}

bool ProgrammeNames::in_title(int concept_id) const {
  return std::ranges::any_of(a_.sentences, [&](const AnalysedSentence& s) {
    return a_.has(s, concept_id) && a_.layout.blocks[s.block].kind == BlockKind::kTitle;
  });
}

// A name that stands in the title is what the article is about; so is one whose topic or word
// stands there, or that the first sentences hold, begin or sum up.
void ProgrammeNames::choose_article() {
  if (known_.empty()) return;
  const std::string title = fold(a_.layout.title.of(a_.text()));
  for (const Known& k : known_) {
    if (title.find(k.folded) == std::string::npos) continue;
    article_ = k.name;
    titled_ = true;
    return;
  }
  for (const Known& k : known_) {
    const bool word_in_title =
        k.leads && k.cue >= 0 && !a_.has(k.cue, c_.programme_generic) &&
        title.find(a_.rules.lexicon().entry(k.cue).surface) != std::string::npos;
    if (!word_in_title && !(k.leads && (k.event || k.blocks >= kOften)) && !in_title(k.topic))
      continue;
    article_ = k.name;
    for (const Known& other : known_) {
      if (k.topic >= 0 && other.topic == k.topic && other.name.size() > article_.size())
        article_ = other.name;
    }
    return;
  }
}

int32_t ProgrammeNames::cue_at(const AnalysedSentence& s, uint32_t at, int concept_id) const {
  const Item& item = s.items.items[at];
  if (item.numeral >= 0 || concept_id < 0) return -1;
  if (has(item, concept_id)) return item.entry;
  if (!a_.linking.begins_with_cue(item.entry)) return -1;
  for (uint32_t length = item.tokens.size(); length-- > 1;) {
    const LexiconMatch match = a_.rules.lexicon().match(s.items.syllables, item.tokens.begin, length);
    if (match.entry < 0) return -1;
    if (a_.has(match.entry, concept_id)) return match.entry;
    length = match.tokens;
  }
  return -1;
}

bool ProgrammeNames::quoted(const AnalysedSentence& s, uint32_t open, ProgrammeName& out) const {
  const auto& items = s.items.items;
  const uint32_t last =
      std::min<uint32_t>(static_cast<uint32_t>(items.size()), open + kLongestName);
  // a straight mark with a gap behind it closes something else
  if (open + 1 >= items.size() || (text_of(s, open) != "“" && !items[open + 1].glued)) return false;
  uint32_t comma = 0;
  for (uint32_t at = open + 2; at < last; ++at) {
    if (comma == 0 && text_of(s, at) == ",") comma = at;
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
    return !out.name.empty() && out.name.front() != ',';
  }
  // “Mắt sáng cho em, Hội đã ...: never closed
  if (comma == 0 || text_of(s, open) != "“") return false;
  out.name = a_.text().substr(items[open].span.end, items[comma].span.begin - items[open].span.end);
  out.items.end = comma;
  return true;
}

// "chương trình nông thôn mới" by the longest name that the article has for it
std::string_view ProgrammeNames::fullest(const Item& item) const {
  // "Chương trình Mỗi xã một sản phẩm (OCOP)"
  if (!label_.empty() && has(item, c_.topics.back())) return label_;
  std::string_view out = item.span.of(a_.text());
  for (const Known& k : known_) {
    if (k.topic >= 0 && has(item, k.topic) && k.name.size() > out.size()) out = k.name;
  }
  return out;
}

bool ProgrammeNames::numbered(const AnalysedSentence& s, uint32_t cue, ProgrammeName& out) const {
  const auto& items = s.items.items;
  if (!has(items[cue], c_.programme_numbered) || items[cue + 1].numeral < 0) return false;
  const Item& number = items[cue + 1];
  const bool plain = (number.builtins & bit(builtin::kPlain)) != 0 && number.tokens.size() == 1;
  const bool figure = std::ranges::any_of(
      s.mentions.figures, [&](const FigureMention& f) { return f.span.overlaps(number.span); });
  if (!plain || figure || number.span.size() > 4) return false;
  out.items.end = cue + 2;
  out.name = a_.text().substr(items[cue].span.begin, number.span.end - items[cue].span.begin);
  return true;
}

bool ProgrammeNames::name_at(const AnalysedSentence& s, uint32_t at, ProgrammeName& out) const {
  const auto& items = s.items.items;
  out = {};
  out.items = {at, at + 1};
  out.cue = cue_at(s, at, c_.programme_word);
  if (has(items[at], c_.programme_name) &&
      (out.cue >= 0 || s.items.tokens[items[at].tokens.begin].capital)) {
    out.name = fullest(items[at]);
    return true;
  }
  if (has(items[at], c_.programme_counted) && counted(s, at)) {  // "31 sản phẩm OCOP"
    out.name = label_;
    out.beside = !label_titled_;
    return true;
  }
  const bool launched = out.cue < 0 && has(items[at], c_.programme_launch);
  if (out.cue < 0 && !launched) return false;
  out.weak = has(items[at], c_.programme_gift);
  if (at + 1 >= items.size()) return false;
  if (out.cue >= 0 && numbered(s, at, out)) return true;
  if (repeated(s, at, out)) return true;
  // "Tháng hành động vì trẻ em năm 2021"
  if (has(items[at], c_.programme_whole)) {
    const uint32_t end = stretch(s, at, false);
    if (end >= items[at].tokens.end + kWholeWords && !opens(text_of(s, at + 1)))
      return without_marks(s, at, end, out);
  }
  const uint32_t reach = launched || out.weak ? kToGift : kToQuote;
  const bool plain =
      (cue_at(s, at, c_.project_word) >= 0 && project(s, what_is_built(s, at), out)) ||
      capital(s, at, out);
  for (uint32_t next = at + 1; next < items.size() && next <= at + reach; ++next) {
    const std::string_view text = text_of(s, next);
    if (opens(text)) return quoted(s, next, out);  // also behind "cuộc thi Viết - Vẽ"
    if (plain && next >= out.items.end) return true;
    if (plain) continue;
    if (text == ":") continue;
    const bool is_word = s.items.tokens[items[next].tokens.begin].kind == TokenKind::kWord;
    if ((!is_word && items[next].numeral < 0) || cue_at(s, next, c_.programme_word) >= 0)
      return plain;
  }
  return plain;
}

// "Chiến dịch thu hút ...", "tại chương trình,", "dự án này": what was named with that word last.
bool ProgrammeNames::reference_at(const AnalysedSentence& s, uint32_t at,
                                  ProgrammeName& out) const {
  const auto& items = s.items.items;
  out = {};
  out.items = {at, at + 1};
  out.referred = true;
  if (names_title_thing(s, at)) {
    out.cue = cue_at(s, at, c_.programme_word);
    out.name = title_project_;
    return true;
  }
  if (!has(items[at], c_.programme_word) || has(items[at], c_.programme_gift)) return false;
  if (at > 0 && (items[at - 1].numeral >= 0 || has(items[at - 1], c_.programme_plural)))
    return false;
  out.cue = items[at].entry;
  const auto last = std::ranges::find(last_, out.cue, &decltype(last_)::value_type::first);
  if (last == last_.end()) return false;
  out.name = last->second;
  if (at + 1 >= items.size() || has(items[at + 1], c_.programme_back)) return true;
  const std::string_view mark = text_of(s, at + 1);
  return has(items[at + 1], c_.clause_mark) || mark == "," || mark == ")";
}

// “Mẹ đỡ đầu” without its word
bool ProgrammeNames::known_quote(const AnalysedSentence& s, uint32_t at, ProgrammeName& out) const {
  if (known_.empty() || !opens(text_of(s, at))) return false;
  out = {};
  out.items = {at, at + 1};
  return quoted(s, at, out) && by_folded_.contains(fold(out.name));
}

// Most sentences have nothing that a name could begin with: no name that the lexicon knows, no word
// that introduces one, no quotation mark.
bool ProgrammeNames::may_name(const AnalysedSentence& s) const {
  for (const int asked : {c_.programme_name, c_.programme_counted, c_.programme_word}) {
    if (a_.has(s, asked)) return true;
  }
  for (uint32_t at = 0; at < s.items.items.size(); ++at) {
    const Item& item = s.items.items[at];
    if (opens(item.span.of(a_.text())) ||
        (a_.linking.begins_with_cue(item.entry) && cue_at(s, at, c_.programme_word) >= 0)) {
      return true;
    }
  }
  return false;
}

std::vector<ProgrammeName> ProgrammeNames::in(const AnalysedSentence& s) {
  std::vector<ProgrammeName> out;
  if (!may_name_[index_of(s)]) return out;
  const auto& items = s.items.items;
  bool paused = false;
  bool led = false;
  bool led_in = false;  // by "Bên cạnh đó,"
  ProgrammeName name;
  for (uint32_t at = 0; at < items.size();) {
    const uint16_t traits = a_.linking.traits(items[at]);
    const bool may_begin = (traits & LinkRules::kProgrammeBegins) != 0 ||
                           a_.linking.begins_with_cue(items[at].entry) || opens(text_of(s, at));
    if (!may_begin ||
        (!name_at(s, at, name) && !known_quote(s, at, name) && !reference_at(s, at, name))) {
      const bool comma = (traits & LinkRules::kCommaMark) != 0;
      led = led || (traits & LinkRules::kProgrammeLink) != 0;
      led_in = led_in || (at <= kOpener && comma);
      paused = paused || (at > kOpener && comma) || (traits & LinkRules::kClauseMark) != 0;
      ++at;
      continue;
    }
    const bool opening =
        !paused && at < kOpening &&
        (s.mentions.figures.empty() || s.mentions.figures.front().items.begin > at);
    // "Trong “Tháng Công nhân” 2013, ..."
    const bool led_here = at > 0 && has(items[at - 1], c_.programme_leads_in) &&
                          (opening || (at > 1 && has(items[at - 2], c_.comma_mark))) &&
                          comma_follows(s, name.items.end);
    name.frame = led_here || (led && (opening || (at > 0 && has(items[at - 1], c_.programme_link) &&
                                                  sets_out(s, at, name.items.end))));
    // "Qua 3 tháng phát động, cuộc thi đã ...", "Phòng cho biết, chương trình “A” được mở ..."
    const bool begins =
        at > 0 && (has(items[at - 1], c_.comma_mark) || has(items[at - 1], c_.clause_mark) ||
                   has(items[at - 1], c_.telling));
    const bool resumed =
        begins && name.items.end < items.size() && has(items[name.items.end], c_.programme_back);
    name.subject = (opening && !led && !led_in) || resumed;
    for (uint32_t i = at; i-- > 0 && i + kExcept >= at && !has(items[i], c_.comma_mark);)
      name.beside = name.beside || has(items[i], c_.programme_except);
    name.lasts = !led_in;
    for (uint32_t i = at; i-- > 0 && i + 3 > at;)
      name.event = name.event || has(items[i], c_.programme_event);
    uint32_t end = name.items.end;
    // "Đề án “Tuyên truyền ...” (Đề án 938)": the short form names it.
    ProgrammeName short_form;
    if (end + 2 < items.size() && text_of(s, end) == "(" && name_at(s, end + 1, short_form) &&
        short_form.items.end < items.size() && text_of(s, short_form.items.end) == ")") {
      name.name = short_form.name;
      name.items.end = end = short_form.items.end + 1;
    }
    // "cuộc thi “A” và “B”", "chương trình A, chương trình “B”"
    const auto joins = [&](uint32_t item) {
      return item < items.size() &&
             (text_of(s, item) == "và" || text_of(s, item) == "," || text_of(s, item) == ";");
    };
    name.counted = counted(s, at);
    name.several = joins(end) && end + 1 < items.size() && opens(text_of(s, end + 1));
    if (!out.empty() && name.items.begin == out.back().items.end + 1 &&
        joins(out.back().items.end)) {
      out.back().several = name.several = true;
    }
    if (name.cue >= 0) {
      const auto last = std::ranges::find(last_, name.cue, &decltype(last_)::value_type::first);
      if (last == last_.end()) {
        last_.push_back({name.cue, name.name});
      } else {
        last->second = name.name;
      }
    }
    out.push_back(name);
    at = end;
    paused = true;
  }
  return out;
}

// "14 căn nhà ...": a figure stands in front, with one word between at most.
bool ProgrammeNames::counted(const AnalysedSentence& s, uint32_t at) const {
  return std::ranges::any_of(s.mentions.figures, [&](const FigureMention& f) {
    return f.items.end <= at && at <= f.items.end + 1;
  });
}

bool ProgrammeNames::comma_follows(const AnalysedSentence& s, uint32_t from) const {
  const auto& items = s.items.items;
  for (uint32_t at = from; at < items.size() && at < from + kOpener; ++at) {
    if (has(items[at], c_.comma_mark)) return true;
  }
  return false;
}

// "Sau 10 năm thực hiện chương trình “A”, ...": the clause that leads in what was done under it.
bool ProgrammeNames::sets_out(const AnalysedSentence& s, uint32_t begin, uint32_t end) const {
  const auto& items = s.items.items;
  return end + 1 < items.size() && has(items[end], c_.comma_mark) &&
         !has(items[end + 1], c_.verb) && cue_at(s, end + 1, c_.programme_word) < 0 &&
         std::ranges::none_of(s.mentions.figures, [&](const FigureMention& f) {
           return f.items.begin < begin && f.kind != Kind::kDuration;
         });
}

}  // namespace solieu
