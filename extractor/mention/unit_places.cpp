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
  const Gazetteer::Matches& found = places_at(at);
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
  // "Hà Nội", "Hồ Chí Minh", "Hà Đông"
  const Place place = place_at(at, bit(UnitLevel::kProvince) | bit(UnitLevel::kDistrict));
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

// One or two syllables in small letters that end a word of the name: "Huyết học - Truyền máu",
// "Sốt xuất huyết - ...", "Huấn luyện tỉnh", "Vàng bạc Đá quý". Gives how many.
uint32_t UnitParser::small_syllables(size_t at) const {
  if (!word_in_small(at)) return 0;
  const auto dash = [&](size_t i) { return is_mark(i, "-") || is_mark(i, "–"); };
  if (word_in_small(at + 1) && dash(at + 2) && is_capital(at + 3)) return 2;
  const size_t next = at + 1;
  const bool level = unit_word(next).is(UnitWord::kType) && !is_capital(next + length(next));
  const bool brackets = is_mark(next, "(") && is_word(next + 1) && token(next + 1).all_capitals;
  const bool ends = is_capital(next) || dash(next) || level || brackets ||
                    (unit_word(next).is(UnitWord::kAnd) && is_capital(next + 1));
  return ends ? 1 : 0;
}

// The end of a run of at most four capitalised words, or `at` when there is none.
uint32_t UnitParser::name_by_shape(size_t at) const {
  size_t end = at;
  while (end < size() && end < at + 4 && !shouted_) {
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

// "trên địa bàn tỉnh | Thái Nguyên", "Trưởng ban | Dân vận": before a capital a mention may begin
// with what ends a longer entry.
bool UnitParser::ends_entry(size_t at) const {
  const UnitWord& type = unit_word(at);
  if (type.is(UnitWord::kHead) && type.is(UnitWord::kCapital)) return true;
  return type.is(UnitWord::kType) && !type.is(UnitWord::kHamlet) &&
         place_at(at + length(at), type.levels).end != 0;
}

// "Đinh Bộ Lĩnh", "phố Văn Hội": a short head behind a capital is part of another name.
bool UnitParser::inside_name(size_t at) const {
  if (at < 2 || !is_capital(at - 1) || token(at - 1).all_capitals || length(at) != 1) return false;
  if (!unit_word(at).is(UnitWord::kCapital)) return false;
  if (!out_.empty() && out_.back().tokens.end == at) return false;
  return !unit_word(at - 1).is(UnitWord::kOffice | UnitWord::kOrgan | UnitWord::kType);
}

// "Hội An", "Buôn Ma Thuột", "Trường Sa": places that begin like a body or a village.
bool UnitParser::is_town(size_t at) const {
  if (!is_capital(at) || !is_capital(at + 1) || length(at) != 1) return false;
  const Place place = place_at(at, bit(UnitLevel::kProvince) | bit(UnitLevel::kDistrict));
  return place.end >= at + 2 && !is_capital(place.end);
}

// "Luật Công đoàn", "đường Công đoàn", "Thông tư 02/2008/TT-NHNN": what bears a body's name.
bool UnitParser::names_other(size_t at) const {
  const UnitWord& before = word_before(at);
  if (before.is(UnitWord::kNamesThing)) return true;
  // "bị cáo Đoàn Văn Mười"
  if (before.is(UnitWord::kPerson) && unit_word(at).is(UnitWord::kSurname)) return true;
  return at > 1 && token(at).all_capitals && !token(at).space_before &&
         (is_mark(at - 1, "-") || is_mark(at - 1, "/")) && !token(at - 1).space_before &&
         is_word(at - 2) && token(at - 2).all_capitals &&
         !unit_word(at - 2).is(UnitWord::kHead | UnitWord::kAlone);
}

// Whether tokens [at, end) are part of a title in quotation marks, and not of what somebody says.
bool UnitParser::in_title(size_t at, uint32_t end) const {
  if (!quotes_) return false;
  constexpr size_t kLongestTitle = 24;
  const auto opens = [&](size_t i) { return is_mark(i, "“") || is_mark(i, "\""); };
  const auto closes = [&](size_t i) { return is_mark(i, "”") || is_mark(i, "\""); };
  size_t open = at;
  while (open > 0 && at - open < kLongestTitle && !opens(open - 1) && !is_mark(open - 1, "”"))
    --open;
  if (open < 2 || !opens(open - 1) || is_mark(open - 2, ":")) return false;
  if (token(open - 1).span.size() == 1) {
    // A straight mark closes as well as it opens.
    constexpr size_t kFar = 200;
    size_t marks = 0;
    for (size_t i = open > kFar ? open - kFar : 0; i < open; ++i) marks += is_mark(i, "\"");
    if (marks % 2 == 0) return false;
  }
  size_t close = end;
  while (close < size() && close - open < kLongestTitle && !closes(close)) ++close;
  return close < size() && closes(close) && (open != at || close != end);
}

// The end of digits that belong to a name: "thôn 6A", "bản Huổi Lụ 3", "Trường THCS 19/8", but not
// of a count; `at` when there are none.
uint32_t UnitParser::with_number(size_t at) const {
  const auto none = static_cast<uint32_t>(at);
  if (at >= size() || token(at).kind != TokenKind::kDigits || token(at).span.size() > 2)
    return none;
  const size_t next = at + 1;
  if (next < size() && !token(next).space_before) {
    if (is_word(next) && token(next).capital && token(next).span.size() == 1) return none + 2;
    if (is_mark(next, "/") && next + 1 < size() && token(next + 1).kind == TokenKind::kDigits)
      return none + 3;
  }
  if (next >= size() || unit_word(next).is(UnitWord::kType | UnitWord::kAnd | UnitWord::kPlaceOf))
    return none + 1;
  if (is_word(next) && !token(next).capital && s_.matches[next].entry >= 0) {
    const int noun = rules_.concepts().find("noun");
    return noun < 0 || std::ranges::binary_search(
                           rules_.lexicon().entry(s_.matches[next].entry).concepts,
                           static_cast<ConceptId>(noun))
               ? none
               : none + 1;
  }
  const bool ends = is_mark(next, ",") || is_mark(next, ".") || is_mark(next, ";") ||
                    is_mark(next, ":") || is_mark(next, "(") || is_mark(next, ")");
  return ends ? none + 1 : none;
}

// "7 xã", "các xã", "mỗi xã": no unit of its own.
bool UnitParser::counted_before(size_t at) const {
  if (at == 0) return false;
  if (token(at - 1).kind == TokenKind::kDigits) return true;
  const int32_t entry = s_.matches[at - 1].entry;
  if (entry < 0) return false;
  const auto role = rules_.number_word(entry).roles;
  return unit_word(at - 1).is(UnitWord::kPlural | UnitWord::kEach) ||
         (role &
          (NumberWord::kDigit | NumberWord::kScale | NumberWord::kTens | NumberWord::kTen)) != 0;
}

uint32_t UnitParser::parse_admin(size_t at, UnitMention& m) const {
  const UnitWord& type = unit_word(at);
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
  if (type.is(UnitWord::kHamlet)) {
    if (is_word(next) && word(next) == "số") ++next;  // "TDP số 6"
    if (next < size() && token(next).kind == TokenKind::kDigits && token(next).span.size() <= 2) {
      m.form = Form::kNamed;
      return std::max(with_number(next), static_cast<uint32_t>(next + 1));
    }
  }
  const UnitWord& following = unit_word(next);
  if (is_capital(next) && !shouted_ &&
      !following.is(UnitWord::kHead | UnitWord::kAlone | UnitWord::kOrgan | UnitWord::kOffice)) {
    // All provinces are known; "UBND xã | Trần Thị Hoa".
    const bool person = person_begins(next) && is_capital(next + 2);
    if (type.is(UnitWord::kHamlet) || (!person && type.levels != bit(UnitLevel::kProvince))) {
      m.form = Form::kNamed;
      m.typed = true;
      const uint32_t end = name_by_shape(next);
      return type.is(UnitWord::kHamlet) ? with_number(end) : end;
    }
  }
  if (type.is(UnitWord::kHamlet) || counted_before(at)) return 0;
  m.form = Form::kBare;
  return static_cast<uint32_t>(at + length(at));
}

// A place named without its type: "Bạc Liêu", "Kim Sơn".
uint32_t UnitParser::parse_place_name(size_t at, UnitMention& m) const {
  if (places_at(at).count == 0 || is_roman(at)) return 0;
  // "Tại Kiên Giang": the first word of a sentence has its capital anyway.
  const UnitWord& before = word_before(at);
  const bool first_word =
      before.is(UnitWord::kPlaceOf | UnitWord::kNotSubject | UnitWord::kAccordingTo) ||
      (at > 0 && item_at(at - 1).tokens.begin == 0 && item_at(at - 1).entry >= 0 &&
       !unit_word(0).is(UnitWord::kSurname));
  if (at > 0 && is_capital(at - 1) && !token(at - 1).all_capitals && !first_word) return 0;
  if (before.is(UnitWord::kNamesThing | UnitWord::kPerson)) return 0;
  // "đường Vạn Thiện - | Bến En"
  if (at > 2 && (is_mark(at - 1, "-") || is_mark(at - 1, "–"))) {
    size_t name = at - 1;
    while (name > 0 && is_capital(name - 1)) --name;
    if (word_before(name).is(UnitWord::kNamesThing)) return 0;
  }
  const Place place = place_at(
      at, bit(UnitLevel::kProvince) | bit(UnitLevel::kDistrict) | bit(UnitLevel::kCommune));
  if (place.end == 0 || (is_capital(place.end) && !token(place.end).all_capitals)) return 0;
  // A signature: "VINH", not "TPHCM"
  if (place.end == at + 1 && token(at).all_capitals && word(at).size() < 5) return 0;
  // "Hòa bình lập lại"
  for (size_t i = at + 1; i < place.end; ++i) {
    if (is_word(i) && !token(i).capital && token(i).space_before) return 0;
  }
  // "Hồ Chí Minh", "Nguyễn Thị Minh Khai" without a type word are persons.
  if (unit_word(at).is(UnitWord::kSurname) && place.end >= at + 3 &&
      (place.levels & bit(UnitLevel::kDistrict)) == 0)
    return 0;
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

// "các huyện: Kim Sơn, Yên Khánh và thành phố Tam Điệp": the type word counts for each name, and is
// of the first one where it stands right before it.
uint32_t UnitParser::parse_list(size_t at) {
  if (!unit_word(at).is(UnitWord::kPlural) && token(at).kind != TokenKind::kDigits) return 0;
  size_t next = at + 1;
  const UnitWord* type = &unit_word(next);
  if (!type->is(UnitWord::kType) || type->is(UnitWord::kHamlet)) return 0;
  LevelSet levels = type->levels;
  size_t begin = next;
  next += length(next);
  // "các huyện, thị xã: ..."
  while ((is_mark(next, ",") || unit_word(next).is(UnitWord::kAnd)) &&
         unit_word(next + 1).is(UnitWord::kType) && !unit_word(next + 1).is(UnitWord::kHamlet)) {
    begin = next + 1;
    type = &unit_word(begin);
    levels = static_cast<LevelSet>(levels | type->levels);
    next = begin + length(begin);
  }
  if (is_mark(next, ":") || is_mark(next, "(")) begin = ++next;
  if (begin < next) levels = type->levels;  // "các huyện, thị xã Gia Nghĩa"
  uint32_t end = 0;
  while (next < size()) {
    const Place place = place_at(next, levels);
    uint32_t name_end = place.end;
    if (name_end == 0 && is_capital(next) && end != 0) name_end = name_by_shape(next);
    if (name_end == 0 || name_end == next) break;
    UnitMention m;
    m.administrative = m.typed = true;
    m.levels = levels;
    m.place_name = place.name;
    m.place_levels = place.levels;
    emit(end == 0 ? begin : next, name_end, m);
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

// "huyện Cần Đước | , Cần Giuộc và Tân Trụ", "quận 2 | , 7, 9": what shares the type word with the
// first. Gives the end of the last one.
uint32_t UnitParser::parse_more(size_t at, const UnitMention& first) {
  const auto levels = static_cast<LevelSet>(first.place_levels & ~bit(UnitLevel::kProvince));
  while (at + 1 < size() && (is_mark(at, ",") || unit_word(at).is(UnitWord::kAnd))) {
    const bool number = token(at + 1).kind == TokenKind::kDigits;
    if (number != (token(at - 1).kind == TokenKind::kDigits)) break;
    const Place place = place_at(at + 1, levels);
    if (place.end == 0 || is_capital(place.end) || person_begins(at + 1)) break;
    if (number && is_word(place.end) && !unit_word(place.end).is(UnitWord::kAnd)) break;
    // "xã Đại An, Thanh Ba": the district that the commune lies in.
    if (!number && is_wider(place, levels)) break;
    UnitMention m = first;
    m.place_name = place.name;
    m.place_levels = place.levels;
    emit(at + 1, place.end, m);
    at = place.end;
  }
  return static_cast<uint32_t>(at);
}

// Whether a name is also one of a unit above these levels.
bool UnitParser::is_wider(const Place& place, LevelSet levels) const {
  const Gazetteer& gazetteer = rules_.gazetteer();
  return std::ranges::any_of(gazetteer.named(place.name), [&](const NamedUnit& n) {
    return bit(gazetteer.unit(n.unit).level) < (levels & -levels) &&
           gazetteer.in_force(n.unit, day_) != InForce::kNo;
  });
}

}  // namespace solieu
