#include "link/unit_org.h"

#include <algorithm>

#include "base/sha256.h"

namespace solieu {
namespace {

using Form = UnitMention::Form;

// Whether a sentence's beginning up to its first figure tells of a person who holds no office.
struct PersonEvent {
  uint32_t at = 0;
};

}  // namespace

UnitLinker::UnitLinker(const Analysis& analysis, ArticleRecord& record)
    : analysis_(analysis), units_(analysis, record) {
  build_frames();
}

void UnitLinker::build_frames() {
  const auto& words = analysis_.rules.unit_words();
  uint32_t block = UINT32_MAX;
  int32_t section = units_.protagonist();
  int32_t section_mention = -1;
  Frame lasting;
  for (size_t s = 0; s < analysis_.sentences.size(); ++s) {
    const AnalysedSentence& sentence = analysis_.sentences[s];
    const BlockKind kind = analysis_.layout.blocks[sentence.block].kind;
    if (sentence.block != block) {
      block = sentence.block;
      if (kind == BlockKind::kHeading) section = units_.protagonist();
      frames_.push_back({sentence.span.begin, section, section_mention, Basis::kDefault, false, false});
      lasting = frames_.back();
    }
    // What was said by the way lasts for its sentence only.
    if (frames_.back().weak) frames_.push_back({sentence.span.begin, lasting.entity, lasting.mention, lasting.basis, lasting.personal, false});
    bool strong = false;
    uint32_t m = units_.of_sentence(s).begin;
    const uint32_t end = units_.of_sentence(s).end;
    const auto& items = sentence.items.items;
    const auto word_of = [&](size_t i) {
      return items[i].entry < 0 ? UnitWord{} : words[static_cast<size_t>(items[i].entry)];
    };
    bool office = false;
    for (size_t i = 0; i < items.size(); ++i) office = office || word_of(i).is(UnitWord::kOffice);
    for (size_t i = 0; i < items.size(); ++i) {
      for (; m < end && units_.mentions()[m].mention.tokens.begin < items[i].tokens.end; ++m) {
        const ArticleUnit& unit = units_.mentions()[m];
        if (unit.entity < 0) continue;
        const bool bare = unit.mention.form == Form::kBare;
        const bool personal = frames_.back().personal;
        if (unit.role == UnitRole::kSubject || unit.role == UnitRole::kTopic) {
          if (personal && (bare || unit.mention.administrative)) continue;
          if (unit.role == UnitRole::kTopic && strong) continue;
          frames_.push_back(
              {unit.mention.span.begin, unit.entity, static_cast<int32_t>(m), Basis::kSentence, false, false});
          lasting = frames_.back();
          strong = true;
        } else if ((unit.role == UnitRole::kPartOf || unit.role == UnitRole::kOffice ||
                    (unit.role == UnitRole::kSource && kind != BlockKind::kTitle)) &&
                   !strong && !personal) {
          frames_.push_back(
              {unit.mention.span.begin, unit.entity, static_cast<int32_t>(m), Basis::kSentence, false, true});
        }
      }
      const UnitWord w = word_of(i);
      const bool named = i + 1 < items.size() && sentence.items.tokens[items[i + 1].tokens.begin].capital;
      if (w.is(UnitWord::kStory) && named && !office) {
        frames_.push_back({items[i].span.begin, -1, -1, Basis::kSentence, true, false});
        lasting = frames_.back();
      } else if (w.is(UnitWord::kOwnerless) && !strong &&
                 (i == 0 || sentence.items.tokens[items[i - 1].tokens.begin].kind == TokenKind::kMark)) {
        frames_.push_back({items[i].span.begin, -1, -1, Basis::kSentence, false, true});
      }
    }
  }
}

UnitAnswer UnitLinker::units_of(const AnalysedSentence& sentence, const FigureMention& figure) {
  UnitAnswer answer;
  const auto after = std::ranges::upper_bound(frames_, figure.span.begin, {}, &Frame::at);
  Frame frame = after == frames_.begin() ? Frame{} : *(after - 1);

  // "2 tập thể được Hội tặng bằng khen"
  const size_t index = static_cast<size_t>(&sentence - analysis_.sentences.data());
  const Span range = units_.of_sentence(index);
  const auto& items = sentence.items.items;
  uint32_t clause_end = figure.items.end;
  while (clause_end < items.size()) {
    const std::string_view mark = items[clause_end].span.of(analysis_.text());
    if (mark == "," || mark == ";") break;
    ++clause_end;
  }
  const uint32_t clause_end_byte = clause_end < items.size() ? items[clause_end].span.begin : sentence.span.end;
  for (uint32_t m = range.begin; m < range.end; ++m) {
    const ArticleUnit& unit = units_.mentions()[m];
    if (unit.role != UnitRole::kGiver || unit.entity < 0) continue;
    if (unit.mention.span.begin < figure.span.end || unit.mention.span.begin > clause_end_byte) continue;
    frame = {unit.mention.span.begin, unit.entity, static_cast<int32_t>(m), Basis::kClause, false, false};
    break;
  }

  if (frame.entity >= 0) {
    const UnitEntity& e = units_.entity(frame.entity);
    const bool bare = frame.mention >= 0 &&
                      units_.mentions()[static_cast<size_t>(frame.mention)].mention.form != Form::kNamed;
    UnitRef ref;
    ref.name = e.principal >= 0 && bare ? units_.entity(e.principal).name : e.name;
    ref.mention = frame.mention >= 0
                      ? units_.mentions()[static_cast<size_t>(frame.mention)].mention.span.of(analysis_.text())
                      : e.name;
    if (e.unit >= 0 && e.administrative) ref.ref = analysis_.rules.gazetteer().unit(static_cast<uint32_t>(e.unit)).code;
    ref.basis = frame.basis == Basis::kSentence && frame.at < sentence.span.begin ? Basis::kParagraph : frame.basis;
    answer.unit = ref;
    answer.place = units_.iso(e.province);
  } else {
    answer.place = units_.iso(units_.home());
  }
  return answer;
}

void UnitLinker::write_units(ArticleRecord& record) const {
  const Gazetteer& gazetteer = analysis_.rules.gazetteer();
  CodePointCounter code_points(analysis_.text());
  for (const ArticleUnit& m : units_.mentions()) {
    if (m.entity < 0) continue;
    const UnitEntity& e = units_.entity(m.entity);
    Unit unit;
    unit.evidence.quote = m.mention.span.of(analysis_.text());
    unit.evidence.source = analysis_.clean.to_source(m.mention.span);
    unit.evidence.text = code_points.of(m.mention.span);
    const Sha256 digest = sha256(record.sha256 + "/unit/" + std::to_string(unit.evidence.source.begin));
    for (size_t i = 0; i < 8; ++i) unit.id = unit.id << 8 | digest[i];
    unit.name = e.name;
    unit.type = e.administrative ? "administrative" : "organisation";
    unit.level = "other";
    for (const UnitLevel level :
         {UnitLevel::kCentral, UnitLevel::kProvince, UnitLevel::kDistrict, UnitLevel::kCommune}) {
      if ((e.levels & bit(level)) != 0) {
        unit.level = name_of(level);
        break;
      }
    }
    if (e.unit >= 0) {
      const AdminUnit& row = gazetteer.unit(static_cast<uint32_t>(e.unit));
      if (gazetteer.in_force(static_cast<uint32_t>(e.unit), units_.day()) == InForce::kYes) unit.ref = row.code;
      unit.ref_name = row.name;
    }
    unit.place = units_.iso(e.province);
    unit.as_of = record.published.substr(0, 10);
    unit.confidence = *Decimal::make(e.fallen_back ? 6 : 9, -1);
    unit.rule = m.mention.administrative ? "unit.administrative" : "unit.organisation";
    record.units.push_back(unit);
  }
}

}  // namespace solieu
