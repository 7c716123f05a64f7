// Lexicons: surfaces and the concepts they carry, found by leftmost-longest match over syllables.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/tsv.h"
#include "grammar/concepts.h"
#include "segment/tokens.h"
#include "solieu/decimal.h"

namespace solieu {

// What one row of a lexicon file says of a surface.
struct LexiconRow {
  ConceptId concept_id = 0;
  std::optional<Decimal> value;
  std::string unit;
};

// A surface with everything all files say of it.
struct LexiconEntry {
  std::string surface;  // match form, syllables separated by single spaces
  ConceptSet concepts;
  std::vector<LexiconRow> rows;
  bool mark = false;                // a punctuation mark or symbol
  bool exact = false;               // case and tone style count
  uint64_t concepts_modulo_64 = 0;  // bits: most questions for a row are answered by them
  // Not taken right after any number ("5 năm | nay"), or after one with a scale word or thousands
  // separators ("80 tỷ | đồng bằng 47 %", but "6 hộ đồng lòng").
  enum class Yields : uint8_t { kNever, kToAmount, kToNumber };
  Yields yields = Yields::kNever;

  // The first row with that concept, or null.
  const LexiconRow* row(ConceptId concept_id) const;
};

// A token by its place in the lexicon's table of spellings; at the places of unknown ones nothing
// stands.
using SyllableNumber = uint32_t;

struct LexiconMatch {
  int32_t entry = -1;   // -1: nothing found
  uint32_t tokens = 0;  // its length
};

// Filled while rules are loaded (add, then build); const and thread-safe afterwards.
class Lexicon {
 public:
  Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  // Adds a row; the entry with that surface is made when it is new. `exact` keeps case and tone
  // style as written ("MW", "ha"). Returns the entry's index. `surface` is NFC.
  int32_t add(std::string_view surface, LexiconRow row, bool exact);
  // Adds all rows of a table with the columns surface, concept (several separated by spaces),
  // and optionally value, unit, case, unless_after.
  Status add_table(TsvReader& table, ConceptTable& concepts);
  // The index of the entry with exactly this surface in match form, or -1.
  int32_t find(std::string_view folded_surface) const;

  // Compiles the tables that the following use. Call again after a later add.
  void build();

  // Replaces `out` by the numbers of a text's tokens.
  void look_up(std::string_view text, const std::vector<Token>& tokens,
               std::vector<SyllableNumber>& out) const;
  // Whether both are spellings of one syllable, whatever their case.
  bool same_syllable(SyllableNumber a, SyllableNumber b) const;
  // The longest entry that begins at `syllables[at]`; at most `at_most` tokens long.
  LexiconMatch match(const std::vector<SyllableNumber>& syllables, size_t at,
                     uint32_t at_most = 64) const;
  // Replaces `out` by the longest entries that begin at each.
  void match_each(const std::vector<SyllableNumber>& syllables,
                  std::vector<LexiconMatch>& out) const;

  const LexiconEntry& entry(int32_t index) const { return entries_[static_cast<size_t>(index)]; }
  LexiconEntry& mutable_entry(int32_t index) { return entries_[static_cast<size_t>(index)]; }
  size_t size() const { return entries_.size(); }

 private:
  struct Tables;
  int32_t entry_for(std::string_view surface, bool exact);

  std::vector<LexiconEntry> entries_;
  std::unique_ptr<Tables> tables_;
};

}  // namespace solieu
