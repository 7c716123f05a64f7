#include "link/units.h"

#include <algorithm>

#include "link/article_units.h"
#include "link/unit_roles.h"
#include "text/fold.h"

namespace solieu {
namespace {

using Form = UnitMention::Form;

constexpr size_t kLongLead = 6;

}  // namespace

ArticleUnits::ArticleUnits(const Analysis& a, ArticleRecord& record)
    : gazetteer_(a.rules.gazetteer()), text_(a.text()), day_(day_of(record.published)) {
  find(a);
  find_home(a, record);
  tie(a, record);
  choose_protagonist(a, record);
  name_sets();
}

void ArticleUnits::find(const Analysis& a) {
  std::vector<UnitAlias> aliases;
  find(a, aliases);
  // The title may call a body by the short name that the lead explains.
  const auto called_before = [&](const UnitAlias& alias) {
    return a.text().substr(0, alias.unit.span.begin).find(alias.short_form) !=
           std::string_view::npos;
  };
  if (std::ranges::any_of(aliases, called_before)) find(a, aliases);
  for (uint32_t i = 0; i < mentions_.size(); ++i) {
    if (mentions_[i].mention.typed) typed_places_.emplace_back(mentions_[i].mention.place_name, i);
  }
  std::ranges::sort(typed_places_);
  for (const auto& [name, mention] : typed_places_) {
    if (name < 0 || (mentions_[mention].mention.place_levels & bit(UnitLevel::kDistrict)) == 0)
      continue;
    for (const NamedUnit& n : gazetteer_.named(name)) {
      if (gazetteer_.unit(n.unit).level == UnitLevel::kDistrict) districts_.push_back(n.unit);
    }
  }
  std::ranges::sort(districts_);
}

void ArticleUnits::find(const Analysis& a, std::vector<UnitAlias>& aliases) {
  std::vector<UnitMention> found;
  mentions_.clear();
  first_of_sentence_.clear();
  roles_of_sentence_.clear();
  for (uint32_t s = 0; s < a.sentences.size(); ++s) {
    first_of_sentence_.push_back(static_cast<uint32_t>(mentions_.size()));
    found.clear();
    roles_of_sentence_.push_back(
        find_units(a.rules, day_, a.text(), a.sentences[s].items, aliases, found));
    const auto begin = mentions_.size();
    for (const UnitMention& m : found) mentions_.push_back({m, s, UnitRole::kObject, -1});
    set_unit_roles(a, a.sentences[s], {mentions_.data() + begin, mentions_.size() - begin});
  }
  first_of_sentence_.push_back(static_cast<uint32_t>(mentions_.size()));
}

std::string_view ArticleUnits::folded(std::string_view text) {
  const auto [known, is_new] = folded_.try_emplace(text);
  if (is_new) known->second = fold(text);
  return known->second;
}

ArticleUnits::Key ArticleUnits::key_of(const UnitMention& m, ArticleRecord& record) {
  Key key{m.family.empty() ? m.base.of(text_) : m.family, {}};
  if (m.description.empty()) return key;
  // "Công đoàn ngành (CĐN) Giáo dục" and "CĐN Giáo dục" are one.
  const std::string_view description = m.description.of(text_);
  const bool brackets = description.find(" (") != std::string_view::npos;
  key.name = folded(brackets ? record.arena->store(without_brackets(description)) : description);
  constexpr std::string_view kBranch = "ngành ";
  if (key.name.starts_with(kBranch)) key.name.remove_prefix(kBranch.size());
  return key;
}

// "liên doanh việt - nga vietsovpetro" and "vietsovpetro" of one family: a name may lose its
// beginning.
bool ArticleUnits::same_organisation(Key a, Key b) {
  if (a.family != b.family) return false;
  if (a.name == b.name) return true;
  if (a.name.size() > b.name.size()) std::swap(a, b);
  return !a.name.empty() && b.name.ends_with(a.name) &&
         b.name[b.name.size() - a.name.size() - 1] == ' ';
}

// The entity of an administrative unit itself, made when the article only names an organisation by
// it.
int32_t ArticleUnits::place_entity(LevelSet levels, int32_t unit, ArticleRecord& record) {
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

int32_t ArticleUnits::entity_for(size_t index, ArticleRecord& record) {
  const UnitMention& m = mentions_[index].mention;
  const std::string_view text = m.named.of(text_);
  const auto add = [&](UnitEntity e, Key key) {
    e.name = text;
    entities_.push_back(e);
    keys_.push_back(key);
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
    const Key key{{}, folded(text)};
    for (size_t i = first_searched(entities_); i < entities_.size(); ++i) {
      if (entities_[i].region && keys_[i] == key) return static_cast<int32_t>(i);
    }
    UnitEntity e;
    e.region = e.administrative = true;
    e.levels = m.levels;
    return add(e, key);
  }

  if (m.form == Form::kSet) {
    const Key key{{}, folded(text)};
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
    return unit < 0 ? -1 : place_entity(m.levels, unit, record);
  }

  if (m.administrative) {
    const Resolved place = resolve(index);
    if (!m.typed && place.unit >= 0 &&
        gazetteer_.unit(static_cast<uint32_t>(place.unit)).level != UnitLevel::kProvince) {
      // A district or commune without its type word must be known from elsewhere in the article.
      const bool known = typed_mention(m.place_name) != nullptr;
      const bool district =
          gazetteer_.unit(static_cast<uint32_t>(place.unit)).level == UnitLevel::kDistrict &&
          (place.province == home_ || is_only_one(m.place_name));
      if (!known && !district &&
          !(beside(index).count > 0 && place.province >= 0 &&
            names(beside(index), static_cast<uint32_t>(place.province))))
        return -1;
    }
    if (!m.typed && place.unit < 0 && place.province < 0 && m.place_name >= 0) return -1;
    // Of what the gazetteer knows no name is asked.
    const Key key{{}, place.unit >= 0 ? std::string_view() : folded(text)};
    for (size_t i = first_searched(entities_); i < entities_.size(); ++i) {
      const UnitEntity& e = entities_[i];
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
  const Resolved place = resolve(index);
  if (m.form == Form::kBare || (m.form == Form::kLevel && place.unit < 0 && m.levels == 0)) {
    // The weightiest one of that family: who the article is about is called by the short name.
    int32_t best = -1;
    for (size_t i = first_searched(entities_); i < entities_.size(); ++i) {
      const UnitEntity& e = entities_[i];
      if (e.administrative || e.set || !is_under(e.family, m.family)) continue;
      if (m.levels != 0 && e.levels != 0 && (m.levels & e.levels) == 0) continue;
      if (m.levels == bit(UnitLevel::kCentral) && e.levels == 0) continue;  // "Trung ương Hội"
      if (best < 0 || e.weight > entities_[static_cast<size_t>(best)].weight)
        best = static_cast<int32_t>(i);
    }
    if (best >= 0) return best;
    if (m.form == Form::kBare && m.levels == 0) return -1;
  }
  const Key key = key_of(m, record);
  for (size_t i = first_searched(entities_); i < entities_.size(); ++i) {
    UnitEntity& e = entities_[i];
    if (e.administrative || e.set || !same_organisation(keys_[i], key)) continue;
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
      m.entity = entity_for(i, record);
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
    if (e.name == row.name || fold(e.name) == fold(row.name))
      e.name = record.arena->store(std::string(row.type) + " " + std::string(e.name));
  }
}

int32_t ArticleUnits::country() {
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

}  // namespace solieu
