#include "link/unit_org.h"

#include <algorithm>

namespace solieu {
namespace {

using Form = UnitMention::Form;

// Items between a figure and the unit whose figure it is: "2 tập thể được Hội tặng", "1.102 hộ
// nghèo của huyện".
constexpr uint32_t kReach = 5;

}  // namespace

UnitLinker::UnitLinker(const Analysis& analysis, ArticleRecord& record)
    : analysis_(analysis), units_(analysis, record), frames_(build_frames(analysis, units_)) {}

// The unit that an anniversary is of: "30 năm tái lập tỉnh", "10 năm quận Bắc Từ Liêm đi vào hoạt
// động".
int32_t UnitLinker::founded(const AnalysedSentence& sentence, const FigureMention& figure,
                            Span mentions) const {
  if (figure.kind != Kind::kDuration) return -1;
  const auto& items = sentence.items.items;
  uint32_t at = figure.items.end;
  if (at < items.size() && analysis_.rules.unit_word(items[at]).is(UnitWord::kFounding)) ++at;
  if (at >= items.size()) return -1;
  for (uint32_t m = mentions.begin; m < mentions.end; ++m) {
    if (units_.mentions()[m].mention.tokens.begin == items[at].tokens.begin)
      return static_cast<int32_t>(m);
  }
  return -1;
}

// "2 tập thể được Hội tặng bằng khen": the agent behind the figure, in its clause.
int32_t UnitLinker::agent_behind(const AnalysedSentence& sentence, const FigureMention& figure,
                                 Span mentions) const {
  for (uint32_t m = mentions.begin; m < mentions.end; ++m) {
    const ArticleUnit& unit = units_.mentions()[m];
    if (unit.role != UnitRole::kGiver || unit.entity < 0) continue;
    if (unit.mention.span.begin < figure.span.end) continue;
    const auto& items = sentence.items.items;
    for (uint32_t i = figure.items.end;
         i < items.size() && items[i].span.begin <= unit.mention.span.begin; ++i) {
      const std::string_view mark = items[i].span.of(analysis_.text());
      if (mark == "," || mark == ";") return -1;
    }
    return static_cast<int32_t>(m);
  }
  return -1;
}

// "1.102 hộ nghèo của huyện Nậm Pồ"
int32_t UnitLinker::owner_behind(const AnalysedSentence& sentence, const FigureMention& figure,
                                 Span mentions) const {
  const auto& items = sentence.items.items;
  const uint32_t reach =
      std::min<uint32_t>(figure.items.end + kReach, static_cast<uint32_t>(items.size()));
  if (reach <= figure.items.end) return -1;
  const uint32_t end_byte = items[reach - 1].span.end;
  for (uint32_t m = mentions.begin; m < mentions.end; ++m) {
    const ArticleUnit& unit = units_.mentions()[m];
    if (unit.role != UnitRole::kPartOf || unit.entity < 0) continue;
    if (unit.mention.span.begin >= figure.span.end && unit.mention.span.begin < end_byte)
      return static_cast<int32_t>(m);
  }
  return -1;
}

// Whether the words before a figure in its sentence speak of a quantity that places have.
bool UnitLinker::is_statistic(const AnalysedSentence& sentence, const FigureMention& figure) const {
  const auto index = static_cast<size_t>(&sentence - analysis_.sentences.data());
  if ((units_.roles_of_sentence(index) & UnitWord::kStatistic) == 0) return false;
  const std::span before(sentence.items.items.data(), figure.items.end);
  return std::ranges::any_of(before, [&](const Item& item) {
    return analysis_.rules.unit_word(item).is(UnitWord::kStatistic);
  });
}

// "Thủ môn Trường, 31 tuổi", "bé gái 4 tuổi": a person's age, not the age that a rule names.
bool UnitLinker::of_a_person(const AnalysedSentence& sentence, const FigureMention& figure) const {
  if (figure.kind != Kind::kAge || figure.items.begin == 0 || figure.bounded) return false;
  const auto& s = sentence.items;
  uint32_t before = figure.items.begin - 1;
  const std::string_view mark = s.items[before].span.of(analysis_.text());
  if ((mark == "," || mark == "(") && before > 0) --before;
  const Item& item = s.items[before];
  return s.tokens[item.tokens.end - 1].capital || of(item, analysis_.linking.concepts.person);
}

// "Sở Công Thương dự báo ...": its mention, if it is in the sentence, is the subject of telling.
bool UnitLinker::tells(const AnalysedSentence& sentence, int32_t mention) const {
  if (mention < 0) return false;
  const ArticleUnit& unit = units_.mentions()[static_cast<size_t>(mention)];
  if (unit.role != UnitRole::kSubject || &analysis_.sentences[unit.sentence] != &sentence)
    return false;
  const auto& items = sentence.items.items;
  const auto next = std::ranges::find(items, unit.mention.tokens.end,
                                      [](const Item& item) { return item.tokens.begin; });
  return next != items.end() && of(*next, analysis_.linking.concepts.telling);
}

// What goods cost is no place's figure: "vườn bán 70.000 đồng/kg".
bool UnitLinker::market_price(const AnalysedSentence& sentence, const FigureMention& figure,
                              const UnitFrame& frame) const {
  if (figure.kind != Kind::kMoney || figure.per.size() == 0 || frame.entity < 0) return false;
  const UnitEntity& e = units_.entity(frame.entity);
  if (!e.administrative || e.country ||
      !analysis_.has(sentence, analysis_.linking.concepts.market_price))
    return false;
  for (uint32_t i = figure.items.begin; i-- > 0;) {
    const Item& item = sentence.items.items[i];
    if (of(item, analysis_.linking.concepts.market_price)) return true;
    if (of(item, analysis_.linking.concepts.clause_mark)) return false;
  }
  return false;
}

UnitFrame UnitLinker::frame_of(const FigureMention& figure) const {
  const auto after = std::ranges::upper_bound(frames_, figure.span.begin, {}, &UnitFrame::at);
  return after == frames_.begin() ? UnitFrame{} : *(after - 1);
}

bool UnitLinker::of_person(const AnalysedSentence& sentence, const FigureMention& figure) const {
  const UnitFrame frame = frame_of(figure);
  const bool first = &sentence == analysis_.sentences.data();
  const AnalysedSentence& before = first ? sentence : *(&sentence - 1);
  return frame.kind == UnitFrame::Kind::kPerson && frame.at >= before.span.begin;
}

UnitAnswer UnitLinker::units_of(const AnalysedSentence& sentence,
                                const FigureMention& figure) const {
  UnitFrame frame = frame_of(figure);
  const Span mentions =
      units_.of_sentence(static_cast<size_t>(&sentence - analysis_.sentences.data()));
  int32_t nearer = founded(sentence, figure, mentions);
  if (nearer < 0) nearer = agent_behind(sentence, figure, mentions);
  if (nearer < 0 && frame.at < sentence.span.begin + 1 && frame.kind != UnitFrame::Kind::kPerson) {
    nearer = owner_behind(sentence, figure, mentions);
  }
  if (nearer >= 0 && units_.mentions()[static_cast<size_t>(nearer)].entity >= 0) {
    const ArticleUnit& unit = units_.mentions()[static_cast<size_t>(nearer)];
    frame = {unit.mention.span.begin, unit.entity, nearer, Basis::kClause,
             UnitFrame::Kind::kByTheWay};
  }

  if (of_a_person(sentence, figure) || market_price(sentence, figure, frame)) frame = {};

  // "Thu nhập bình quân đạt ..." in a report of the committee is the place's.
  const bool said_here = frame.basis != Basis::kDefault && frame.at >= sentence.span.begin;
  if (frame.entity >= 0 && frame.kind != UnitFrame::Kind::kPerson) {
    const UnitEntity& e = units_.entity(frame.entity);
    const UnitRole role = frame.mention >= 0
                              ? units_.mentions()[static_cast<size_t>(frame.mention)].role
                              : UnitRole::kObject;
    const bool reports = said_here && (role == UnitRole::kSource || role == UnitRole::kOffice ||
                                       tells(sentence, frame.mention));
    if (e.governed >= 0 && (reports || (!said_here && is_statistic(sentence, figure)))) {
      frame.entity = e.governed;
      frame.mention = -1;
    }
  }

  UnitAnswer answer;
  if (frame.entity < 0) {
    const int32_t main = units_.protagonist();
    const bool national = main >= 0 && (units_.entity(main).levels & bit(UnitLevel::kCentral)) != 0;
    if (!national && units_.at_home()) answer.place = units_.iso(units_.home());
    return answer;
  }
  const UnitEntity& e = units_.entity(frame.entity);
  UnitRef ref;
  ref.name = ref.mention = e.name;
  if (frame.mention >= 0) {
    const UnitMention& m = units_.mentions()[static_cast<size_t>(frame.mention)].mention;
    ref.mention = m.span.of(analysis_.text());
    if (e.principal >= 0 && m.form != Form::kNamed && !e.named_set)
      ref.name = units_.entity(e.principal).name;
  } else if (const int32_t last = units_.last_mention(frame.entity, figure.span.begin); last >= 0) {
    ref.mention = units_.mentions()[static_cast<size_t>(last)].mention.span.of(analysis_.text());
  }
  if (e.unit >= 0 && e.administrative &&
      analysis_.rules.gazetteer().in_force(static_cast<uint32_t>(e.unit), units_.day()) ==
          InForce::kYes) {
    ref.ref = analysis_.rules.gazetteer().unit(static_cast<uint32_t>(e.unit)).code;
  }
  ref.basis = frame.basis == Basis::kSentence && frame.at < sentence.span.begin ? Basis::kParagraph
                                                                                : frame.basis;
  answer.unit = ref;
  answer.place = units_.iso(e.province);
  return answer;
}

}  // namespace solieu
