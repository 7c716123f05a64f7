// How units.cpp reads the organisations and places of a sentence; no other file needs it.
#pragma once

#include "mention/units.h"

namespace solieu {

class UnitParser {
 public:
  UnitParser(const RuleSet& rules, Day day, std::string_view text, const SentenceItems& sentence,
             std::vector<UnitAlias>& aliases, std::vector<UnitMention>& out)
      : rules_(rules), day_(day), text_(text), s_(sentence), aliases_(aliases), out_(out) {}

  void run();

 private:
  struct Place {
    uint32_t end = 0;  // 0: none
    int32_t name = -1;
    LevelSet levels = 0;
  };

  size_t size() const { return s_.tokens.size(); }
  const Token& token(size_t i) const { return s_.tokens[i]; }
  std::string_view word(size_t i) const { return token(i).span.of(text_); }
  bool is_word(size_t i) const { return i < size() && token(i).kind == TokenKind::kWord; }
  bool is_capital(size_t i) const { return is_word(i) && token(i).capital; }
  // I, IV, XX: numbers in Roman digits, and wards named so.
  bool is_roman(size_t i) const {
    return token(i).all_capitals && word(i).find_first_not_of("IVX") == std::string_view::npos;
  }
  bool is_mark(size_t i, std::string_view mark) const {
    return i < size() && token(i).kind == TokenKind::kMark && word(i) == mark;
  }
  UnitWord unit_word(size_t i) const {
    const int32_t entry = i < size() ? s_.matches[i].entry : -1;
    if (entry < 0) return {};
    const UnitWord& found = rules_.unit_words()[static_cast<size_t>(entry)];
    // "hội" is a noun where "Hội" is a name.
    if (found.is(UnitWord::kCapital) && !token(i).capital) {
      return found.is(UnitWord::kContinues) ? UnitWord{UnitWord::kContinues, found.levels, 0, {}}
                                            : UnitWord{};
    }
    return found;
  }
  uint32_t length(size_t i) const {
    const int32_t entry = s_.matches[i].entry;
    if (entry < 0) return s_.matches[i].tokens;
    const uint32_t shorter = rules_.unit_words()[static_cast<size_t>(entry)].tokens;
    return shorter != 0 ? shorter : s_.matches[i].tokens;
  }

  Place place_at(size_t at, LevelSet levels) const;
  uint32_t name_by_shape(size_t at) const;
  bool person_begins(size_t at) const;
  bool leads_to_name(size_t at) const;
  bool word_in_small(size_t at) const;
  bool counted_before(size_t at) const;
  uint32_t parse_admin(size_t at, UnitMention& m) const;
  uint32_t parse_organisation(size_t at, UnitMention& m, int depth = 0) const;
  uint32_t parse_tail(size_t at, UnitMention& m) const;
  uint32_t parse_set(size_t at, UnitMention& m) const;
  uint32_t set_place(size_t at, UnitMention& m) const;
  uint32_t parse_place_name(size_t at, UnitMention& m) const;
  uint32_t parse_list(size_t at);
  uint32_t parse_alias(size_t at, UnitMention& m) const;
  void define_alias(uint32_t end, UnitMention& m);
  void emit(size_t at, uint32_t end, UnitMention m);

  const RuleSet& rules_;
  const Day day_;
  const std::string_view text_;
  const SentenceItems& s_;
  std::vector<UnitAlias>& aliases_;
  std::vector<UnitMention>& out_;
};

}  // namespace solieu
