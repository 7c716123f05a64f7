#include "link/unit_frames.h"

#include <algorithm>

namespace solieu {
namespace {

using Form = UnitMention::Form;
using Kind = UnitFrame::Kind;

class FrameBuilder {
 public:
  FrameBuilder(const Analysis& a, const ArticleUnits& units)
      : a_(a), units_(units), concepts_(a.linking.concepts), section_(units.reported()) {}

  std::vector<UnitFrame> build();

 private:
  const UnitWord& word(const AnalysedSentence& s, size_t item) const {
    return a_.rules.unit_word(s.items.items[item]);
  }
  static bool after_mark(const AnalysedSentence& s, size_t item) {
    return item == 0 ||
           s.items.tokens[s.items.items[item].tokens.begin - 1].kind == TokenKind::kMark;
  }
  void enter_block(const AnalysedSentence& s);
  void sentence(size_t index);
  void unit(uint32_t mention, BlockKind block);
  void other_subject(const AnalysedSentence& s, size_t item);
  bool outsider(const AnalysedSentence& s, size_t item) const;
  bool abroad(const AnalysedSentence& s, size_t item) const;
  bool story_begins(const AnalysedSentence& s, size_t item);
  void push(uint32_t at, int32_t entity, int32_t mention, Basis basis, Kind kind) {
    frames_.push_back({at, entity, mention, basis, kind});
    if (kind != Kind::kByTheWay) lasting_ = frames_.back();
  }

  const Analysis& a_;
  const ArticleUnits& units_;
  const LinkConcepts& concepts_;
  std::vector<UnitFrame> frames_;
  UnitFrame list_;                           // of the head of the list that goes on
  UnitFrame lasting_;                        // what holds when a by-the-way ends
  int32_t section_;                          // the entity that a new paragraph begins with
  int32_t set_ = -1;                         // the last mention of several units in the paragraph
  std::vector<std::string_view> officials_;  // given names of those who hold an office
  uint32_t sentence_at_ = 0;
  uint32_t outsider_end_ = UINT32_MAX - 1;  // token behind the outsider of this sentence
  int brackets_ = 0;
  bool office_ = false;  // an office is named in this sentence
  bool acting_ = false;  // a subject was seen in this sentence
};

std::vector<UnitFrame> FrameBuilder::build() {
  uint32_t block = UINT32_MAX;
  for (size_t i = 0; i < a_.sentences.size(); ++i) {
    if (a_.sentences[i].block != block) {
      block = a_.sentences[i].block;
      enter_block(a_.sentences[i]);
    }
    sentence(i);
  }
  return std::move(frames_);
}

void FrameBuilder::enter_block(const AnalysedSentence& s) {
  const BlockKind kind = a_.layout.blocks[s.block].kind;
  if (kind == BlockKind::kHeading) section_ = units_.reported();
  set_ = -1;
  // "Hội phấn đấu:" rules over the list behind it.
  if (kind == BlockKind::kListItem && &s != a_.sentences.data()) {
    const AnalysedSentence& before = *(&s - 1);
    const bool headed = before.span.of(a_.text()).ends_with(':');
    if (headed) list_ = lasting_;
    if (headed || a_.layout.blocks[before.block].kind == BlockKind::kListItem) {
      push(s.span.begin, list_.entity, list_.mention, list_.basis, list_.kind);
      return;
    }
  }
  list_ = {s.span.begin, section_, -1, Basis::kDefault, Kind::kInherited};
  push(s.span.begin, section_, -1, Basis::kDefault, Kind::kInherited);
}

void FrameBuilder::sentence(size_t index) {
  const AnalysedSentence& s = a_.sentences[index];
  const BlockKind block = a_.layout.blocks[s.block].kind;
  if (frames_.back().kind == Kind::kByTheWay) {
    UnitFrame again = lasting_;
    again.at = s.span.begin;
    frames_.push_back(again);
  }
  acting_ = false;
  outsider_end_ = UINT32_MAX - 1;
  sentence_at_ = s.span.begin;
  brackets_ = 0;
  const uint64_t roles = units_.roles_of_sentence(index);
  office_ = (roles & UnitWord::kOffice) != 0;
  const Span mentions = units_.of_sentence(index);
  uint32_t m = mentions.begin;
  if ((roles & (UnitWord::kStory | UnitWord::kOwnerless | UnitWord::kEach)) == 0 &&
      !a_.has(s, concepts_.outsider) && !a_.has(s, concepts_.world_word)) {
    for (; m < mentions.end; ++m) unit(m, block);
    return;
  }
  for (size_t i = 0; i < s.items.items.size(); ++i) {
    for (; m < mentions.end &&
           units_.mentions()[m].mention.tokens.begin < s.items.items[i].tokens.end;
         ++m) {
      unit(m, block);
    }
    other_subject(s, i);
  }
}

void FrameBuilder::unit(uint32_t index, BlockKind block) {
  const ArticleUnit& m = units_.mentions()[index];
  if (m.entity < 0 || !ArticleUnits::acts(m.mention.family)) return;
  const auto at = m.mention.span.begin;
  const auto mention = static_cast<int32_t>(index);
  const bool personal = frames_.back().kind == Kind::kPerson;
  switch (m.role) {
    case UnitRole::kSubject:
    case UnitRole::kTopic:
      // "chị Tuyến, khu 7, xã Đại An" lives there; "xã cho 60 triệu đồng" is her story too.
      if (personal && m.mention.administrative &&
          (frames_.back().at >= sentence_at_ || (m.mention.form == Form::kBare && !office_))) {
        return;
      }
      if (personal && m.mention.form == Form::kBare && !office_) return;
      if (m.role == UnitRole::kTopic && acting_) return;
      // What law says holds for nobody in particular.
      if (m.mention.family == "chinh_phu" || m.mention.family == "quoc_hoi") {
        push(at, -1, -1, Basis::kSentence, Kind::kSubject);
        acting_ = true;
        return;
      }
      push(at, m.entity, mention, Basis::kSentence, Kind::kSubject);
      if (m.mention.form == Form::kSet) set_ = mention;
      acting_ = true;
      return;
    case UnitRole::kAwarder:
      push(at, m.entity, mention, Basis::kSentence, Kind::kByTheWay);
      return;
    case UnitRole::kSource:
      if (block == BlockKind::kTitle) return;
      [[fallthrough]];
    case UnitRole::kPartOf:
    case UnitRole::kOffice:
      // A story goes on in its sentence; in a later one "20 chi bộ của phường 5", "theo UBND xã"
      // ends it.
      if (personal && m.role == UnitRole::kSource && frames_.back().at < sentence_at_)
        push(at, section_, -1, Basis::kDefault, Kind::kInherited);
      else if (personal && (m.role != UnitRole::kPartOf || frames_.back().at >= sentence_at_))
        return;
      // "một nhà hảo tâm | ở Phường 3" lives there
      if (m.mention.tokens.begin == outsider_end_ + 1) return;
      if (!acting_) push(at, m.entity, mention, Basis::kSentence, Kind::kByTheWay);
      return;
    case UnitRole::kGiver:
    case UnitRole::kObject:
      return;
  }
}

// "Chị Hà Thị Tuyến ...": the subject, without an office, not named with one before.
bool FrameBuilder::story_begins(const AnalysedSentence& s, size_t item) {
  const auto& items = s.items.items;
  if (item + 1 >= items.size() || brackets_ > 0) return false;
  uint32_t last = items[item + 1].tokens.begin;
  if (!s.items.tokens[last].capital) return false;
  while (last + 1 < s.items.tokens.size() && s.items.tokens[last + 1].capital) ++last;
  const std::string_view given = s.items.tokens[last].span.of(a_.text());
  if (office_) {
    officials_.push_back(given);
    return false;
  }
  if (std::ranges::find(officials_, given) != officials_.end()) return false;
  return after_mark(s, item) ||
         word(s, item - 1).is(UnitWord::kStoryLead | UnitWord::kOpener | UnitWord::kStory);
}

// "giá dầu thế giới", not "Ngân hàng Thế giới"
bool FrameBuilder::abroad(const AnalysedSentence& s, size_t item) const {
  const Item& i = s.items.items[item];
  return a_.has(i, concepts_.world_word) && !s.items.tokens[i.tokens.begin].capital;
}

// "Một nhà hảo tâm ở Phường 3 ...", "Thương lái ...": those who give and trade of their own
bool FrameBuilder::outsider(const AnalysedSentence& s, size_t item) const {
  const auto is = [&](size_t i, int id) { return a_.has(s.items.items[i], id); };
  if (!is(item, concepts_.outsider)) return false;
  while (item > 0 &&
         (is(item - 1, concepts_.programme_plural) || s.items.items[item - 1].numeral >= 0))
    --item;
  // not "..., doanh nghiệp, nhà hảo tâm nhận đỡ đầu"
  constexpr size_t kLeadIn = 6;
  return item == 0 || (item <= kLeadIn && after_mark(s, item) &&
                       word(s, 0).is(UnitWord::kOpener | UnitWord::kPlaceOf | UnitWord::kTimeHead));
}

// Subjects that are no unit: persons, prices and the weather, "mỗi cơ sở Hội".
void FrameBuilder::other_subject(const AnalysedSentence& s, size_t item) {
  const UnitWord& w = word(s, item);
  const auto at = s.items.items[item].span.begin;
  const std::string_view text = s.items.items[item].span.of(a_.text());
  if (text == "(") ++brackets_;
  if (text == ")" && brackets_ > 0) --brackets_;
  if (w.is(UnitWord::kStory) && story_begins(s, item)) {
    push(at, -1, -1, Basis::kSentence, Kind::kPerson);
  } else if (!acting_ && outsider(s, item)) {
    push(at, -1, -1, Basis::kSentence, Kind::kByTheWay);
    outsider_end_ = s.items.items[item].tokens.end;
  } else if (!acting_ && ((w.is(UnitWord::kOwnerless) && after_mark(s, item)) || abroad(s, item))) {
    push(at, -1, -1, Basis::kSentence, Kind::kByTheWay);
  } else if (w.is(UnitWord::kEach) && set_ >= 0 && after_mark(s, item)) {
    // What each of them does is the figure of all.
    const ArticleUnit& m = units_.mentions()[static_cast<size_t>(set_)];
    push(at, m.entity, set_, Basis::kParagraph, Kind::kSubject);
  }
}

}  // namespace

std::vector<UnitFrame> build_frames(const Analysis& analysis, const ArticleUnits& units) {
  return FrameBuilder(analysis, units).build();
}

}  // namespace solieu
