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
  uint64_t concepts_modulo_64 = 0;  // bits: most questions for a row are answered by them
  // Not taken right after any number ("5 năm | nay"), or after one with a scale word or thousands
  // separators ("80 tỷ | đồng bằng 47 %", but "6 hộ đồng lòng").
  enum class Yields : uint8_t { kNever, kToAmount, kToNumber };
  Yields yields = Yields::kNever;

  // The first row with that concept, or null.
  const LexiconRow* row(ConceptId concept_id) const;
};

// The ids under which a token can be found: as it stands, and folded. 0: unknown to the lexicon.
struct SyllableIds {
  uint32_t exact = 0;
  uint32_t folded = 0;
  // Nodes of the trie that these lead to from its root; 0: no entry begins so.
  uint32_t exact_node = 0;
  uint32_t folded_node = 0;
};

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

  // Compiles the tables that `ids` and `match` use. Call again after a later add.
  void build();

  SyllableIds ids(std::string_view token) const;
  // The longest entry that begins at `ids[at]`; at most `shorter_than` tokens long.
  LexiconMatch match(const std::vector<SyllableIds>& ids, size_t at,
                     uint32_t shorter_than = 64) const;

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
