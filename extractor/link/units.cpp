#include "link/units.h"

#include <algorithm>
#include <tuple>

#include "link/unit_roles.h"
#include "text/fold.h"

namespace solieu {
namespace {

using Form = UnitMention::Form;

// Weights for the article's home and protagonist: an organisation in the title says more than one
// deep in the body.
constexpr size_t kLeadSentences = 3;
constexpr size_t kLongLead = 6;
constexpr int32_t kLeastWeight = 8;
constexpr int kLeastHome = 5;

// No article has so many units or names; of longer texts only the last ones are looked through, so
// that time does not grow with their square.
constexpr size_t kSearched = 1024;
template <class List>
size_t first_searched(const List& list) {
  return list.size() > kSearched ? list.size() - kSearched : 0;
}

bool wider(UnitLevel a, UnitLevel b) { return a < b; }

// Whether `family` is `wide` or under it: "hoi/phu_nu" is a "hoi".
bool is_under(std::string_view family, std::string_view wide) {
  return !wide.empty() && family.starts_with(wide) &&
         (family.size() == wide.size() || family[wide.size()] == '/');
}

// "Công đoàn ngành (CĐN) Giáo dục" without the abbreviation that it defines.
std::string without_brackets(std::string_view text) {
  std::string out;
  while (true) {
    const size_t open = text.find(" (");
    const size_t close = open == std::string_view::npos ? open : text.find(')', open);
    if (close == std::string_view::npos) break;
    out += text.substr(0, open);
    text.remove_prefix(close + 1);
  }
  return out += text;
}

// "cong_doan|liên doanh việt - nga vietsovpetro" and "cong_doan|vietsovpetro": a name may lose its
// beginning.
bool same_key(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.size() > b.size()) std::swap(a, b);
  const size_t bar = a.find('|');
  if (bar == std::string_view::npos || b.substr(0, bar + 1) != a.substr(0, bar + 1)) return false;
  const std::string_view rest = a.substr(bar + 1);
  return b.ends_with(rest) && b[b.size() - rest.size() - 1] == ' ';
}

bool is_title(const Analysis& a, uint32_t sentence) {
  return a.layout.blocks[a.sentences[sentence].block].kind == BlockKind::kTitle;
}

}  // namespace

ArticleUnits::ArticleUnits(const Analysis& a, ArticleRecord& record)
    : gazetteer_(a.rules.gazetteer()),
      words_(a.rules.unit_words()),
      day_(day_of(record.published)) {
  find(a);
  find_home(a, record);
  tie(a, record);
  choose_protagonist(a, record);
  name_sets();
}

void ArticleUnits::find(const Analysis& a) {
  std::vector<UnitAlias> aliases;
  std::vector<UnitMention> found;
  for (uint32_t s = 0; s < a.sentences.size(); ++s) {
    first_of_sentence_.push_back(static_cast<uint32_t>(mentions_.size()));
    found.clear();
    find_units(a.rules, day_, a.text(), a.sentences[s].items, aliases, found);
    const auto begin = mentions_.size();
    for (const UnitMention& m : found) mentions_.push_back({m, s, UnitRole::kObject, -1});
    set_unit_roles(a, a.sentences[s], {mentions_.data() + begin, mentions_.size() - begin});
  }
  first_of_sentence_.push_back(static_cast<uint32_t>(mentions_.size()));
  for (const ArticleUnit& m : mentions_) {
    if (m.mention.typed) typed_places_.push_back(m.mention.place_name);
  }
  std::ranges::sort(typed_places_);
}

// The place that follows at once: "huyện Kim Sơn, tỉnh Ninh Bình", "xã Đại An (Thanh Ba)". A
// province row, or -1.
int32_t ArticleUnits::explicit_parent(size_t index) const {
  for (size_t next = index + 1; next < mentions_.size() && next <= index + 2; ++next) {
    const UnitMention& m = mentions_[next].mention;
    if (mentions_[next].sentence != mentions_[index].sentence || !m.administrative) return -1;
    if (m.tokens.begin > mentions_[next - 1].mention.tokens.end + 1 || m.place_name < 0) return -1;
    for (const NamedUnit& n : gazetteer_.named(m.place_name)) {
      if (gazetteer_.unit(n.unit).level == UnitLevel::kProvince &&
          (m.place_levels & bit(UnitLevel::kProvince)) != 0 &&
          gazetteer_.in_force(n.unit, day_) != InForce::kNo) {
        return static_cast<int32_t>(n.unit);
      }
    }
  }
  return -1;
}

// The unit that bears the mention's place name: the one in force, of its level, in the parent named
// beside it, in the article's home, else the only one there is.
ArticleUnits::Resolved ArticleUnits::resolve(size_t index) const {
  const UnitMention& m = mentions_[index].mention;
  if (m.place_name < 0) return {};
  const bool city_word = m.typed && (m.place_levels & bit(UnitLevel::kDistrict)) != 0;
  const int32_t parent = explicit_parent(index);
  Resolved best;
  int best_score = -1;
  int32_t common = -2;  // the province of all candidates; -1: several
  for (const NamedUnit& n : gazetteer_.named(m.place_name)) {
    const AdminUnit& unit = gazetteer_.unit(n.unit);
    if ((bit(unit.level) & m.place_levels) == 0) continue;
    if (unit.level == UnitLevel::kProvince && city_word && unit.type == "tỉnh") continue;
    const InForce force = gazetteer_.in_force(n.unit, day_);
    const int32_t province = gazetteer_.province_of(n.unit, day_);
    int score = force == InForce::kYes ? 40 : force == InForce::kUnknown ? 30 : 0;
    if (!m.typed && unit.level == UnitLevel::kProvince) score += 20;
    const auto same_name = [&](int32_t other) {
      return other >= 0 && province >= 0 &&
             (other == province || gazetteer_.unit(static_cast<uint32_t>(other)).iso ==
                                       gazetteer_.unit(static_cast<uint32_t>(province)).iso);
    };
    if (parent >= 0 && unit.level != UnitLevel::kProvince) score += same_name(parent) ? 16 : 0;
    if (same_name(home_)) score += 8;
    if (wider(unit.level, UnitLevel::kCommune)) score += 1;
    if (force != InForce::kNo || best_score < 30) {
      if (common == -2) {
        common = province;
      } else if (!same_name(common) && common != province) {
        common = -1;
      }
    }
    if (score > best_score) {
      best_score = score;
      best = {static_cast<int32_t>(n.unit), province};
    } else if (score == best_score && best.unit >= 0 && best.province != province) {
      best = {-1, -1};
    }
  }
  if (best.unit < 0 && common >= 0) best.province = common;
  return best;
}

void ArticleUnits::find_home(const Analysis& a, const ArticleRecord& record) {
  std::vector<std::pair<int32_t, int>> votes;
  const auto vote = [&](int32_t province, int weight) {
    if (province < 0) return;
    const auto iso_of = [&](int32_t p) { return gazetteer_.unit(static_cast<uint32_t>(p)).iso; };
    for (auto& [known, sum] : votes) {
      if (known == province || iso_of(known) == iso_of(province)) {
        sum += weight;
        return;
      }
    }
    votes.emplace_back(province, weight);
  };
  const std::string_view site = record.site.empty() ? record.url : record.site;
  if (!site.empty()) vote(gazetteer_.province_of_site(site, day_), 20);
  for (size_t i = 0; i < mentions_.size(); ++i) {
    const UnitMention& m = mentions_[i].mention;
    if (m.place_name < 0) continue;
    if (m.administrative && !m.typed && (m.place_levels & bit(UnitLevel::kProvince)) == 0) continue;
    const int32_t province = resolve(i).province;
    int weight = 1;
    if (is_title(a, mentions_[i].sentence)) {
      weight = 6;
    } else if (mentions_[i].sentence < kLeadSentences) {
      weight = 3;
    }
    vote(province, weight);
  }
  int all = 0;
  std::pair<int32_t, int> top{-1, 0};
  for (const auto& v : votes) {
    all += v.second;
    if (v.second > top.second) top = v;
  }
  if (top.second * 100 >= all * 50 && top.second >= 2) home_ = top.first;
  at_home_ = home_ >= 0 && top.second >= kLeastHome;
}

std::string ArticleUnits::key_of(const Analysis& a, const UnitMention& m) const {
  if (m.administrative || m.form == Form::kSet) return {};
  // "Công đoàn ngành (CĐN) Giáo dục" and "CĐN Giáo dục" are one.
  std::string key(m.family.empty() ? m.base.of(a.text()) : m.family);
  if (m.description.empty()) return key;
  std::string description = fold(without_brackets(m.description.of(a.text())));
  if (description.starts_with("ngành ")) description.erase(0, std::string_view("ngành ").size());
  return key + "|" + description;
}

// The entity of an administrative unit itself, made when the article only names an organisation by
// it.
int32_t ArticleUnits::place_entity(const Analysis& a, LevelSet levels, int32_t unit,
                                   ArticleRecord& record) {
  (void)a;
  for (size_t i = first_searched(entities_); i < entities_.size(); ++i) {
    if (entities_[i].administrative && entities_[i].unit == unit) return static_cast<int32_t>(i);
  }
  const AdminUnit& row = gazetteer_.unit(static_cast<uint32_t>(unit));
  UnitEntity e;
  e.administrative = true;
  e.unit = unit;
  e.province = gazetteer_.province_of(static_cast<uint32_t>(unit), day_);
  e.levels = levels == 0 ? bit(row.level) : levels;
  e.name = record.arena->store(std::string(row.type) + " " + std::string(row.name));
  entities_.push_back(e);
  keys_.emplace_back();
  return static_cast<int32_t>(entities_.size() - 1);
}

int32_t ArticleUnits::entity_for(const Analysis& a, size_t index, ArticleRecord& record) {
  const UnitMention& m = mentions_[index].mention;
  const std::string_view text = m.span.of(a.text());
  const auto add = [&](UnitEntity e, std::string key) {
    e.name = text;
    entities_.push_back(e);
    keys_.push_back(std::move(key));
    return static_cast<int32_t>(entities_.size() - 1);
  };

  if (m.form == Form::kCountry) {
    for (size_t i = first_searched(entities_); i < entities_.size(); ++i) {
      if (entities_[i].country) return static_cast<int32_t>(i);
    }
    UnitEntity e;
    e.country = e.administrative = true;
    e.levels = bit(UnitLevel::kCentral);
    const int32_t made = add(e, {});
    entities_.back().name = "Việt Nam";
    return made;
  }

  if (m.form == Form::kRegion) {
    const std::string key = fold(text);
    for (size_t i = first_searched(entities_); i < entities_.size(); ++i) {
      if (entities_[i].region && keys_[i] == key) return static_cast<int32_t>(i);
    }
    UnitEntity e;
    e.region = e.administrative = true;
    e.levels = m.levels;
    return add(e, key);
  }

  if (m.form == Form::kSet) {
    const std::string key = fold(text);
    for (size_t i = first_searched(entities_); i < entities_.size(); ++i) {
      if (entities_[i].set && keys_[i] == key) return static_cast<int32_t>(i);
    }
    UnitEntity e;
    e.set = true;
    e.family = m.family;
    e.levels = m.levels;
    const Resolved place = resolve(index);
    e.unit = place.unit;
    e.province = place.province >= 0 ? place.province : home_;
    e.fallen_back = place.province < 0;
    return add(e, key);
  }

  if (m.administrative && m.form == Form::kBare) {
    // "tỉnh", "toàn huyện": the article's unit of that level.
    int32_t best = -1;
    for (size_t i = first_searched(entities_); i < entities_.size(); ++i) {
      const UnitEntity& e = entities_[i];
      if (e.country || e.set || e.unit < 0) continue;
      const AdminUnit& row = gazetteer_.unit(static_cast<uint32_t>(e.unit));
      if ((bit(row.level) & m.levels) == 0) continue;
      if (m.levels == bit(UnitLevel::kProvince) && home_ >= 0 && e.province != home_) continue;
      if (best < 0 || e.mentions > entities_[static_cast<size_t>(best)].mentions)
        best = static_cast<int32_t>(i);
    }
    int32_t unit = best >= 0 ? entities_[static_cast<size_t>(best)].unit : -1;
    if (unit < 0 && (m.levels & bit(UnitLevel::kProvince)) != 0) unit = home_;
    return unit < 0 ? -1 : place_entity(a, m.levels, unit, record);
  }

  if (m.administrative) {
    const Resolved place = resolve(index);
    if (!m.typed && place.unit >= 0 &&
        gazetteer_.unit(static_cast<uint32_t>(place.unit)).level != UnitLevel::kProvince) {
      // A district or commune without its type word must be known from elsewhere in the article.
      const bool known = std::ranges::binary_search(typed_places_, m.place_name);
      const bool district =
          gazetteer_.unit(static_cast<uint32_t>(place.unit)).level == UnitLevel::kDistrict &&
          place.province == home_;
      if (!known && !district) return -1;
    }
    if (!m.typed && place.unit < 0 && place.province < 0 && m.place_name >= 0) return -1;
    const std::string key = fold(text);
    for (size_t i = first_searched(entities_); i < entities_.size(); ++i) {
      UnitEntity& e = entities_[i];
      if (!e.administrative || e.country || e.set || e.region) continue;
      if ((place.unit >= 0 && e.unit == place.unit) ||
          (place.unit < 0 && e.unit < 0 && keys_[i] == key)) {
        return static_cast<int32_t>(i);
      }
    }
    UnitEntity e;
    e.administrative = true;
    e.levels =
        place.unit >= 0 ? bit(gazetteer_.unit(static_cast<uint32_t>(place.unit)).level) : m.levels;
    e.unit = place.unit;
    e.province = place.province;
    if (e.province < 0 && place.unit < 0) {
      e.province = home_;
      e.fallen_back = true;
    }
    return add(e, key);
  }

  // Organisations.
  const std::string key = key_of(a, m);
  const Resolved place = resolve(index);
  if (m.form == Form::kBare || (m.form == Form::kLevel && place.unit < 0 && m.levels == 0)) {
    // The weightiest one of that family: who the article is about is called by the short name.
    int32_t best = -1;
    for (size_t i = first_searched(entities_); i < entities_.size(); ++i) {
      const UnitEntity& e = entities_[i];
      if (e.administrative || e.set || !is_under(e.family, m.family)) continue;
      if (m.levels != 0 && e.levels != 0 && (m.levels & e.levels) == 0) continue;
      if (best < 0 || e.weight > entities_[static_cast<size_t>(best)].weight)
        best = static_cast<int32_t>(i);
    }
    if (best >= 0) return best;
    if (m.form == Form::kBare && m.levels == 0) return -1;
  }
  for (size_t i = first_searched(entities_); i < entities_.size(); ++i) {
    UnitEntity& e = entities_[i];
    if (e.administrative || e.set || !same_key(keys_[i], key)) continue;
    if (m.levels != 0 && e.levels != 0 && (m.levels & e.levels) == 0) continue;
    if (place.unit >= 0 && e.unit >= 0 && place.unit != e.unit) continue;
    if (place.unit < 0 && e.unit >= 0 && place.province >= 0 && place.province != e.province)
      continue;
    if (place.unit >= 0 && e.unit < 0) {
      e.unit = place.unit;
      e.province = place.province;
      e.fallen_back = false;
    }
    if (e.levels == 0) e.levels = m.levels;
    return static_cast<int32_t>(i);
  }
  if (m.form == Form::kBare && !token_name(m)) return -1;
  UnitEntity e;
  e.family = m.family;
  e.levels = m.levels;
  if (e.levels == 0 && place.unit >= 0)
    e.levels = bit(gazetteer_.unit(static_cast<uint32_t>(place.unit)).level);
  e.unit = place.unit;
  e.province = place.province;
  if (e.province < 0 && (e.levels & bit(UnitLevel::kCentral)) == 0) {
    e.province = home_;
    e.fallen_back = true;
  }
  return add(e, key);
}

bool ArticleUnits::token_name(const UnitMention& m) {
  return m.levels != 0 && is_under(m.family, "hoi");
}

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

void ArticleUnits::tie(const Analysis& a, ArticleRecord& record) {
  // Those with names first, then those with a level, so that a short form finds a full one that
  // comes later.
  const auto body = std::ranges::find_if(a.sentences, [&](const AnalysedSentence& s) {
    return a.layout.blocks[s.block].kind != BlockKind::kTitle;
  });
  const auto first_body = static_cast<uint32_t>(body - a.sentences.begin());
  const auto round = [](Form form) {
    return form == Form::kNamed ? 0 : form == Form::kLevel ? 1 : 2;
  };
  for (int wanted = 0; wanted < 3; ++wanted) {
    for (size_t i = 0; i < mentions_.size(); ++i) {
      ArticleUnit& m = mentions_[i];
      if (round(m.mention.form) != wanted) continue;
      m.entity = entity_for(a, i, record);
      if (m.entity < 0) continue;
      UnitEntity& e = entities_[static_cast<size_t>(m.entity)];
      ++e.mentions;
      if (m.role == UnitRole::kSubject) ++e.subjects;
      // A court tells of others.
      if (m.role == UnitRole::kSubject && !m.mention.administrative && m.sentence <= first_body &&
          !is_under(m.mention.family, "toa_an"))
        e.opens = true;
      if (m.role == UnitRole::kSource || m.role == UnitRole::kOffice) ++e.told;
      e.in_lead = e.in_lead || m.sentence < kLongLead;
      e.in_title = e.in_title || is_title(a, m.sentence);
      e.weight += weight_of(a, m);
      e.typed = e.typed || m.mention.typed || !m.mention.administrative;
    }
  }
  name_entities(a, record);
  // "Hải Hậu" alone is named in full by its type.
  for (UnitEntity& e : entities_) {
    if (!e.administrative || e.typed || e.unit < 0 || e.country) continue;
    const AdminUnit& row = gazetteer_.unit(static_cast<uint32_t>(e.unit));
    if (fold(e.name) == fold(row.name))
      e.name = record.arena->store(std::string(row.type) + " " + std::string(e.name));
  }
}

// The name in full: with its place, then the one used most, then the longest.
void ArticleUnits::name_entities(const Analysis& a, ArticleRecord& record) {
  struct Named {
    int32_t entity;
    int rank;
    std::string_view text;
    int count;
    size_t described;
  };
  std::vector<Named> names;
  for (const ArticleUnit& m : mentions_) {
    if (m.entity < 0 || entities_[static_cast<size_t>(m.entity)].country) continue;
    const UnitMention& u = m.mention;
    const std::string_view text = u.span.of(a.text());
    if (u.form == Form::kBare) continue;
    if (!u.administrative && u.typed && !u.place.empty()) {
      // "UBND TP Huế" also names the city.
      const int32_t unit = entities_[static_cast<size_t>(m.entity)].unit;
      for (size_t i = first_searched(entities_); i < entities_.size() && unit >= 0; ++i) {
        if (!entities_[i].administrative || entities_[i].unit != unit || entities_[i].country)
          continue;
        names.push_back({static_cast<int32_t>(i), 7, u.place.of(a.text()), 0, 0});
        entities_[i].typed = true;
      }
    }
    if (u.administrative != entities_[static_cast<size_t>(m.entity)].administrative) continue;
    const int rank =
        (u.place_name >= 0 ? 2 : 0) + (u.typed ? 1 : 0) + (u.form == Form::kNamed ? 4 : 0);
    const auto known =
        std::find_if(names.begin() + static_cast<long>(first_searched(names)), names.end(),
                     [&](const Named& n) { return n.entity == m.entity && n.text == text; });
    if (known != names.end()) {
      ++known->count;
    } else {
      names.push_back(
          {m.entity, rank, text, is_title(a, m.sentence) ? 2 : 1, u.description.size()});
    }
  }
  // A longer name that is used now and then beats a shorter one used more.
  std::vector<const Named*> best(entities_.size());
  std::vector<int> most(entities_.size());
  for (const Named& n : names)
    most[static_cast<size_t>(n.entity)] = std::max(most[static_cast<size_t>(n.entity)], n.count);
  const auto worth = [&](const Named& n) {
    const bool common = n.count * 3 >= most[static_cast<size_t>(n.entity)];
    return std::tuple(n.rank, n.described, common, common ? n.text.size() : 0, n.count);
  };
  for (const Named& n : names) {
    const Named*& b = best[static_cast<size_t>(n.entity)];
    if (b == nullptr || worth(n) > worth(*b)) b = &n;
  }
  for (size_t i = 0; i < entities_.size(); ++i) {
    if (best[i] == nullptr) continue;
    entities_[i].name = best[i]->text;
    if (best[i]->text.find(" (") != std::string_view::npos) {
      entities_[i].name = record.arena->store(without_brackets(best[i]->text));
    }
  }
}

void ArticleUnits::choose_protagonist(const Analysis& a, ArticleRecord& record) {
  int32_t all_weight = 0;
  for (const UnitEntity& e : entities_) all_weight += e.weight;
  int32_t best = 0;
  for (size_t i = 0; i < entities_.size(); ++i) {
    if (entities_[i].region) continue;
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
  find_governed(a, record);
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

int32_t ArticleUnits::country(ArticleRecord& record) {
  (void)record;
  for (size_t i = 0; i < entities_.size(); ++i) {
    if (entities_[i].country) return static_cast<int32_t>(i);
  }
  UnitEntity e;
  e.country = e.administrative = true;
  e.levels = bit(UnitLevel::kCentral);
  e.name = "Việt Nam";
  entities_.push_back(e);
  keys_.emplace_back();
  return static_cast<int32_t>(entities_.size() - 1);
}

void ArticleUnits::find_governed(const Analysis& a, ArticleRecord& record) {
  const size_t known = entities_.size();
  for (size_t i = 0; i < known; ++i) {
    const UnitEntity e = entities_[i];
    if (e.administrative || e.set || !governs(e.family)) continue;
    int32_t unit = e.unit;
    if (unit < 0 && (e.levels & bit(UnitLevel::kProvince)) != 0 &&
        (e.levels & bit(UnitLevel::kDistrict)) == 0)
      unit = home_;
    const int32_t governed = unit >= 0 ? place_entity(a, 0, unit, record)
                             : (e.levels & bit(UnitLevel::kCentral)) != 0 ? country(record)
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

// Newspapers and weather stations tell what others do, in a stadium others play.
bool ArticleUnits::acts(std::string_view family) {
  return family != "bao" && family != "dai" && family != "san" && family != "tram";
}

int32_t ArticleUnits::last_mention(int32_t entity, uint32_t before) const {
  const auto behind = std::ranges::lower_bound(
      mentions_, before, {}, [](const ArticleUnit& m) { return m.mention.span.begin; });
  const auto end = static_cast<size_t>(behind - mentions_.begin());
  for (size_t i = end; i-- > (end > kSearched ? end - kSearched : 0);) {
    const ArticleUnit& m = mentions_[i];
    if (m.entity < 0) continue;
    if (m.entity == entity || entities_[static_cast<size_t>(m.entity)].principal == entity)
      return static_cast<int32_t>(i);
  }
  return -1;
}

// "các cấp CĐ" is "các cấp CĐ Tiền Giang" where the article says so.
void ArticleUnits::name_sets() {
  std::vector<size_t> placed;
  for (size_t i = 0; i < entities_.size() && placed.size() < kSearched; ++i) {
    if (entities_[i].set && entities_[i].unit >= 0) placed.push_back(i);
  }
  for (UnitEntity& e : entities_) {
    if (!e.set || e.unit >= 0) continue;
    for (const size_t i : placed) {
      const UnitEntity& other = entities_[i];
      if (is_under(other.family, e.family) && other.name.size() > e.name.size()) {
        e.name = other.name;
        e.named_set = true;
      }
    }
  }
}

// Organisations whose members live all over the unit: what is said of the unit is said of them.
bool ArticleUnits::speaks_for_members(std::string_view family) {
  for (const std::string_view wide : {"hoi", "doan", "cong_doan", "mat_tran"}) {
    if (is_under(family, wide)) return true;
  }
  return false;
}

}  // namespace solieu
