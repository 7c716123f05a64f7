// The organisations and administrative units of an article: which mentions are one unit, its
// fullest name, where it lies on the article's day.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "link/analysis.h"
#include "mention/units.h"
#include "solieu/record.h"

namespace solieu {

// What a mention does in its clause.
enum class UnitRole : uint8_t {
  kObject,   // anything else
  kSubject,  // "Hội đã trao ...", "..., xã Đắk Ru đạt ..."
  kTopic,    // "Tại huyện Phú Lương có ..."
  kGiver,    // "được Hội tặng"
  kPartOf,   // of the subject: "doanh thu của công ty đạt ..."
  kOffice,   // "Chủ tịch Hội", with the person's name in the subject
  kSource,   // "Theo Sở Y tế"
  kAwarder,  // "bằng khen của Hội cho ...", "Được Hội hỗ trợ ..."
};

struct UnitEntity {
  std::string_view name;  // fullest; in the clean text or the record's arena
  std::string_view family;
  LevelSet levels = 0;
  bool administrative = false;
  bool set = false;
  bool country = false;
  bool region = false;       // of several provinces
  bool named_set = false;    // a set with a fuller name than its own
  int32_t unit = -1;         // gazetteer row of the place that it is, or is named by; -1: not known
  int32_t province = -1;     // gazetteer row
  bool fallen_back = false;  // the place is the article's home, not the entity's own words
  bool typed = false;        // named with its type word somewhere
  int32_t governed = -1;     // the entity of the place that it governs or reports on
  int32_t principal = -1;    // the entity whose doings its figures are, when it is not itself
  uint32_t mentions = 0;
  uint32_t subjects = 0;  // of them, as subject
  uint32_t told = 0;   // of them, as who tells: "Theo Sở Y tế", "Chủ tịch Hội cho biết"
  bool opens = false;  // an organisation, subject of the first sentence
  bool in_title = false;
  bool in_lead = false;
  int32_t weight = 0;  // as the article's protagonist
};

struct ArticleUnit {
  UnitMention mention;
  uint32_t sentence = 0;
  UnitRole role = UnitRole::kObject;
  int32_t entity = -1;  // -1: nobody knows what it stands for
};

class ArticleUnits {
 public:
  // Finds and ties up all units of an article. `record` has its metadata; new names go to its
  // arena.
  ArticleUnits(const Analysis& analysis, ArticleRecord& record);

  Day day() const { return day_; }
  // The province that the article is about, a gazetteer row; -1: none or several.
  int32_t home() const { return home_; }
  // Whether all that it tells happens there, for all that it says.
  bool at_home() const { return at_home_; }
  // The entity whose doings the article reports, or -1.
  int32_t protagonist() const { return protagonist_; }
  // The entity that figures belong to when nothing nearer says otherwise, or -1: the protagonist,
  // for bodies that govern a place that place.
  int32_t reported() const { return reported_; }
  // The last mention of an entity, or of one that it is the principal of, before a byte; -1: none.
  int32_t last_mention(int32_t entity, uint32_t before) const;
  const std::vector<ArticleUnit>& mentions() const {
    return mentions_;
  }  // in the order of the text
  const std::vector<UnitEntity>& entities() const { return entities_; }
  const UnitEntity& entity(int32_t index) const { return entities_[static_cast<size_t>(index)]; }
  // Mentions [begin, end) of a sentence.
  Span of_sentence(size_t sentence) const {
    return {first_of_sentence_[sentence], first_of_sentence_[sentence + 1]};
  }
  // The roles that the items of a sentence have, all together.
  uint64_t roles_of_sentence(size_t sentence) const { return roles_of_sentence_[sentence]; }
  // Whether organisations of that family do what articles count.
  static bool acts(std::string_view family);
  std::string_view iso(int32_t province) const {
    return province < 0 ? std::string_view() : gazetteer_.unit(static_cast<uint32_t>(province)).iso;
  }

 private:
  struct Resolved {
    int32_t unit = -1;
    int32_t province = -1;
  };
  void find(const Analysis& a);
  void find(const Analysis& a, std::vector<UnitAlias>& aliases);
  void find_home(const Analysis& a, const ArticleRecord& record);
  void tie(const Analysis& a, ArticleRecord& record);
  void name_entities(const Analysis& a, ArticleRecord& record);
  void choose_protagonist(const Analysis& a, ArticleRecord& record);
  static int32_t weight_of(const Analysis& a, const ArticleUnit& m);
  static bool speaks_for_members(std::string_view family);
  static bool governs(std::string_view family);
  static bool rules_place(std::string_view family);
  void find_governed(ArticleRecord& record);
  int32_t country();
  void name_sets();
  // A unit that bears a name, as of the article's day.
  struct Bearer {
    uint32_t unit = 0;
    UnitLevel level = UnitLevel::kOther;
    InForce force = InForce::kUnknown;
    int32_t province = -1;
    int32_t parent = -1;
  };
  // Holds until the next name is asked for.
  std::span<const Bearer> bearers(int32_t place_name);
  Resolved resolve(size_t mention);
  // Whether one district bears a name on the day, and nothing else outside of its province.
  bool is_only_one(int32_t place_name);
  // A mention of that name with its type word, or null.
  const UnitMention* typed_mention(int32_t place_name) const;
  struct Beside {
    int32_t names[2] = {-1, -1};  // for Gazetteer::named
    uint32_t count = 0;
  };
  Beside beside(size_t mention) const;
  bool names(const Beside& beside, uint32_t unit) const;
  bool same_province(int32_t a, int32_t b) const;
  struct Around {
    Beside beside;
    const UnitMention* typed = nullptr;  // the mention or one of that name, with its type word
    int32_t before = -1;                 // the province named before it
  };
  int32_t province_before(size_t mention) const;
  int fit(const UnitMention& m, const Around& around, const Bearer& bearer) const;
  // Which mentions name one unit when no place says so.
  struct Key {
    std::string_view family;  // of organisations; what they are called when it is not known
    std::string_view name;    // in match form; of organisations what stands behind the family
    bool operator==(const Key&) const = default;
  };
  static bool same_organisation(Key a, Key b);
  Key key_of(const UnitMention& m, ArticleRecord& record);
  // The match form of a stretch of the text or the record's arena, made once.
  std::string_view folded(std::string_view text);
  int32_t entity_for(size_t mention, ArticleRecord& record);
  int32_t place_entity(LevelSet levels, int32_t unit, ArticleRecord& record);
  static bool token_name(const UnitMention& m);

  const Gazetteer& gazetteer_;
  const std::string_view text_;  // the clean text
  Day day_ = kNoDay;
  int32_t home_ = -1;
  bool at_home_ = false;
  int32_t protagonist_ = -1;
  int32_t reported_ = -1;
  std::vector<ArticleUnit> mentions_;
  std::vector<uint32_t> first_of_sentence_;
  std::vector<uint64_t> roles_of_sentence_;
  std::vector<UnitEntity> entities_;
  // Names of places that stand with their type word, and the mention where; sorted.
  std::vector<std::pair<int32_t, uint32_t>> typed_places_;
  std::vector<uint32_t>
      districts_;          // that may be named with their type word, gazetteer rows; sorted
  std::vector<Key> keys_;  // by entity
  std::unordered_map<std::string_view, std::string> folded_;
  std::vector<Bearer> bearers_;  // name after name
  std::unordered_map<int32_t, Span> bearers_of_;
};

}  // namespace solieu
