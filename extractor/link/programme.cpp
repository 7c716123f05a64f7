#include "link/programme.h"

#include <algorithm>

namespace solieu {

void ProgrammeLinker::enter(const AnalysedSentence& s) {
  const bool new_block = s.block != block_;
  if (new_block) {
    const BlockKind kind = a_.layout.blocks[s.block].kind;
    if (kind != BlockKind::kListItem) list_ = {};
    if (kind == BlockKind::kHeading && !finder_.titled()) article_ = {};
    if (!begins(s, c_.programme_goes_on)) paragraph_ = {};
    over_ = false;
    block_ = s.block;
  }
  // "Theo đó, mỗi suất ..."
  if (begins(s, c_.programme_goes_on) && paragraph_.empty() && (new_block || ends_with_it_))
    paragraph_ = last_;
  // "Mỗi cháu được ...": of those just counted
  each_ = !new_block && of_each_counted(s) ? figure_ : std::string_view();
  figure_ = {};
  // "Tuy nhiên, ..." turns from what was reached to what was not
  over_ = over_ || begins(s, c_.programme_ends);
  if (over_) paragraph_ = {};
  names_ = finder_.in(s);
  last_ = names_.empty() || names_.back().several ? std::string_view() : names_.back().name;
  ends_with_it_ =
      names_.size() == 1 &&
      (s.mentions.figures.empty() || s.mentions.figures.back().items.begin < names_[0].items.begin);
  const auto frame = std::ranges::find_if(names_, [&](const ProgrammeName& n) {
    return n.lasts && !n.several && !n.beside &&
           (n.frame || (n.subject && (new_block || n.referred)));
  });
  if (frame != names_.end()) {
    paragraph_ = frame->name;
    referred_ = frame->referred;
  } else if (referred_ && !names_.empty()) {
    paragraph_ = {};  // another one is spoken of
    referred_ = false;
  }
  // "... trong chương trình “A”:" and a list behind it
  if (!names_.empty() && s.span.of(a_.text()).ends_with(':')) list_ = names_.back().name;
}

bool ProgrammeLinker::begins(const AnalysedSentence& s, int concept_id) const {
  return !s.items.items.empty() && a_.has(s.items.items[0], concept_id);
}

// "Mỗi cháu ..." behind a sentence that counts "24 cháu".
bool ProgrammeLinker::of_each_counted(const AnalysedSentence& s) const {
  if (!begins(s, c_.each_word) || s.items.items.size() < 2) return false;
  const AnalysedSentence& before = *(&s - 1);
  return std::ranges::any_of(before.mentions.figures, [&](const FigureMention& f) {
    const auto& items = before.items.items;
    return f.items.end < items.size() && items[f.items.end].entry >= 0 &&
           items[f.items.end].entry == s.items.items[1].entry;
  });
}

bool ProgrammeLinker::semicolon_between(const AnalysedSentence& s, uint32_t from,
                                        uint32_t to) const {
  for (uint32_t at = from; at < to; ++at) {
    if (finder_.text_of(s, at) == ";") return true;
  }
  return false;
}

// Nothing between them begins another statement.
bool ProgrammeLinker::reaches(const AnalysedSentence& s, uint32_t from, uint32_t to) const {
  const auto& items = s.items.items;
  for (uint32_t at = from; at < to; ++at) {
    if (a_.has(items[at], c_.clause_mark) && finder_.text_of(s, at) != ":") return false;
    if (a_.has(items[at], c_.comma_mark) && at + 1 < to && a_.has(items[at + 1], c_.verb) &&
        !a_.has(items[at + 1], c_.programme_link)) {
      return false;
    }
  }
  return true;
}

std::string_view ProgrammeLinker::programme_of(const AnalysedSentence& s, size_t index,
                                               bool of_person) {
  return figure_ = governing(s, index, of_person);
}

std::string_view ProgrammeLinker::governing(const AnalysedSentence& s, size_t index,
                                            bool of_person) const {
  const FigureMention& figure = s.mentions.figures[index];
  // "22 mô hình “A”": the figure counts what the name is of.
  for (const ProgrammeName& name : names_) {
    if (name.items.begin >= figure.items.end && name.items.begin <= figure.items.end + 1)
      return name.several ? std::string_view() : name.name;
  }
  const ProgrammeName* before = nullptr;
  const ProgrammeName* after = nullptr;
  const bool ruled = !paragraph_.empty() || !list_.empty();
  for (const ProgrammeName& name : names_) {
    if (name.beside || (name.weak && !name.counted && ruled)) continue;
    if (name.items.end <= figure.items.begin) before = &name;
    if (after == nullptr && name.items.begin >= figure.items.end) after = &name;
  }
  if (before != nullptr && !before->several &&
      (before->frame ||
       ((before->subject || before->event) &&
        !semicolon_between(s, before->items.end, figure.items.begin)) ||
       reaches(s, before->items.end, figure.items.begin))) {
    return before->name;
  }
  for (const ProgrammeName& name : names_) {
    if (name.frame && name.items.end <= figure.items.begin) return name.name;
  }
  if (before != nullptr && before->several) return {};
  if (!each_.empty()) return each_;
  if (!paragraph_.empty()) return paragraph_;
  if (!list_.empty()) return list_;
  if (after != nullptr && reaches(s, figure.items.end, after->items.begin)) return after->name;
  if (of_person) return {};
  return over_ ? std::string_view() : article_;
}

}  // namespace solieu
