// Bodies by their names alone: abbreviations and parts of names that an article explains, brands,
// teams.
#include <algorithm>

#include "mention/unit_parser.h"
#include "text/fold.h"

namespace solieu {

using Form = UnitMention::Form;

// An abbreviation or a part of a name that stands in full elsewhere in the article.
uint32_t UnitParser::parse_alias(size_t at, UnitMention& m) const {
  if (aliases_.empty() || inside_name(at)) return 0;
  for (const UnitAlias& alias : aliases_) {
    const std::string_view form = alias.short_form;
    if (!text_.substr(token(at).span.begin).starts_with(form)) continue;
    size_t end = at;
    const uint32_t end_byte = token(at).span.begin + static_cast<uint32_t>(form.size());
    while (end < size() && token(end).span.end < end_byte) ++end;
    if (end == size() || token(end).span.end != end_byte) continue;
    const bool abbreviation = end == at && token(at).all_capitals;
    if (!abbreviation && (end == at || is_capital(end + 1) || (at > 0 && is_capital(at - 1))))
      continue;
    m = alias.unit;
    m.tokens = m.named = m.core = m.alias = {};
    m.short_form = true;
    return abbreviation ? parse_tail(end + 1, m) : static_cast<uint32_t>(end + 1);
  }
  return 0;
}

void UnitParser::add_alias(std::string_view form, const UnitMention& m) {
  constexpr size_t kMostAliases = 64;
  if (aliases_.size() >= kMostAliases) return;
  if (std::ranges::any_of(aliases_, [&](const UnitAlias& a) { return a.short_form == form; }))
    return;
  aliases_.push_back({form, m});
}

// "Hội Cựu chiến binh (CCB)": short for a part of the name only.
bool UnitParser::shortens_part(std::string_view form, const UnitMention& m) const {
  const std::string letters = fold(form);
  std::string initials;
  for (size_t i = m.tokens.begin; i < m.tokens.end; ++i) {
    if (!is_word(i)) continue;
    const std::string folded = fold(word(i));
    initials += folded.substr(0, folded.starts_with("đ") ? 2 : 1);
  }
  const size_t found = initials.find(letters);
  return letters.size() < 3 ? initials.substr(0, 1) != letters.substr(0, 1)
                            : found != std::string::npos && found > 0;
}

// "... (ABBR)" behind a name, and the name itself: "Công ty CP Thủy sản Gành Hào" is also called
// "Thủy sản Gành Hào".
void UnitParser::define_alias(uint32_t end, UnitMention& m) {
  if (m.administrative || m.form == Form::kBare) return;
  if (m.form == Form::kNamed) define_name(m);
  if (!is_mark(end, "(") || !is_word(end + 1) || !is_mark(end + 2, ")")) return;
  if (!token(end + 1).all_capitals || token(end + 1).span.size() < 2) return;
  m.alias = token(end + 1).span;
  const std::string_view form = m.alias.of(text_);
  if (shortens_part(form, m)) {
    m.alias = {};
    return;
  }
  add_alias(form, m);
}

// Bodies that are called by their own names alone.
void UnitParser::define_name(const UnitMention& m) {
  constexpr std::string_view kFamilies[] = {"cong_ty", "cong_ty/tong", "tap_doan", "clb"};
  if (std::ranges::find(kFamilies, m.family) == std::end(kFamilies) || m.place_name >= 0) return;
  const Span name = m.description;
  size_t first = m.tokens.begin;
  while (first < m.tokens.end && token(first).span.begin < name.begin) ++first;
  size_t last = first;
  while (last < m.tokens.end && token(last).span.end < name.end) ++last;
  if (last >= m.tokens.end || last == first || !is_capital(first)) return;
  if (word(last) == "FC") --last;
  add_name(first, last, m);
  // "Công ty CP Thực phẩm | Sao Mai"
  size_t own = first;
  while (own + length(own) < last && unit_word(own).is(UnitWord::kContinues)) own += length(own);
  if (own != first && is_capital(own)) add_name(own, last, m);
}

void UnitParser::add_name(size_t first, size_t last, const UnitMention& m) {
  const bool words = std::all_of(s_.tokens.begin() + static_cast<long>(first),
                                 s_.tokens.begin() + static_cast<long>(last + 1),
                                 [](const Token& t) { return t.kind == TokenKind::kWord; });
  if (!words || last <= first || place_at(first, kAnyLevel).end == last + 1) return;
  add_alias(text_.substr(token(first).span.begin, token(last).span.end - token(first).span.begin),
            m);
}

// "hãng Lotus Mobile": the noun is no part of the name.
uint32_t UnitParser::parse_brand(size_t at, UnitMention& m) const {
  const size_t name = at + length(at);
  const uint32_t end = name_by_shape(name);
  if (end == name || person_begins(name) || place_at(name, kAnyLevel).end == end) return 0;
  m.family = "cong_ty";
  m.form = Form::kNamed;
  m.tokens.begin = static_cast<uint32_t>(name);
  m.base = m.description = {token(name).span.begin, token(end - 1).span.end};
  return end;
}

// "U19 Vĩnh Phúc", "Lam Kinh FC", "Cao nguyên FC"
uint32_t UnitParser::parse_team(size_t at, UnitMention& m) const {
  uint32_t end = 0;
  const std::string_view first = word(at);
  if (first.size() == 3 && first[0] == 'U' && first[1] >= '1' && first[1] <= '3' &&
      first[2] >= '0' && first[2] <= '9') {
    const Place place = place_at(at + 1, bit(UnitLevel::kProvince));
    if (place.end != 0) {
      end = place.end;
    } else if (unit_word(at + 1).is(UnitWord::kCountry)) {
      end = static_cast<uint32_t>(at + 1 + length(at + 1));
    } else {
      end = name_by_shape(at);
    }
    if (end == at + 1) return 0;
  } else {
    if (!teams_) return 0;
    end = name_by_shape(at);
    if (end == at + 1 && word_in_small(end) && is_capital(end + 1)) end += 2;
    if (end < at + 2 || word(end - 1) != "FC") return 0;
  }
  m.family = "clb";
  m.form = Form::kNamed;
  m.base = m.description = {token(at).span.begin, token(end - 1).span.end};
  return end;
}

}  // namespace solieu
