// How units.cpp reads the organisations and places of a sentence; no other file needs it.
#pragma once

#include "mention/units.h"

namespace solieu {

class UnitParser {
 public:
  UnitParser(const RuleSet& rules, Day day, std::string_view text, const SentenceItems& sentence,
             std::vector<UnitAlias>& aliases, std::vector<UnitMention>& out)
      : rules_(rules),
        day_(day),
        text_(text),
        s_(sentence),
        aliases_(aliases),
        out_(out),
        shouted_(is_shouted()),
        quotes_(holds("\"") || holds("“")),
        teams_(holds("FC")) {}

  // As find_units.
  uint64_t run();

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
  // The lexicon's entry at a token. "xã Viên Bình" is no "xã viên": what begins with a small letter
  // does not go on with a capital where it can be a type word.
  LexiconMatch match(size_t i) const {
    const LexiconMatch found = s_.matches[i];
    if (found.tokens < 2 || token(i).capital || !token(i + 1).capital) return found;
    const LexiconMatch first = rules_.lexicon().match(s_.syllables, i, 1);
    if (first.entry < 0 || !word_of(first).is(UnitWord::kType)) return found;
    // "huyện Đoàn", but "xã Đoàn Kết"
    const bool body = word_of(found).is(UnitWord::kHead | UnitWord::kAlone | UnitWord::kType);
    return body && place_at(i + 1, kAnyLevel).end <= i + found.tokens ? found : first;
  }
  const UnitWord& word_of(LexiconMatch found) const { return rules_.unit_word(found.entry); }
  const UnitWord& unit_word(size_t i) const { return i < size() ? word_at(i) : kNoWord; }
  const UnitWord& word_at(size_t i) const;
  bool heads_field(size_t i, const UnitWord& head) const {
    const size_t next = i + s_.matches[i].tokens;
    return head.is(UnitWord::kField) && is_capital(next) && s_.matches[next].entry >= 0 &&
           !token(next).all_capitals && word_of(s_.matches[next]).is(UnitWord::kContinues);
  }
  uint32_t length(size_t i) const {
    const LexiconMatch here = match(i);
    if (here.entry < 0) return here.tokens;
    const uint32_t shorter = word_of(here).tokens;
    return shorter != 0 ? shorter : here.tokens;
  }
  // The item that ends before a token: "yêu cầu", where the token before it alone is "cầu".
  const UnitWord& word_before(size_t i) const {
    if (i == 0) return kNoWord;
    const Item& item = item_at(i - 1);
    return item.tokens.end == i ? rules_.unit_word(item) : kNoWord;
  }
  // The item that a token near the one that is looked at belongs to.
  const Item& item_at(size_t i) const {
    const Item* item = &s_.items[item_];
    while (item->tokens.begin > i) --item;
    while (item->tokens.end <= i) ++item;
    return *item;
  }
  // The names of places that begin at a token.
  const Gazetteer::Matches& places_at(size_t i) const {
    if (places_of_ != i) places_ = rules_.gazetteer().match(text_, s_.tokens, places_of_ = i);
    return places_;
  }

  bool is_shouted() const;
  // Whether the sentence has that in it.
  bool holds(std::string_view what) const {
    if (size() == 0) return false;
    const Span all{token(0).span.begin, s_.tokens.back().span.end};
    return all.of(text_).find(what) != std::string_view::npos;
  }
  size_t parse(size_t at);
  Place place_at(size_t at, LevelSet levels) const;
  uint32_t name_by_shape(size_t at) const;
  bool person_begins(size_t at) const;
  bool leads_to_name(size_t at) const;
  bool word_in_small(size_t at) const;
  uint32_t small_syllables(size_t at) const;
  bool counted_before(size_t at) const;
  bool ends_entry(size_t at) const;
  bool inside_name(size_t at) const;
  bool is_town(size_t at) const;
  bool names_other(size_t at) const;
  bool in_title(size_t at, uint32_t end) const;
  uint32_t with_number(size_t at) const;
  uint32_t parse_admin(size_t at, UnitMention& m) const;
  uint32_t parse_inner(size_t at, size_t next, UnitMention& m, int depth) const;
  uint32_t parse_organisation(size_t at, UnitMention& m, int depth = 0) const;
  bool joins(std::string_view family, size_t second) const;
  uint32_t parse_subject_matter(size_t at) const;
  uint32_t parse_tail(size_t at, UnitMention& m) const;
  uint32_t parse_set(size_t at, UnitMention& m) const;
  uint32_t set_place(size_t at, UnitMention& m) const;
  uint32_t parse_place_name(size_t at, UnitMention& m) const;
  uint32_t parse_list(size_t at);
  uint32_t parse_more(size_t at, const UnitMention& first);
  bool is_wider(const Place& place, LevelSet levels) const;
  uint32_t parse_brand(size_t at, UnitMention& m) const;
  uint32_t parse_team(size_t at, UnitMention& m) const;
  uint32_t parse_alias(size_t at, UnitMention& m) const;
  void define_alias(uint32_t end, UnitMention& m);
  bool shortens_part(std::string_view form, const UnitMention& m) const;
  void define_name(const UnitMention& m);
  void add_name(size_t first, size_t last, const UnitMention& m);
  void add_alias(std::string_view form, const UnitMention& m);
  void emit(size_t at, uint32_t end, const UnitMention& read);

  static constexpr UnitWord kNoWord{};

  const RuleSet& rules_;
  const Day day_;
  const std::string_view text_;
  const SentenceItems& s_;
  std::vector<UnitAlias>& aliases_;
  std::vector<UnitMention>& out_;
  size_t item_ = 0;                      // the one that is looked at
  mutable size_t places_of_ = SIZE_MAX;  // the token that `places_` begin at
  mutable Gazetteer::Matches places_;
  // A headline in capitals: they say nothing there, names end with the words that are known.
  const bool shouted_;
  const bool quotes_;
  const bool teams_;
};

}  // namespace solieu
