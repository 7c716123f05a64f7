// The names that rules speak in: every lexicon concept and the properties of numerals and tokens.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace solieu {

using ConceptId = uint16_t;
// A sorted list of concepts without duplicates.
using ConceptSet = std::vector<ConceptId>;

// Properties that the program itself finds on an item; as concepts they have fixed ids and names,
// so that rules use them like any lexicon concept. docs: rules/README.md, "Built-in concepts".
namespace builtin {
enum Id : ConceptId {
  kAny,        // whatever stands there
  kWord,       // a word, known or not
  kMark,       // a punctuation mark or symbol
  kCap,        // a word with a capital first letter
  kCaps,       // a word in capitals only
  kNumber,     // any numeral, in digits or words
  kDigits,     // a numeral written in digits (a scale word may follow)
  kWorded,     // a numeral written in words only
  kScaled,     // a numeral with a scale word from nghìn up: nghìn, triệu, tỷ ...
  kMillions,   // a numeral with triệu or more
  kBillions,   // a numeral with tỷ
  kInteger,    // a single number without a fraction
  kDecimal,    // a single number with a fraction
  kVague,      // hàng chục, vài trăm, mấy
  kRange,      // 5-7, 50 đến 100 triệu, 2, 3
  kPlain,      // digits only: no separator, no scale word
  kGrouped,    // digits with thousands separators
  kDay,        // plain, 1 to 31
  kMonth,      // plain, 1 to 12
  kYear,       // plain, 1900 to 2099
  kHour,       // plain, 0 to 24
  kMinute,     // plain, 0 to 59
  kPadded,     // begins with a zero that is no decimal: 01, 09
  kAgeLike,    // plain, 1 to 119
  kLong,       // plain, six digits or more
  kDotted,     // one or two digits, a point, one or two digits: a decimal, a date or a time
  kMalformed,  // separators that fit no number: 139.99.113.80
  kOne,        // the value is 1
  kSmall,      // a single integer of at most 20
  kTwoDigits,  // plain, exactly two digits
  kForeign,    // a capitalised word that no lexicon has and that is no Vietnamese syllable
  kDate,       // a day, a month and a year with points: 18.11.2023; no number
  kMonthYear,  // a month and a year with a point: 10.2023; a decimal too
  kCount,      // how many there are
};
}  // namespace builtin

using BuiltinSet = uint64_t;
constexpr BuiltinSet bit(builtin::Id id) { return BuiltinSet{1} << id; }

// Interns concept names. Grows while rules are loaded, is const afterwards.
class ConceptTable {
 public:
  ConceptTable();
  ConceptId intern(std::string_view name);
  // The id, or -1.
  int find(std::string_view name) const;
  const std::string& name(ConceptId id) const { return names_[id]; }
  size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, ConceptId, Hash, std::equal_to<>> ids_;
};

}  // namespace solieu
