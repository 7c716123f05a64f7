// Places: with and without their type words, and lists of them.
#include <algorithm>

#include "mention/unit_parser.h"

namespace solieu {

using Form = UnitMention::Form;

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

}  // namespace solieu
