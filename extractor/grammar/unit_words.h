// What a lexicon entry can do in the name of an organisation or administrative unit
// (rules/lexicon/organisations.tsv).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/gazetteer.h"
#include "grammar/lexicon.h"

namespace solieu {

struct UnitWord {
  enum Role : uint64_t {
    kType = 1 << 0,       // huyện (Kim Sơn)
    kHamlet = 1 << 1,     // thôn, ấp: a type word below the gazetteer
    kHead = 1 << 2,       // Công ty ...: a name must follow
    kAlone = 1 << 3,      // UBND
    kCapital = 1 << 4,    // only with a capital letter
    kOrgan = 1 << 5,      // Ban Thường vụ (Tỉnh ủy)
    kContinues = 1 << 6,  // goes on with a name in small letters
    kField = 1 << 7,      // Sở, Bộ: the name is a field and may have commas
    kBare = 1 << 8,       // Hội: named in full elsewhere
    kSet = 1 << 9,        // các cấp
    kTier = 1 << 10,      // cấp tỉnh
    kWhole = 1 << 11,     // toàn
    kPlural = 1 << 12,    // các
    kEach = 1 << 13,      // mỗi
    kCountry = 1 << 14,
    kSurname = 1 << 15,
    kPerson = 1 << 16,         // ông, bà
    kOffice = 1 << 17,         // Chủ tịch
    kNotSubject = 1 << 18,     // what follows is none: cho, với
    kPlaceOf = 1 << 19,        // tại, ở, trên địa bàn
    kAccordingTo = 1 << 20,    // theo
    kPassive = 1 << 21,        // được (Hội tặng)
    kOwnerless = 1 << 22,      // giá, nhiệt độ: no organisation's figure
    kNational = 1 << 23,       // luật, cả nước
    kAnd = 1 << 24,            // và
    kTimeHead = 1 << 25,       // năm, tháng: begins a phrase of time
    kVerb = 1 << 26,           // a continuing word that is more often a verb
    kOwnerOf = 1 << 28,        // của, thuộc
    kStory = 1 << 29,          // chị (Lan): a person whose figures are no organisation's
    kOpener = 1 << 30,         // may stand before the subject of a clause: hiện nay, riêng
    kReport = 1ull << 31,      // báo cáo (của Sở): the source of figures, not their owner
    kRegion = 1ull << 32,      // Tây Nguyên
    kAward = 1ull << 33,       // bằng khen (của Hội): whose it is, is whose the figures are
    kFounding = 1ull << 34,    // tái lập (tỉnh): whose anniversary
    kRegionHead = 1ull << 35,  // vùng (Tây Nguyên)
    kStatistic = 1ull << 36,  // tỷ lệ, sản lượng: a figure of the place that its body governs
    kStoryLead = 1ull << 37,  // gia đình (anh Páo)
    kNumbered = 1ull << 38,   // khu 7, tổ 5: a quarter where a number follows
    kBrand = 1ull << 39,      // hãng (Lotus Mobile): the name behind it is an organisation's
    kNamesThing = 1 << 27,    // đường, sông: a place's name behind it names something else
  };
  uint64_t roles = 0;
  LevelSet levels = 0;
  // Of an entry that is a word only by its beginning ("hợp tác xã | nông nghiệp"): how many
  // syllables that has; else 0.
  uint8_t tokens = 0;
  std::string_view family;  // points into the lexicon

  bool is(uint64_t role) const { return (roles & role) != 0; }
  friend auto operator<=>(const UnitWord&, const UnitWord&) = default;
};

// By entry index; entries that are no such words have no roles.
std::vector<UnitWord> unit_words(const Lexicon& lexicon, const ConceptTable& concepts);

}  // namespace solieu
