#include "mention/units.h"

#include <algorithm>

#include "text/fold.h"

namespace solieu {
namespace {

using Form = UnitMention::Form;

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

// The longest name of a unit of these levels, in force on the day if possible.
UnitParser::Place UnitParser::place_at(size_t at, LevelSet levels) const {
  if (at >= size() || (is_word(at) && !is_capital(at)) || token(at).kind == TokenKind::kMark)
    return {};
  const Gazetteer& gazetteer = rules_.gazetteer();
  const auto found = gazetteer.match(text_, s_.tokens, at);
  Place best;
  bool best_in_force = false;
  for (uint32_t i = found.count; i-- > 0;) {
    LevelSet here = 0;
    bool in_force = false;
    for (const NamedUnit& n : gazetteer.named(found.match[i].name)) {
      const LevelSet level = bit(gazetteer.unit(n.unit).level);
      if ((level & levels) == 0) continue;
      here = static_cast<LevelSet>(here | level);
      in_force = in_force || gazetteer.in_force(n.unit, day_) != InForce::kNo;
    }
    if (here == 0 || (best.end != 0 && (best_in_force || !in_force))) continue;
    best = {static_cast<uint32_t>(at + found.match[i].tokens), found.match[i].name, here};
    best_in_force = in_force;
  }
  return best;
}

// "phát triển | huyện Thanh Ba": a verb inside a name has the name's end behind it.
bool UnitParser::leads_to_name(size_t at) const {
  if (unit_word(at).is(UnitWord::kType)) return is_capital(at + length(at));
  return is_capital(at) && !person_begins(at) &&
         !unit_word(at).is(UnitWord::kHead | UnitWord::kAlone);
}

// A surname and given names behind it.
bool UnitParser::person_begins(size_t at) const {
  if (!is_capital(at) || !is_capital(at + 1) || token(at).all_capitals ||
      !unit_word(at).is(UnitWord::kSurname)) {
    return false;
  }
  const Place place = place_at(at, bit(UnitLevel::kProvince));  // Hà Nội, Hồ Chí Minh
  return place.end == 0 || is_capital(place.end);
}

// A word in small letters that can stand inside a name: "Vàng bạc Đá quý", "Cà phê".
bool UnitParser::word_in_small(size_t at) const {
  if (!is_word(at) || token(at).capital || unit_word(at).roles != 0) return false;
  const int32_t entry = s_.matches[at].entry;
  if (entry < 0) return true;
  const int function = rules_.concepts().find("function");
  return function < 0 || !std::ranges::binary_search(rules_.lexicon().entry(entry).concepts,
                                                     static_cast<ConceptId>(function));
}

// The end of a run of at most four capitalised words, or `at` when there is none.
uint32_t UnitParser::name_by_shape(size_t at) const {
  size_t end = at;
  while (end < size() && end < at + 4) {
    if (is_capital(end) && !(end > at && person_begins(end))) {
      ++end;
    } else if (end > at && token(end).kind == TokenKind::kMark && !token(end).space_before &&
               (word(end) == "'" || word(end) == "’" || word(end) == "-") && is_capital(end + 1)) {
      ++end;
    } else {
      break;
    }
  }
  return static_cast<uint32_t>(end);
}

// "7 xã", "các xã", "mỗi xã": no unit of its own.
bool UnitParser::counted_before(size_t at) const {
  if (at == 0) return false;
  if (token(at - 1).kind == TokenKind::kDigits) return true;
  const int32_t entry = s_.matches[at - 1].entry;
  if (entry < 0) return false;
  const auto role = rules_.number_words()[static_cast<size_t>(entry)].roles;
  return unit_word(at - 1).is(UnitWord::kPlural | UnitWord::kEach) ||
         (role &
          (NumberWord::kDigit | NumberWord::kScale | NumberWord::kTens | NumberWord::kTen)) != 0;
}

uint32_t UnitParser::parse_admin(size_t at, UnitMention& m) const {
  const UnitWord type = unit_word(at);
  if (!type.is(UnitWord::kType) || length(at) == 0) return 0;
  size_t next = at + length(at);
  if (token(next - 1).all_capitals && is_mark(next, ".")) ++next;  // "TP. Huế"
  if (unit_word(next).is(UnitWord::kRegion)) return 0;             // "các tỉnh Tây Nguyên"
  m.administrative = true;
  m.levels = type.is(UnitWord::kHamlet) ? bit(UnitLevel::kOther) : type.levels;
  if (!type.is(UnitWord::kHamlet)) {
    if (const Place place = place_at(next, type.levels); place.end != 0) {
      m.form = Form::kNamed;
      m.typed = true;
      m.place_name = place.name;
      m.place_levels = place.levels;
      return place.end;
    }
  }
  if (next < size() && token(next).kind == TokenKind::kDigits && token(next).span.size() <= 2 &&
      type.is(UnitWord::kHamlet)) {
    m.form = Form::kNamed;
    return static_cast<uint32_t>(next + 1);
  }
  const UnitWord following = unit_word(next);
  if (is_capital(next) &&
      !following.is(UnitWord::kHead | UnitWord::kAlone | UnitWord::kOrgan | UnitWord::kOffice)) {
    m.form = Form::kNamed;
    m.typed = true;
    return name_by_shape(next);
  }
  if (type.is(UnitWord::kHamlet) || counted_before(at)) return 0;
  m.form = Form::kBare;
  return static_cast<uint32_t>(at + length(at));
}

// Level and name behind an organisation's family: "tỉnh Thái Bình", "tỉnh", "Hà Nội", "các cấp".
uint32_t UnitParser::parse_tail(size_t at, UnitMention& m) const {
  const UnitWord next = unit_word(at);
  if (next.is(UnitWord::kType)) {
    UnitMention place;
    if (const uint32_t end = parse_admin(at, place); end != 0) {
      m.levels = m.levels == 0 ? place.levels : m.levels;
      m.place_name = place.place_name;
      m.place_levels = place.place_levels;
      m.typed = place.typed;
      m.form = place.form == Form::kNamed ? Form::kNamed
               : m.form == Form::kNamed   ? Form::kNamed
                                          : Form::kLevel;
      if (place.form == Form::kBare && m.form != Form::kNamed) m.form = Form::kLevel;
      return end;
    }
    return static_cast<uint32_t>(at);
  }
  if (next.is(UnitWord::kTier)) {
    m.levels = next.levels;
    m.form = Form::kSet;
    return static_cast<uint32_t>(at + length(at));
  }
  if (next.is(UnitWord::kSet) && !m.family.empty()) {
    m.form = Form::kSet;
    return static_cast<uint32_t>(at + length(at));
  }
  if (next.is(UnitWord::kPlural) && unit_word(at + 1).is(UnitWord::kType) && !m.family.empty()) {
    m.form = Form::kSet;
    m.levels = unit_word(at + 1).levels;
    size_t end = at + 1 + length(at + 1);
    // "các quận, huyện"
    while (is_mark(end, ",") && unit_word(end + 1).is(UnitWord::kType)) end += 1 + length(end + 1);
    if (unit_word(end).is(UnitWord::kRegion)) end += length(end);
    return static_cast<uint32_t>(end);
  }
  const LevelSet wide =
      bit(UnitLevel::kProvince) | bit(UnitLevel::kDistrict) |
      ((m.levels & bit(UnitLevel::kCommune)) != 0 ? bit(UnitLevel::kCommune) : LevelSet{0});
  if (const Place place = place_at(at, wide);
      place.end != 0 && is_capital(at) && !is_roman(at) && !person_begins(at)) {
    m.place_name = place.name;
    m.place_levels = place.levels;
    m.form = Form::kNamed;
    return place.end;
  }
  if (next.is(UnitWord::kCountry) && !next.is(UnitWord::kBare)) {
    // "Ủy ban MTTQ Việt Nam xã Quỳnh Lưu"
    const size_t behind = at + length(at);
    if (unit_word(behind).is(UnitWord::kType)) {
      const uint32_t end = parse_tail(behind, m);
      if (end != behind) return end;
    }
    if (m.levels == 0) m.levels = bit(UnitLevel::kCentral);
    m.form = Form::kNamed;
    return static_cast<uint32_t>(behind);
  }
  return static_cast<uint32_t>(at);
}

uint32_t UnitParser::parse_organisation(size_t at, UnitMention& m, int depth) const {
  if (depth > 3 || at >= size()) return 0;
  const UnitWord head = unit_word(at);
  if (head.is(UnitWord::kOrgan) && length(at) > 0) {
    size_t next = at + length(at);
    if (is_mark(next, ",")) return 0;
    const uint32_t end = parse_organisation(next, m, depth + 1);
    if (end != 0) {
      if (head.levels != 0) {
        m.levels = head.levels;
        m.form = Form::kNamed;
      }
      return end;
    }
    return 0;
  }
  if (!head.is(UnitWord::kHead | UnitWord::kAlone)) return 0;
  m.family = head.family;
  m.levels = head.levels;
  size_t next = at + length(at);
  bool proper = false;     // a word with a capital was taken
  bool described = false;  // any word of the name was taken
  while (next < size()) {
    const UnitWord w = unit_word(next);
    if (is_word(next)) {
      // "Ban Quản lý dự án các công trình giao thông Long An"
      if (w.is(UnitWord::kPlural) && described && head.is(UnitWord::kField) &&
          unit_word(next + 1).is(UnitWord::kContinues)) {
        ++next;
        continue;
      }
      if (w.is(UnitWord::kType | UnitWord::kTier | UnitWord::kPlural | UnitWord::kSet)) break;
      if (w.is(UnitWord::kHead | UnitWord::kAlone | UnitWord::kOrgan) && token(next).capital) {
        UnitMention inner;
        const uint32_t end =
            w.is(UnitWord::kContinues) ? 0 : parse_organisation(next, inner, depth + 1);
        if (end != 0 && inner.form != Form::kBare) {
          // "Phòng Giao dịch NHCSXH Đắk Song", "Công an phường": the outer family, the inner place
          m.place_name = inner.place_name;
          m.place_levels = inner.place_levels;
          m.typed = inner.typed;
          if (m.levels == 0) m.levels = inner.levels;
          m.form = inner.form;
          m.base = {token(at).span.begin, inner.base.end};
          m.description = {token(at + length(at)).span.begin, inner.base.end};
          return end;
        }
      }
      const bool leads_on =
          w.is(UnitWord::kVerb) && head.is(UnitWord::kHead) && leads_to_name(next + length(next));
      if (w.is(UnitWord::kContinues) && length(next) > 0 &&
          (token(next).capital || !w.is(UnitWord::kVerb) || leads_on ||
           (!proper && head.is(UnitWord::kHead)))) {
        if (w.is(UnitWord::kCountry)) break;
        if (!token(next).capital && w.is(UnitWord::kVerb) && head.is(UnitWord::kAlone)) break;
        proper = proper || token(next).capital;
        if (w.levels != 0) m.levels = w.levels;
        next += length(next);
        described = true;
        continue;
      }
      // "Công ty cổ phần tập đoàn Hải Thạch"
      if (w.is(UnitWord::kHead) && !token(next).capital && !described &&
          leads_to_name(next + length(next))) {
        next += length(next);
        described = true;
        continue;
      }
      // "Cụm thi đua số 2"
      if (word(next) == "số" && next + 1 < size() && token(next + 1).kind == TokenKind::kDigits) {
        next += 2;
        proper = described = true;
        continue;
      }
      if (!token(next).capital) break;
      // Schools are named after persons.
      if (person_begins(next) && head.family != "truong" &&
          (described || head.is(UnitWord::kAlone)))
        break;
      if (word(next).size() == 1 && head.is(UnitWord::kAlone)) break;
      if (const Place place = place_at(next, bit(UnitLevel::kProvince) | bit(UnitLevel::kDistrict));
          place.end != 0 && !is_capital(place.end)) {
        break;
      }
      if (w.is(UnitWord::kOffice | UnitWord::kPerson)) break;
      if (length(next) > 1) {
        next += length(next);  // "Kế hoạch và Đầu tư"
      } else {
        next += word_in_small(next + 1) && is_capital(next + 2) ? 2 : 1;
      }
      proper = described = true;
      continue;
    }
    if (token(next).kind == TokenKind::kDigits) {
      if (next != at + length(at) || head.family != "quan_doi") break;
      ++next;
      proper = described = true;
      continue;
    }
    const bool goes_on =
        is_capital(next + 1) && !person_begins(next + 1) &&
        !unit_word(next + 1).is(UnitWord::kHead | UnitWord::kAlone | UnitWord::kOrgan |
                                UnitWord::kType | UnitWord::kOffice);
    if ((word(next) == "-" || word(next) == "–" || word(next) == "&") && described && goes_on) {
      ++next;
      continue;
    }
    // "TYM - Chi nhánh Thái Bình"
    if ((word(next) == "-" || word(next) == "–") && unit_word(next + 1).family == "chi_nhanh") {
      UnitMention inner;
      if (const uint32_t end = parse_organisation(next + 1, inner, depth + 1); end != 0) {
        m.place_name = inner.place_name;
        m.place_levels = inner.place_levels;
        m.typed = inner.typed;
        m.form = Form::kNamed;
        m.base = {token(at).span.begin, inner.base.end};
        m.description = {token(at + length(at)).span.begin, inner.base.end};
        return end;
      }
    }
    // "Sở Văn hóa, Thể thao và Du lịch": a comma inside needs the "và" that ends the list.
    if (word(next) == "," && head.is(UnitWord::kField) && described && goes_on) {
      size_t end = next + 1;
      while (end < size() && end < next + 7 && is_word(end) && !unit_word(end).is(UnitWord::kAnd))
        ++end;
      if (end < size() && unit_word(end).is(UnitWord::kAnd) && is_capital(end + 1)) {
        ++next;
        continue;
      }
    }
    // "Công đoàn ngành (CĐN) Giáo dục"
    if (word(next) == "(" && next + 2 < size() && is_word(next + 1) &&
        token(next + 1).all_capitals && is_mark(next + 2, ")") &&
        (is_capital(next + 3) || unit_word(next + 3).is(UnitWord::kType))) {
      next += 3;
      if (unit_word(next).is(UnitWord::kType)) break;  // "(CCB) huyện Krông Pắc"
      continue;
    }
    break;
  }
  // "Sở Giáo dục và Đào tạo": the loop stops at "và", which is a word without a capital.
  if (next < size() && described && unit_word(next).is(UnitWord::kAnd) &&
      (is_capital(next + 1) ||
       (head.is(UnitWord::kField) && unit_word(next + 1).is(UnitWord::kContinues))) &&
      !person_begins(next + 1) && head.is(UnitWord::kHead) &&
      !unit_word(next + 1).is(UnitWord::kHead | UnitWord::kAlone | UnitWord::kOrgan |
                              UnitWord::kType | UnitWord::kOffice | UnitWord::kPerson) &&
      place_at(next + 1, bit(UnitLevel::kProvince) | bit(UnitLevel::kDistrict)).end == 0) {
    ++next;
    while (next < size() && is_word(next)) {
      const UnitWord w = unit_word(next);
      if (w.is(UnitWord::kType) || w.is(UnitWord::kCountry)) break;
      if (w.is(UnitWord::kContinues) && length(next) > 0 &&
          (token(next).capital || !w.is(UnitWord::kVerb))) {
        next += length(next);
      } else if (is_capital(next) && !person_begins(next) &&
                 place_at(next, bit(UnitLevel::kProvince) | bit(UnitLevel::kDistrict)).end == 0) {
        ++next;
      } else {
        break;
      }
    }
    proper = true;
  }
  m.form = proper || described                                      ? Form::kNamed
           : head.is(UnitWord::kBare) || !head.is(UnitWord::kAlone) ? Form::kBare
                                                                    : Form::kLevel;
  const bool named_itself = proper;
  m.base = {token(at).span.begin, token(next - 1).span.end};
  if (described) m.description = {token(at + length(at)).span.begin, token(next - 1).span.end};
  const uint32_t end = parse_tail(next, m);
  if (end > next && m.place_name >= 0) m.place = {token(next).span.begin, token(end - 1).span.end};
  if (m.form == Form::kSet) return end;
  if (end == next && !named_itself) {
    if (described && !head.is(UnitWord::kAlone)) {
      // Small letters only: "công ty sản xuất" is no name.
      m.form = Form::kBare;
      return static_cast<uint32_t>(at + length(at));
    }
    if (described) return end;
    m.form = head.is(UnitWord::kBare) || !head.is(UnitWord::kAlone) ? Form::kBare : Form::kLevel;
  }
  return end;
}

// "các cấp Hội Phụ nữ", "toàn tỉnh", "các cơ sở Hội"
uint32_t UnitParser::parse_set(size_t at, UnitMention& m) const {
  const UnitWord w = unit_word(at);
  if (w.is(UnitWord::kWhole)) {
    const size_t next = at + length(at);
    const UnitWord what = unit_word(next);
    if (what.is(UnitWord::kType) && !what.is(UnitWord::kHamlet)) {
      m.administrative = true;
      m.form = Form::kBare;
      m.levels = what.levels;
      UnitMention named;
      const uint32_t end = parse_admin(next, named);
      if (end != 0 && named.form == Form::kNamed) {
        m = named;
        m.tokens.begin = static_cast<uint32_t>(next);  // "toàn | huyện Kim Sơn"
        return end;
      }
      return static_cast<uint32_t>(next + length(next));
    }
    if (what.is(UnitWord::kHead | UnitWord::kAlone)) {
      const uint32_t end = parse_organisation(next, m);
      if (m.form == Form::kNamed) m.tokens.begin = static_cast<uint32_t>(next);
      return end;
    }
    return 0;
  }
  if (!w.is(UnitWord::kSet)) return 0;
  const size_t next = at + length(at);
  const int32_t entry = next < size() ? s_.matches[next].entry : -1;
  if (entry < 0) return 0;
  // In small letters too: "các cấp hội".
  const UnitWord what = rules_.unit_words()[static_cast<size_t>(entry)];
  if (!what.is(UnitWord::kAlone)) return 0;
  m.form = Form::kSet;
  m.family = what.family;
  return set_place(next + length(next), m);
}

// "... trong huyện", "... trên địa bàn quận"
uint32_t UnitParser::set_place(size_t at, UnitMention& m) const {
  if (const Place place = place_at(at, bit(UnitLevel::kProvince) | bit(UnitLevel::kDistrict));
      place.end != 0) {
    m.place_name = place.name;  // "các cấp CĐ Tiền Giang"
    m.place_levels = place.levels;
    return place.end;
  }
  size_t type = at;
  if (!unit_word(at).is(UnitWord::kType) && unit_word(at).is(UnitWord::kPlaceOf))
    type += length(at);
  if (!unit_word(type).is(UnitWord::kType)) return static_cast<uint32_t>(at);
  UnitMention place;
  const uint32_t end = parse_admin(type, place);
  if (end == 0) return static_cast<uint32_t>(at);
  m.levels = place.levels;
  m.place_name = place.place_name;
  m.place_levels = place.place_levels;
  m.typed = place.typed;
  return end;
}

// A place named without its type: "Bạc Liêu", "Kim Sơn".
uint32_t UnitParser::parse_place_name(size_t at, UnitMention& m) const {
  if (!is_capital(at) || is_roman(at)) return 0;
  if (at > 0 && is_capital(at - 1) && !token(at - 1).all_capitals) return 0;
  if (at > 0 && unit_word(at - 1).is(UnitWord::kNamesThing | UnitWord::kPerson)) return 0;
  const Place place = place_at(
      at, bit(UnitLevel::kProvince) | bit(UnitLevel::kDistrict) | bit(UnitLevel::kCommune));
  if (place.end == 0 || (is_capital(place.end) && !token(place.end).all_capitals)) return 0;
  const Gazetteer& gazetteer = rules_.gazetteer();
  bool good = false;
  for (const NamedUnit& n : gazetteer.named(place.name)) {
    good = good || n.use == NameUse::kFull || n.use == NameUse::kInformal;
  }
  if (!good) return 0;
  m.administrative = true;
  m.form = Form::kNamed;
  m.place_name = place.name;
  m.levels = m.place_levels = place.levels;
  return place.end;
}

// "các huyện: Kim Sơn, Yên Khánh và thành phố Tam Điệp": the type word counts for each name.
uint32_t UnitParser::parse_list(size_t at) {
  if (!unit_word(at).is(UnitWord::kPlural) && token(at).kind != TokenKind::kDigits) return 0;
  size_t next = at + 1;
  const UnitWord type = unit_word(next);
  if (!type.is(UnitWord::kType) || type.is(UnitWord::kHamlet)) return 0;
  next += length(next);
  if (is_mark(next, ":") || is_mark(next, "(")) ++next;
  uint32_t end = 0;
  while (next < size()) {
    const Place place = place_at(next, type.levels);
    uint32_t name_end = place.end;
    if (name_end == 0 && is_capital(next) && end != 0) name_end = name_by_shape(next);
    if (name_end == 0 || name_end == next) break;
    UnitMention m;
    m.administrative = m.typed = true;
    m.levels = type.levels;
    m.place_name = place.name;
    m.place_levels = place.levels;
    emit(next, name_end, m);
    end = name_end;
    next = name_end;
    // "Bình Thủy (2.087), Cái Răng (1.764)"
    if (is_mark(next, "(")) {
      size_t close = next;
      while (close < size() && close < next + 8 && !is_mark(close, ")")) ++close;
      if (is_mark(close, ")")) next = close + 1;
    }
    if (!is_mark(next, ",") && !is_mark(next, ";") && !unit_word(next).is(UnitWord::kAnd)) break;
    ++next;
  }
  return end;
}

uint32_t UnitParser::parse_alias(size_t at, UnitMention& m) const {
  if (aliases_.empty() || !is_word(at) || !token(at).all_capitals) return 0;
  for (const UnitAlias& alias : aliases_) {
    if (word(at) != alias.short_form) continue;
    const auto levels = alias.unit.levels;
    m = alias.unit;
    m.alias = {};
    m.levels = levels;
    const uint32_t end = parse_tail(at + 1, m);
    return end;
  }
  return 0;
}

// "... (ABBR)" behind a name
void UnitParser::define_alias(uint32_t end, UnitMention& m) {
  if (m.administrative || m.form == Form::kBare) return;
  if (!is_mark(end, "(") || !is_word(end + 1) || !is_mark(end + 2, ")")) return;
  if (!token(end + 1).all_capitals || token(end + 1).span.size() < 2) return;
  m.alias = token(end + 1).span;
  const std::string_view form = m.alias.of(text_);
  // "Hội Cựu chiến binh (CCB)": short for a part only.
  if (fold(form.substr(0, 1)) != fold(m.span.of(text_).substr(0, 1))) {
    m.alias = {};
    return;
  }
  if (std::ranges::none_of(aliases_, [&](const UnitAlias& a) { return a.short_form == form; })) {
    aliases_.push_back({form, m});
  }
}

void UnitParser::emit(size_t at, uint32_t end, UnitMention m) {
  m.tokens = {std::max(m.tokens.begin, static_cast<uint32_t>(at)), end};
  m.span = {token(m.tokens.begin).span.begin, token(end - 1).span.end};
  define_alias(end, m);
  out_.push_back(m);
}

void UnitParser::run() {
  std::vector<bool> item_begins(size());
  for (const Item& item : s_.items) item_begins[item.tokens.begin] = true;
  for (size_t at = 0; at < size();) {
    const bool capital = is_capital(at);
    if (!item_begins[at] && !capital) {
      ++at;
      continue;
    }
    const UnitWord w = unit_word(at);
    uint32_t end = 0;
    UnitMention m;
    if (w.is(UnitWord::kPlural) || token(at).kind == TokenKind::kDigits) {
      if (const uint32_t list = parse_list(at); list != 0) {
        at = list;
        continue;
      }
    }
    if (w.is(UnitWord::kWhole | UnitWord::kSet)) end = parse_set(at, m);
    if (end == 0 && w.is(UnitWord::kType)) end = parse_admin(at, m = {});
    if (end == 0 && w.is(UnitWord::kHead | UnitWord::kAlone | UnitWord::kOrgan)) {
      end = parse_organisation(at, m = {});
      if (end != 0 && m.form == Form::kBare && counted_before(at)) end = 0;
    }
    if (end == 0 && w.is(UnitWord::kRegion)) {
      m = {};
      m.administrative = true;
      m.form = Form::kRegion;
      m.levels = bit(UnitLevel::kOther);
      end = static_cast<uint32_t>(at + length(at));
      // "các tỉnh Tây Nguyên", "vùng đồng bằng sông Cửu Long"
      size_t begin = at;
      if (begin > 0 && unit_word(begin - 1).is(UnitWord::kType | UnitWord::kRegionHead)) --begin;
      if (begin > 0 && begin < at && unit_word(begin - 1).is(UnitWord::kPlural)) --begin;
      if (out_.empty() || out_.back().tokens.end <= begin)
        m.tokens.begin = static_cast<uint32_t>(begin);
      emit(begin, end, m);
      at = end;
      continue;
    }
    if (end == 0 && w.is(UnitWord::kCountry)) {
      m = {};
      m.administrative = true;
      m.form = Form::kCountry;
      m.levels = bit(UnitLevel::kCentral);
      end = static_cast<uint32_t>(at + length(at));
    }
    if (end == 0 && capital) end = parse_alias(at, m = {});
    if (end == 0 && capital) end = parse_place_name(at, m = {});
    if (end == 0) {
      ++at;
      continue;
    }
    emit(at, end, m);
    at = end;
  }
}

}  // namespace

void find_units(const RuleSet& rules, Day day, std::string_view text, const SentenceItems& sentence,
                std::vector<UnitAlias>& aliases, std::vector<UnitMention>& out) {
  UnitParser(rules, day, text, sentence, aliases, out).run();
}

}  // namespace solieu
