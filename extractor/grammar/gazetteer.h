// Administrative units of Viet Nam with the days on which they were in force. Source of the tables:
// rules/gazetteer/README.md.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/tsv.h"
#include "segment/tokens.h"
#include "solieu/status.h"

namespace solieu {

// A day as yyyymmdd; 0: unknown.
using Day = uint32_t;
constexpr Day kNoDay = 0;
// The day of "2023-12-28T15:43:35+07:00" or "2023-12-28"; kNoDay when it is none.
Day day_of(std::string_view iso);

// From wide to narrow; kOther: neither of the three, or not known.
enum class UnitLevel : uint8_t { kCentral, kProvince, kDistrict, kCommune, kOther };
std::string_view name_of(UnitLevel level);

using LevelSet = uint8_t;
constexpr LevelSet bit(UnitLevel level) {
  return static_cast<LevelSet>(1u << static_cast<unsigned>(level));
}
constexpr LevelSet kAnyLevel = 0xFF;

// One row of units.tsv. Views point into the gazetteer.
struct AdminUnit {
  std::string_view code;
  std::string_view type;    // "tỉnh"; "" for none
  std::string_view name;    // bare: "Kim Sơn"
  std::string_view parent;  // code of the unit above
  std::string_view iso;     // provinces: ISO 3166-2
  UnitLevel level = UnitLevel::kOther;
  Day from = kNoDay;  // the first day in force
  Day to = kNoDay;    // the first day no longer; kNoDay: still in force
};

// How good a spelling is as a name of its unit.
enum class NameUse : uint8_t {
  kFull,      // the name, or as good
  kBare,      // only after a type word or alone in its field
  kInformal,  // also other things: weak
  kOld,       // the name before the unit's own
};

struct NamedUnit {
  uint32_t unit = 0;  // index of Gazetteer::unit
  NameUse use = NameUse::kFull;
};

// Whether a unit was in force on a day.
enum class InForce : uint8_t {
  kYes,
  kUnknown,  // the day is not known, or lies before the table's first one of that level
  kNo,
};

// Immutable after load, safe to share between threads.
class Gazetteer {
 public:
  Gazetteer();
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;
  ~Gazetteer();

  // Reads units.tsv, provinces.tsv and spellings.tsv of `folder`. Errors name file and line.
  static Result<Gazetteer> load(const std::filesystem::path& folder);
  // The bytes of these files, in that order.
  const std::deque<std::string>& texts() const;

  // A name that begins at a token: how long it is and which one.
  struct Match {
    uint32_t tokens = 0;
    int32_t name = -1;  // for `named`
  };
  static constexpr size_t kLongestName = 8;  // syllables
  // All names that begin at token `at`, from short to long, over case, tone style, hyphens and
  // apostrophes. No allocation.
  struct Matches {
    Match match[kLongestName];
    uint32_t count = 0;
  };
  Matches match(std::string_view text, const std::vector<Token>& tokens, size_t at) const;
  // Whether some name begins with a word written like that.
  bool may_begin(std::string_view token) const;

  // The units that bear a name, of all times.
  std::span<const NamedUnit> named(int32_t name) const;
  const AdminUnit& unit(uint32_t index) const { return units_[index]; }
  size_t size() const { return units_.size(); }

  InForce in_force(uint32_t unit, Day day) const;
  // The province that a unit lay in on a day (the unit itself when it is one), or -1. Of days
  // before the table begins the province is that of the table's first day.
  int32_t province_of(uint32_t unit, Day day) const;
  // The unit above, or -1.
  int32_t parent_of(uint32_t unit, Day day) const;

  // Everything of that name on a day, by level from wide to narrow; for people to ask. `name` may
  // carry its type word ("huyện Kim Sơn"). kNoDay: of all times.
  std::vector<NamedUnit> lookup(std::string_view name, Day day) const;

  // Provinces whose name without marks and spaces ("daknong") stands in a host name; -1: none.
  int32_t province_of_site(std::string_view host, Day day) const;

 private:
  struct Tables;
  Result<TsvReader> open(const std::filesystem::path& path);
  Status read_units(const std::filesystem::path& folder);
  Status read_provinces(const std::filesystem::path& folder);
  Status read_spellings(const std::filesystem::path& folder);
  void add_name(std::string_view name, uint32_t unit, NameUse use);
  int32_t unit_with_code(std::string_view code, Day day) const;

  std::vector<AdminUnit> units_;
  std::unique_ptr<Tables> tables_;
};

}  // namespace solieu
