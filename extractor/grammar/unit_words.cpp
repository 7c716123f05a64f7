#include "grammar/unit_words.h"

#include <utility>

namespace solieu {

std::vector<UnitWord> unit_words(const Lexicon& lexicon, const ConceptTable& concepts) {
  constexpr std::pair<std::string_view, uint32_t> kRoles[] = {
      {"unit_type", UnitWord::kType},        {"level_hamlet", UnitWord::kHamlet},
      {"org_head", UnitWord::kHead},         {"org_alone", UnitWord::kAlone},
      {"org_cap", UnitWord::kCapital},       {"org_organ", UnitWord::kOrgan},
      {"org_word", UnitWord::kContinues},    {"org_field", UnitWord::kField},
      {"org_bare", UnitWord::kBare},         {"unit_set", UnitWord::kSet},
      {"unit_tier", UnitWord::kTier},        {"unit_whole", UnitWord::kWhole},
      {"unit_plural", UnitWord::kPlural},    {"unit_each", UnitWord::kEach},
      {"country", UnitWord::kCountry},       {"surname", UnitWord::kSurname},
      {"person_word", UnitWord::kPerson},    {"office", UnitWord::kOffice},
      {"not_subject", UnitWord::kNotSubject},        {"place_of", UnitWord::kPlaceOf},
      {"according_to", UnitWord::kAccordingTo}, {"passive", UnitWord::kPassive},
      {"ownerless", UnitWord::kOwnerless},   {"national", UnitWord::kNational},
      {"unit_and", UnitWord::kAnd},          {"time_head", UnitWord::kTimeHead},
      {"org_verb", UnitWord::kVerb},         {"names_thing", UnitWord::kNamesThing},
      {"owner_of", UnitWord::kOwnerOf},      {"person_story", UnitWord::kStory},
      {"clause_opener", UnitWord::kOpener},
  };
  constexpr std::pair<std::string_view, UnitLevel> kLevels[] = {
      {"level_central", UnitLevel::kCentral},
      {"level_province", UnitLevel::kProvince},
      {"level_district", UnitLevel::kDistrict},
      {"level_commune", UnitLevel::kCommune},
  };
  // By concept: each entry is then one walk over its few concepts.
  std::vector<uint32_t> roles(concepts.size());
  std::vector<LevelSet> levels(concepts.size());
  for (const auto& [name, role] : kRoles) {
    if (const int id = concepts.find(name); id >= 0) roles[static_cast<size_t>(id)] = role;
  }
  for (const auto& [name, level] : kLevels) {
    if (const int id = concepts.find(name); id >= 0) levels[static_cast<size_t>(id)] = bit(level);
  }
  std::vector<UnitWord> words(lexicon.size());
  for (size_t i = 0; i < words.size(); ++i) {
    const LexiconEntry& entry = lexicon.entry(static_cast<int32_t>(i));
    UnitWord& word = words[i];
    for (const ConceptId id : entry.concepts) {
      word.roles |= roles[id];
      word.levels = static_cast<LevelSet>(word.levels | levels[id]);
    }
    if (!word.is(UnitWord::kHead | UnitWord::kAlone)) continue;
    for (const LexiconRow& row : entry.rows) {
      const bool heads = (roles[row.concept_id] & (UnitWord::kHead | UnitWord::kAlone)) != 0;
      if (heads && !row.unit.empty()) word.family = row.unit;
    }
  }
  return words;
}

}  // namespace solieu
