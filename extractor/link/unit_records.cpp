#include "link/unit_records.h"

#include <algorithm>

#include "base/figure_id.h"
#include "link/article_units.h"

namespace solieu {
namespace {

using Form = UnitMention::Form;

class RecordedUnits {
 public:
  explicit RecordedUnits(const Analysis& a) : a_(a) {}

  bool is_named(const ArticleUnit& unit) const;

 private:
  bool stands_alone(const SentenceItems& s, const UnitMention& m) const;
  bool several(const SentenceItems& s, const UnitMention& m) const;

  const Analysis& a_;
};

bool is_any(std::string_view family, std::initializer_list<std::string_view> wide) {
  return std::ranges::any_of(wide, [&](std::string_view w) { return is_under(family, w); });
}

// Bodies whose short form is a common noun, or a thing: "Công ty", "Trường"; "đóng BHXH".
bool common_noun(std::string_view family) {
  return is_any(family, {"cong_ty", "tap_doan", "nha_may", "xi_nghiep", "doanh_nghiep", "truong",
                         "benh_vien", "bhxh", "tram", "ban", "phong", "hoi_quan"});
}

// "công tác Hội", "cán bộ Hội", "hội trường" speak of a body without naming it.
bool RecordedUnits::stands_alone(const SentenceItems& s, const UnitMention& m) const {
  if (!s.tokens[m.tokens.begin].capital) return false;
  // A headline in capitals.
  if (m.tokens.size() > 1 && s.tokens[m.tokens.end - 1].all_capitals) return false;
  const auto item =
      std::ranges::find_if(s.items, [&](const Item& i) { return i.tokens.end > m.tokens.begin; });
  if (item == s.items.end() || item->tokens.begin < m.tokens.begin) return false;
  return item == s.items.begin() || !a_.has(*(item - 1), a_.linking.concepts.of_body);
}

bool RecordedUnits::several(const SentenceItems& s, const UnitMention& m) const {
  if (m.tokens.begin == 0) return false;
  return a_.rules.unit_word(s.matches[m.tokens.begin - 1].entry)
      .is(UnitWord::kPlural | UnitWord::kEach);
}

// "toàn tỉnh", "cả nước", "vùng Tây Nguyên", "công ty" speak of a unit without naming it; a stadium
// is none, a branch of the economy is none, and neither is a place in a programme's title.
bool RecordedUnits::is_named(const ArticleUnit& unit) const {
  const UnitMention& m = unit.mention;
  const SentenceItems& s = a_.sentences[unit.sentence].items;
  if (m.form == Form::kCountry || m.form == Form::kRegion) return false;
  if (is_any(m.family, {"san", "nganh"})) return false;
  if (m.quoted && (m.administrative ? !m.typed : m.form != Form::kNamed)) return false;
  // A gauging station.
  if (m.family == "tram" && m.description.empty()) return false;
  if (m.form == Form::kSet) {
    const UnitWord& first = a_.rules.unit_word(s.matches[m.tokens.begin].entry);
    if (first.is(UnitWord::kEach)) return false;  // "các cơ sở Hội"
    return !m.administrative && (first.is(UnitWord::kSet) || stands_alone(s, m));
  }
  if (m.administrative) return m.form != Form::kBare;
  const bool small = !s.tokens[m.tokens.begin].capital;
  // "các huyện đoàn", "trạm y tế xã mình"
  if (m.form == Form::kLevel && small && (m.family == "tram_y_te" || several(s, m))) return false;
  if (m.form == Form::kBare) return !common_noun(m.family) && stands_alone(s, m);
  const bool plain = m.place_name < 0 && is_any(m.family, {"hoi", "doan", "cong_doan"}) &&
                     m.family.find('/') == std::string_view::npos;
  return !plain || m.form == Form::kLevel || stands_alone(s, m);
}

// Firms stand where they stand: a province in their name is no level of theirs.
bool is_firm(const UnitEntity& e) {
  return is_any(e.family, {"cong_ty", "tap_doan", "nha_may", "xi_nghiep", "doanh_nghiep", "htx"});
}

std::string_view level_of(const UnitEntity& e) {
  if (is_firm(e)) return name_of(UnitLevel::kOther);
  for (const UnitLevel level :
       {UnitLevel::kCentral, UnitLevel::kProvince, UnitLevel::kDistrict, UnitLevel::kCommune}) {
    if ((e.levels & bit(level)) != 0) return name_of(level);
  }
  return name_of(UnitLevel::kOther);
}

// What every mention of an entity says.
Unit unit_of(const Gazetteer& gazetteer, const ArticleUnits& units, const UnitEntity& e) {
  Unit unit;
  unit.name = e.name;
  unit.type = e.administrative ? "administrative" : "organisation";
  unit.level = level_of(e);
  if (e.unit >= 0 && !is_firm(e)) {
    const AdminUnit& row = gazetteer.unit(static_cast<uint32_t>(e.unit));
    if (gazetteer.in_force(static_cast<uint32_t>(e.unit), units.day()) == InForce::kYes)
      unit.ref = row.code;
    unit.ref_name = row.name;
  }
  unit.place = units.iso(e.province);
  unit.confidence = *Decimal::make(e.fallen_back ? 6 : 9, -1);
  return unit;
}

}  // namespace

void write_units(const Analysis& a, const ArticleUnits& units, ArticleRecord& record) {
  const RecordedUnits recorded(a);
  CodePointCounter code_points(a.text());
  const SourceIds ids(record.sha256);
  std::vector<Unit> of_entity(units.entities().size());
  record.units.reserve(units.mentions().size());
  for (const ArticleUnit& m : units.mentions()) {
    if (m.entity < 0 || !recorded.is_named(m)) continue;
    // "các cấp Hội" are the Hội that the article is about.
    const UnitEntity& own = units.entity(m.entity);
    const int32_t entity = own.set && own.principal >= 0 ? own.principal : m.entity;
    Unit& known = of_entity[static_cast<size_t>(entity)];
    if (known.type.empty()) known = unit_of(a.rules.gazetteer(), units, units.entity(entity));
    Unit& unit = record.units.emplace_back(known);
    unit.evidence.quote = m.mention.core.of(a.text());
    unit.evidence.source = a.clean.to_source(m.mention.core);
    unit.evidence.text = code_points.of(m.mention.core);
    unit.id = ids.of("unit", unit.evidence.source.begin);
    unit.as_of = record.published.substr(0, 10);
    unit.rule = m.mention.administrative ? "unit.administrative" : "unit.organisation";
  }
}

}  // namespace solieu
