#include "grammar/unit_words.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace solieu {

std::vector<UnitWord> unit_words(const Lexicon& lexicon, const ConceptTable& concepts) {
  constexpr std::pair<std::string_view, uint64_t> kRoles[] = {
      {"unit_type", UnitWord::kType},
      {"level_hamlet", UnitWord::kHamlet},
      {"org_head", UnitWord::kHead},
      {"org_alone", UnitWord::kAlone},
      {"org_cap", UnitWord::kCapital},
      {"org_organ", UnitWord::kOrgan},
      {"org_word", UnitWord::kContinues},
      {"org_field", UnitWord::kField},
      {"org_bare", UnitWord::kBare},
      {"unit_set", UnitWord::kSet},
      {"unit_tier", UnitWord::kTier},
      {"unit_whole", UnitWord::kWhole},
      {"unit_plural", UnitWord::kPlural},
      {"unit_each", UnitWord::kEach},
      {"country", UnitWord::kCountry},
      {"surname", UnitWord::kSurname},
      {"person_word", UnitWord::kPerson},
      {"office", UnitWord::kOffice},
      {"not_subject", UnitWord::kNotSubject},
      {"place_of", UnitWord::kPlaceOf},
      {"according_to", UnitWord::kAccordingTo},
      {"passive", UnitWord::kPassive},
      {"ownerless", UnitWord::kOwnerless},
      {"national", UnitWord::kNational},
      {"unit_and", UnitWord::kAnd},
      {"time_head", UnitWord::kTimeHead},
      {"org_verb", UnitWord::kVerb},
      {"names_thing", UnitWord::kNamesThing},
      {"report_word", UnitWord::kReport},
      {"founding", UnitWord::kFounding},
      {"region_head", UnitWord::kRegionHead},
      {"statistic", UnitWord::kStatistic},
      {"story_lead", UnitWord::kStoryLead},
      {"region", UnitWord::kRegion},
      {"award_word", UnitWord::kAward},
      {"owner_of", UnitWord::kOwnerOf},
      {"person_story", UnitWord::kStory},
      {"clause_opener", UnitWord::kOpener},
      {"unit_numbered", UnitWord::kNumbered},
      {"brand_head", UnitWord::kBrand},
  };
  constexpr std::pair<std::string_view, UnitLevel> kLevels[] = {
      {"level_central", UnitLevel::kCentral},
      {"level_province", UnitLevel::kProvince},
      {"level_district", UnitLevel::kDistrict},
      {"level_commune", UnitLevel::kCommune},
  };
  // By concept: each entry is then one walk over its few concepts.
  std::vector<uint64_t> roles(concepts.size());
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
  // "hợp tác xã nông nghiệp" begins with "hợp tác xã", "các cấp hội" with "các cấp", "toàn tỉnh"
  // with "toàn".
  const int organisation = concepts.find("organisation");
  const int building = concepts.find("building");  // "bệnh viện đa khoa"
  constexpr uint64_t kBeginsName = UnitWord::kHead | UnitWord::kAlone;
  constexpr uint64_t kBeginsLevel =
      UnitWord::kWhole | UnitWord::kPlaceOf | UnitWord::kPlural | kBeginsName;
  std::unordered_map<std::string_view, const UnitWord*> known;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!words[i].is(UnitWord::kSet | UnitWord::kType | kBeginsLevel)) continue;
    const auto index = static_cast<int32_t>(i);
    const std::string_view surface = lexicon.entry(index).surface;
    if (lexicon.find(surface) == index) known.emplace(surface, &words[i]);
  }
  for (size_t i = 0; i < words.size(); ++i) {
    const LexiconEntry& entry = lexicon.entry(static_cast<int32_t>(i));
    if (words[i].is(UnitWord::kOrgan | UnitWord::kType | UnitWord::kSet | kBeginsName)) continue;
    const bool may_be_name = std::ranges::any_of(entry.concepts, [&](ConceptId id) {
      return static_cast<int>(id) == organisation || static_cast<int>(id) == building;
    });
    std::string_view prefix = entry.surface;
    const std::string_view last = prefix.substr(prefix.rfind(' ') + 1);
    const auto behind = known.find(last);
    const bool level_behind = behind != known.end() && behind->second->is(UnitWord::kType);
    const uint64_t begins =
        UnitWord::kSet | (may_be_name ? kBeginsName : 0) | (level_behind ? kBeginsLevel : 0);
    for (size_t space = prefix.rfind(' '); space != std::string_view::npos;
         space = prefix.rfind(' ')) {
      prefix = prefix.substr(0, space);
      const auto shorter = known.find(prefix);
      if (shorter == known.end() || !shorter->second->is(begins)) continue;
      const UnitWord& word = *shorter->second;
      if (word.tokens != 0) continue;
      words[i] = word;
      words[i].tokens = static_cast<uint8_t>(std::ranges::count(prefix, ' ') + 1);
      break;
    }
  }
  return words;
}

}  // namespace solieu
