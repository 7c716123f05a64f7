// Organisations: family, level, name, and the abbreviations that an article defines.
#include <algorithm>

#include "mention/unit_parser.h"
#include "text/fold.h"

namespace solieu {

using Form = UnitMention::Form;

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

}  // namespace solieu
