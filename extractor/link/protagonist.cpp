// Whom an article is about.
#include "link/article_units.h"

namespace solieu {
namespace {

constexpr int32_t kLeastWeight = 8;

}  // namespace

// How much a mention makes its unit the one that the article is about.
int32_t ArticleUnits::weight_of(const Analysis& a, const ArticleUnit& m) {
  if (m.role == UnitRole::kGiver) return 1;
  if (!acts(m.mention.family) || m.mention.family == "nganh") return 1;
  const bool subject = m.role == UnitRole::kSubject;
  int32_t weight = 2;
  if (subject) weight += 3;
  if (m.role == UnitRole::kTopic) weight += 2;
  if (is_title(a, m.sentence)) weight += subject ? 12 : 6;
  if (m.sentence < kLeadSentences) weight += subject ? 4 : 2;
  return weight;
}

void ArticleUnits::choose_protagonist(const Analysis& a, ArticleRecord& record) {
  int32_t all_weight = 0;
  for (const UnitEntity& e : entities_) all_weight += e.weight;
  int32_t best = 0;
  for (size_t i = 0; i < entities_.size(); ++i) {
    if (entities_[i].region) continue;
    // Nor about a village, whose craft or dish it may tell of.
    if (entities_[i].administrative && entities_[i].levels == bit(UnitLevel::kOther)) continue;
    // Who stands neither in the title nor the lead comments on it; who never acts is what is talked
    // about.
    const UnitEntity& e = entities_[i];
    if (!e.in_title && !e.country) {
      const bool ruling = e.weight * 3 > all_weight;
      if (e.subjects == 0 || (!e.in_lead && !ruling)) continue;
      if (!e.opens && e.mentions * 7 < a.sentences.size()) continue;
      if (e.administrative && e.subjects == 1) continue;
    }
    if (entities_[i].weight > best) {
      best = entities_[i].weight;
      protagonist_ = static_cast<int32_t>(i);
    }
  }
  if (best < kLeastWeight) protagonist_ = -1;
  reported_ = protagonist_;
  find_governed(record);
  if (protagonist_ < 0) return;
  // In an article about a place an organisation of the place may be the one who acts.
  const UnitEntity first = entities_[static_cast<size_t>(protagonist_)];
  if (first.administrative && first.unit >= 0) {
    int32_t most = first.weight / 2;
    for (size_t i = 0; i < entities_.size(); ++i) {
      const UnitEntity& e = entities_[i];
      if (e.administrative || e.set || e.unit != first.unit) continue;
      if (rules_place(e.family) || !acts(e.family)) continue;
      // "Theo Tỉnh đoàn", "Bí thư Tỉnh đoàn nhấn mạnh": who tells of what its members do
      const bool tells = speaks_for_members(e.family) && e.told > 1 && first.subjects < 2;
      if (!tells && (e.weight <= most || e.subjects <= first.subjects)) continue;
      most = e.weight;
      protagonist_ = reported_ = static_cast<int32_t>(i);
    }
  }
  // "toàn tỉnh", "các cấp Hội" in an article about the Hội of that province mean the Hội.
  const UnitEntity& main = entities_[static_cast<size_t>(protagonist_)];
  for (UnitEntity& e : entities_) {
    if (&e == &main || main.administrative || main.set) continue;
    if (e.set && !e.administrative && !e.family.empty() &&
        (is_under(main.family, e.family) || is_under(e.family, main.family))) {
      e.principal = protagonist_;
    }
    if (e.administrative && e.unit >= 0 && e.unit == main.unit && speaks_for_members(main.family)) {
      e.principal = protagonist_;
    }
  }
}

void ArticleUnits::find_governed(ArticleRecord& record) {
  const size_t known = entities_.size();
  for (size_t i = 0; i < known; ++i) {
    const UnitEntity e = entities_[i];
    if (e.administrative || e.set || !governs(e.family)) continue;
    int32_t unit = e.unit;
    if (unit < 0 && (e.levels & bit(UnitLevel::kProvince)) != 0 &&
        (e.levels & bit(UnitLevel::kDistrict)) == 0)
      unit = home_;
    const int32_t governed = unit >= 0 ? place_entity(0, unit, record)
                             : (e.levels & bit(UnitLevel::kCentral)) != 0 ? country()
                                                                          : -1;
    entities_[i].governed = governed;
  }
}

// Bodies whose reports are about the place that they govern.
bool ArticleUnits::governs(std::string_view family) {
  for (const std::string_view wide :
       {"uy_ban", "hdnd", "dang", "so", "phong", "bo", "cuc", "chi_cuc", "tong_cuc"}) {
    if (is_under(family, wide)) return true;
  }
  return false;
}

// Bodies that are the place's government.
bool ArticleUnits::rules_place(std::string_view family) {
  for (const std::string_view wide : {"uy_ban", "hdnd", "dang"}) {
    if (is_under(family, wide)) return true;
  }
  return false;
}

// Newspapers and weather stations tell what others do, in a stadium others play; the party is
// joined, and a ward is part of its hospital.
bool ArticleUnits::acts(std::string_view family) {
  if (family.empty()) return true;
  for (const std::string_view other : {"bao", "dai", "san", "tram", "dang_cong_san", "khoa"}) {
    if (family == other) return false;
  }
  return true;
}

// Organisations whose members live all over the unit: what is said of the unit is said of them.
bool ArticleUnits::speaks_for_members(std::string_view family) {
  for (const std::string_view wide : {"hoi", "doan", "cong_doan", "mat_tran"}) {
    if (is_under(family, wide)) return true;
  }
  return false;
}

}  // namespace solieu
