// What the names of elements tell about an article's parts: the tables of rules/sites/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/tsv.h"
#include "solieu/status.h"

namespace solieu {

// The values are bits of a PartSet.
enum class Part : uint16_t {
  kBody = 1 << 0,
  kTitle = 1 << 1,
  kLead = 1 << 2,
  kByline = 1 << 3,
  kDate = 1 << 4,
  kCaption = 1 << 5,
  kDrop = 1 << 6,       // no part of the article
  kMaybeDrop = 1 << 7,  // the same, by a word of its name only
  kMaybeTitle = 1 << 8,
  kHeading = 1 << 9,
};
using PartSet = uint16_t;
constexpr PartSet bit(Part part) { return static_cast<PartSet>(part); }
constexpr bool has(PartSet set, Part part) { return (set & bit(part)) != 0; }
constexpr PartSet operator|(Part a, Part b) { return static_cast<PartSet>(bit(a) | bit(b)); }

// Immutable after load, safe to share between threads.
class SiteHints {
 public:
  // Adds a table with the columns system, part, selector (see rules/sites/README.md) or word, part.
  // Errors name file and line.
  Status add(TsvReader& table);

  // What an element is, by its name and its attributes as they stand in the page.
  PartSet parts_of(std::string_view element, std::string_view attributes) const;

 private:
  struct Condition {
    std::string attribute;  // "class", "id", or another; in small letters
    std::string value;      // in small letters, without stars
    bool open_left = false;
    bool open_right = false;

    bool holds(std::string_view text) const;
  };
  struct Selector {
    std::string element;  // empty: any
    std::vector<Condition> conditions;
    PartSet parts = 0;
  };
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  template <class T>
  using Table = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  static Result<Selector> parse(std::string_view text, const std::string& place);
  PartSet parts_of_words(std::string_view name) const;

  std::vector<Selector> selectors_;
  Table<std::vector<uint32_t>> by_name_;  // selectors by a class or id that they need
  std::vector<uint32_t> loose_;           // those that need none
  Table<PartSet> words_;
  std::vector<std::pair<std::string, PartSet>> inside_;  // words that may stand inside others
};

}  // namespace solieu
