// Mentions of organisations and administrative units, as they stand; what they refer to is found by
// the link stage.
#pragma once

#include <string_view>
#include <vector>

#include "grammar/rule_set.h"
#include "mention/items.h"

namespace solieu {

struct UnitMention {
  enum class Form : uint8_t {
    kNamed,  // has a name of its own: "huyện Kim Sơn", "Sở Y tế", "Hội LHPN tỉnh Thái Bình"
    kLevel,    // family and level, the place is the article's: "Hội LHPN tỉnh", "UBND xã"
    kBare,     // stands for one named elsewhere: "Hội", "tỉnh", "toàn huyện", "công ty"
    kSet,      // several: "các cấp Hội", "Hội LHPN các tỉnh"
    kCountry,  // Việt Nam, cả nước
    kRegion,   // vùng đồng bằng sông Cửu Long, các tỉnh Tây Nguyên
  };
  Form form = Form::kNamed;
  bool administrative = false;
  bool typed = false;  // a type word stands before the place's name
  bool quoted = false;  // part of a title in quotation marks: “Phụ nữ Lục Ngạn thi đua ...”
  bool short_form = false;  // an abbreviation or part of a name that the article writes in full
  LevelSet levels = 0;      // what the words say of the unit's level; 0: nothing
  Span span;                // bytes of the clean text
  Span tokens;              // of the sentence
  Span named;               // bytes: without an organ before it ("Ban Thường vụ | Hội ...")
  Span base;                // bytes of an organisation's name before its place: "Sở Y tế"
  Span description;         // the part of base behind its family's word: "Y tế"; empty: none
  Span place;               // bytes of the place in it: "tỉnh Thái Bình"; empty: none
  Span core;   // bytes: of a set without where it is ("các cấp Hội | trong tỉnh")
  Span alias;  // bytes of an abbreviation that is defined behind it; empty: none
  std::string_view family;    // of organisations; empty: none or not known
  int32_t place_name = -1;    // Gazetteer::named of the place it is named by, or -1
  LevelSet place_levels = 0;  // of that place
};

// What else the article calls a body: "Trung tâm Khuyến nông quốc gia (TTKNQG)", and the own name
// of "Công ty CP Thủy sản Ánh Biển".
struct UnitAlias {
  std::string_view short_form;
  UnitMention unit;
};

// Appends the units of an itemised sentence in the order of the text, none inside another, and
// other names defined in it to `aliases`; those known already are found again. `day`: the
// article's; of units that bear one name, those in force then are preferred. Gives the roles that
// the items have, all together. Linear.
uint64_t find_units(const RuleSet& rules, Day day, std::string_view text,
                    const SentenceItems& sentence, std::vector<UnitAlias>& aliases,
                    std::vector<UnitMention>& out);

}  // namespace solieu
