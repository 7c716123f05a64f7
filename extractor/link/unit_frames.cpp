#include "link/unit_frames.h"

namespace solieu {
namespace {

using Form = UnitMention::Form;
using Kind = UnitFrame::Kind;

class FrameBuilder {
 public:
  FrameBuilder(const Analysis& a, const ArticleUnits& units)
      : a_(a), units_(units), words_(a.rules.unit_words()), section_(units.reported()) {}

  std::vector<UnitFrame> build();

 private:
  UnitWord word(const AnalysedSentence& s, size_t item) const {
    const int32_t entry = s.items.items[item].entry;
    return entry < 0 ? UnitWord{} : words_[static_cast<size_t>(entry)];
  }
  static bool after_mark(const AnalysedSentence& s, size_t item) {
    return item == 0 ||
           s.items.tokens[s.items.items[item].tokens.begin - 1].kind == TokenKind::kMark;
  }
  void enter_block(const AnalysedSentence& s);
  void sentence(size_t index);
  void unit(uint32_t mention, BlockKind block);
  void other_subject(const AnalysedSentence& s, size_t item, bool office);
  void push(uint32_t at, int32_t entity, int32_t mention, Basis basis, Kind kind) {
    frames_.push_back({at, entity, mention, basis, kind});
    if (kind != Kind::kByTheWay) lasting_ = frames_.back();
  }

  const Analysis& a_;
  const ArticleUnits& units_;
  const std::vector<UnitWord>& words_;
  std::vector<UnitFrame> frames_;
  UnitFrame lasting_;    // what holds when a by-the-way ends
  int32_t section_;      // the entity that a new paragraph begins with
  int32_t set_ = -1;     // the last mention of several units in the paragraph
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
  if (a_.layout.blocks[s.block].kind == BlockKind::kHeading) section_ = units_.reported();
  set_ = -1;
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
  bool office = false;
  for (size_t i = 0; i < s.items.items.size() && !office; ++i)
    office = word(s, i).is(UnitWord::kOffice);
  const Span mentions = units_.of_sentence(index);
  uint32_t m = mentions.begin;
  for (size_t i = 0; i < s.items.items.size(); ++i) {
    for (; m < mentions.end &&
           units_.mentions()[m].mention.tokens.begin < s.items.items[i].tokens.end;
         ++m) {
      unit(m, block);
    }
    other_subject(s, i, office);
  }
}

void FrameBuilder::unit(uint32_t index, BlockKind block) {
  const ArticleUnit& m = units_.mentions()[index];
  if (m.entity < 0) return;
  const auto at = m.mention.span.begin;
  const auto mention = static_cast<int32_t>(index);
  const bool personal = frames_.back().kind == Kind::kPerson;
  switch (m.role) {
    case UnitRole::kSubject:
    case UnitRole::kTopic:
      if (personal && (m.mention.form == Form::kBare || m.mention.administrative)) return;
      if (m.role == UnitRole::kTopic && acting_) return;
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
      if (!acting_ && !personal) push(at, m.entity, mention, Basis::kSentence, Kind::kByTheWay);
      return;
    case UnitRole::kGiver:
    case UnitRole::kObject:
      return;
  }
}

// Subjects that are no unit: persons, prices and the weather, "mỗi cơ sở Hội".
void FrameBuilder::other_subject(const AnalysedSentence& s, size_t item, bool office) {
  const UnitWord w = word(s, item);
  const auto at = s.items.items[item].span.begin;
  if (w.is(UnitWord::kStory) && !office && item + 1 < s.items.items.size() &&
      s.items.tokens[s.items.items[item + 1].tokens.begin].capital) {
    push(at, -1, -1, Basis::kSentence, Kind::kPerson);
  } else if (w.is(UnitWord::kOwnerless) && !acting_ && after_mark(s, item)) {
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
