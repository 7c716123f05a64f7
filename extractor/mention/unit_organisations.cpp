// Organisations: family, name, level, and sets of them.
#include <algorithm>

#include "mention/unit_parser.h"

namespace solieu {

using Form = UnitMention::Form;

// Level and name behind an organisation's family: "tỉnh Thái Bình", "tỉnh", "Hà Nội", "các cấp".
uint32_t UnitParser::parse_tail(size_t at, UnitMention& m) const {
  const UnitWord& next = unit_word(at);
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
    while (is_mark(end, ",") && unit_word(end + 1).is(UnitWord::kType) &&
           !is_capital(end + 1 + length(end + 1)))
      end += 1 + length(end + 1);
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

// "Công ty Cơ khí và Xây dựng ..." is one firm, "Tập đoàn Doji và PNJ" are two.
bool UnitParser::joins(std::string_view family, size_t second) const {
  const bool own_names = family.starts_with("cong_ty") || family == "tap_doan" || family == "clb" ||
                         family == "truong" || family == "benh_vien";
  return !own_names || unit_word(second).is(UnitWord::kContinues);
}

// "Ban Chỉ đạo Trung ương | về Phòng chống thiên tai"
uint32_t UnitParser::parse_subject_matter(size_t at) const {
  if (at + 1 >= size() || !is_word(at) || word(at) != "về" || !is_capital(at + 1))
    return static_cast<uint32_t>(at);
  size_t end = at + 1;
  while (end < size() && unit_word(end).is(UnitWord::kContinues)) end += length(end);
  return static_cast<uint32_t>(end == at + 1 ? at : end);
}

// "Phòng Giao dịch | NHCSXH Đắk Song", "Công an phường": the outer family at `at`, the place of the
// inner body at `next`.
uint32_t UnitParser::parse_inner(size_t at, size_t next, UnitMention& m, int depth) const {
  UnitMention inner;
  const uint32_t end = parse_organisation(next, inner, depth + 1);
  if (end == 0 || inner.form == Form::kBare) return 0;
  m.place_name = inner.place_name;
  m.place_levels = inner.place_levels;
  m.typed = inner.typed;
  if (m.levels == 0) m.levels = inner.levels;
  m.form = inner.form;
  m.base = {token(at).span.begin, inner.base.end};
  m.description = {token(at + length(at)).span.begin, inner.base.end};
  return end;
}

uint32_t UnitParser::parse_organisation(size_t at, UnitMention& m, int depth) const {
  if (depth > 3 || at >= size()) return 0;
  const UnitWord& head = unit_word(at);
  if (head.is(UnitWord::kOrgan) && length(at) > 0) {
    // "Phó Bí thư Thường trực | Huyện ủy"
    if (depth == 0 && word_before(at).is(UnitWord::kOffice)) return 0;
    const size_t next = at + length(at);
    if (is_mark(next, ",")) return 0;
    const uint32_t end = parse_organisation(next, m, depth + 1);
    if (end == 0) return 0;
    if (head.levels != 0) {
      m.levels = head.levels;
      if (m.form != Form::kBare) m.form = Form::kNamed;  // "Trung ương Hội"
    } else if (m.named.empty()) {
      m.named = {token(next).span.begin, token(end - 1).span.end};
    }
    return end;
  }
  if (!head.is(UnitWord::kHead | UnitWord::kAlone)) return 0;
  m.family = head.family;
  m.levels = head.levels;
  size_t next = at + length(at);
  bool proper = false;     // a word with a capital was taken
  bool described = false;  // any word of the name was taken
  size_t whole = 0;        // up to here no place begins
  while (next < size()) {
    const UnitWord& w = unit_word(next);
    if (is_word(next)) {
      // "Ban Quản lý dự án các công trình giao thông Long An"
      if (w.is(UnitWord::kPlural) && described && head.is(UnitWord::kField) &&
          unit_word(next + 1).is(UnitWord::kContinues)) {
        ++next;
        continue;
      }
      if (w.is(UnitWord::kType | UnitWord::kTier | UnitWord::kPlural | UnitWord::kSet)) break;
      if (w.is(UnitWord::kHead | UnitWord::kAlone | UnitWord::kOrgan) && token(next).capital &&
          !w.is(UnitWord::kContinues)) {
        if (const uint32_t end = parse_inner(at, next, m, depth); end != 0) return end;
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
      if (word(next) == "số" && token(at).capital && next + 1 < size() &&
          token(next + 1).kind == TokenKind::kDigits) {
        next += 2;
        proper = described = true;
        continue;
      }
      if (!token(next).capital || shouted_) break;
      // Schools are named after persons.
      if (person_begins(next) && head.family != "truong" &&
          (described || head.is(UnitWord::kAlone)))
        break;
      if (word(next).size() == 1 && head.is(UnitWord::kAlone)) break;
      if (const Place place = place_at(next, bit(UnitLevel::kProvince) | bit(UnitLevel::kDistrict));
          place.end != 0 && next >= whole) {
        if (!is_capital(place.end) || person_begins(place.end)) break;
        // "Công ty Thái Bình Dương": no part of it is a place.
        whole = place.end;
        while (is_capital(whole)) ++whole;
      }
      if (w.is(UnitWord::kOffice)) break;
      if (length(next) > 1) {
        next += length(next);  // "Kế hoạch và Đầu tư"
      } else {
        next += 1 + small_syllables(next + 1);
      }
      proper = described = true;
      continue;
    }
    if (token(next).kind == TokenKind::kDigits) {
      // "Sư đoàn 5", "Trường THCS 19/8"
      const bool number = next == at + length(at) && head.family == "quan_doi";
      const uint32_t with =
          head.family == "truong" ? with_number(next) : static_cast<uint32_t>(next);
      if (!number && with == next) break;
      next = std::max<size_t>(with, next + 1);
      proper = described = true;
      if (head.family == "truong") break;
      continue;
    }
    // "Ban Chỉ đạo Phòng, chống dịch Covid-19 tỉnh"
    if (word(next) == "-" && described && !token(next).space_before && next + 1 < size() &&
        token(next + 1).kind == TokenKind::kDigits && !token(next + 1).space_before) {
      next += 2;
      continue;
    }
    // "Quỹ “Vì người nghèo”", "Công ty CP “Hải Đô”"
    if (word(next) == "“" && is_capital(next + 1) && next == at + length(at) &&
        head.is(UnitWord::kHead)) {
      size_t close = next + 1;
      while (close < size() && close < next + 10 && !is_mark(close, "”")) ++close;
      if (!is_mark(close, "”") || close == next + 1) break;
      next = close + 1;
      proper = described = true;
      continue;
    }
    const bool goes_on =
        is_capital(next + 1) && !person_begins(next + 1) &&
        !unit_word(next + 1).is(UnitWord::kHead | UnitWord::kAlone | UnitWord::kOrgan |
                                UnitWord::kType | UnitWord::kOffice);
    if ((((word(next) == "-" || word(next) == "–") && described) || word(next) == "&") && goes_on) {
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
    // "Sở Văn hóa, Thể thao và Du lịch", "Phòng Văn hóa, Thông tin huyện ...": a comma inside needs
    // the "và" that ends the list, or a level.
    if (word(next) == "," && head.is(UnitWord::kField) && described && goes_on) {
      size_t end = next + 1;
      if (unit_word(end).is(UnitWord::kContinues) &&
          unit_word(end + length(end)).is(UnitWord::kType)) {
        ++next;
        continue;
      }
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
        (is_capital(next + 3) || unit_word(next + 3).is(UnitWord::kType) ||
         unit_word(next + 4).family == "chi_nhanh")) {
      next += 3;
      if (unit_word(next).is(UnitWord::kType)) break;  // "(CCB) huyện Krông Pắc"
      continue;
    }
    break;
  }
  // "Sở Giáo dục và Đào tạo": the loop stops at "và", which is a word without a capital.
  if (next < size() && described && unit_word(next).is(UnitWord::kAnd) &&
      (head.is(UnitWord::kField)
           ? is_capital(next + 1) || unit_word(next + 1).is(UnitWord::kContinues)
           : is_capital(next + 1) && joins(head.family, next + 1)) &&
      !person_begins(next + 1) && head.is(UnitWord::kHead) &&
      !unit_word(next + 1).is(UnitWord::kHead | UnitWord::kAlone | UnitWord::kOrgan |
                              UnitWord::kType | UnitWord::kOffice | UnitWord::kPerson) &&
      place_at(next + 1, bit(UnitLevel::kProvince) | bit(UnitLevel::kDistrict)).end == 0) {
    ++next;
    while (next < size() && is_word(next)) {
      const UnitWord& w = unit_word(next);
      if (w.is(UnitWord::kType) || w.is(UnitWord::kCountry)) break;
      // "Ban Tuyên giáo và Dân vận Thành ủy"
      if (w.is(UnitWord::kAlone) && token(next).capital && !w.is(UnitWord::kContinues)) {
        if (const uint32_t end = parse_inner(at, next, m, depth); end != 0) return end;
      }
      if (w.is(UnitWord::kContinues) && length(next) > 0 &&
          (token(next).capital || !w.is(UnitWord::kVerb))) {
        next += length(next);
      } else if (is_capital(next) && !person_begins(next) &&
                 place_at(next, bit(UnitLevel::kProvince) | bit(UnitLevel::kDistrict)).end == 0) {
        next += std::max<size_t>(1, length(next));  // "Chế biến và Xuất khẩu Thủy sản"
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
  uint32_t end = parse_tail(next, m);
  if (head.is(UnitWord::kField)) end = parse_subject_matter(end);
  if (head.family == "truong" && m.form == Form::kNamed && end > next) end = with_number(end);
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
  const UnitWord& w = unit_word(at);
  if (w.is(UnitWord::kWhole)) {
    const size_t next = at + length(at);
    const UnitWord& what = unit_word(next);
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
  const UnitWord& what = rules_.unit_word(entry);
  const bool head = what.is(UnitWord::kHead) && what.is(UnitWord::kCapital) && is_capital(next);
  if (!what.is(UnitWord::kAlone) && !head) return 0;
  m.form = Form::kSet;
  m.family = what.family;
  const size_t behind = next + length(next);
  if (unit_word(behind).is(UnitWord::kPlaceOf))
    m.core = {token(at).span.begin, token(behind - 1).span.end};
  return set_place(behind, m);
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

}  // namespace solieu
