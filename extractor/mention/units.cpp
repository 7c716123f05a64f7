#include "mention/units.h"

#include <algorithm>
#include <array>

#include "mention/unit_parser.h"

namespace solieu {

using Form = UnitMention::Form;

const UnitWord& UnitParser::word_at(size_t i) const {
  const UnitWord& found = word_of(match(i));
  // "hội" is a noun where "Hội" is a name, but "ban Dân vận" is one.
  if (!found.is(UnitWord::kCapital) || token(i).capital || heads_field(i, found)) return found;
  if (!found.is(UnitWord::kContinues)) return kNoWord;
  static constexpr auto kContinuing = [] {
    std::array<UnitWord, bit(UnitLevel::kOther) * 2> words;  // by levels
    for (LevelSet levels = 0; levels < words.size(); ++levels)
      words[levels] = {UnitWord::kContinues, levels, 0, {}};
    return words;
  }();
  return kContinuing[found.levels];
}

// Whether the sentence is a headline in capitals: words in small letters end the search early.
bool UnitParser::is_shouted() const {
  size_t words = 0;
  size_t small = 0;
  for (const Token& t : s_.tokens) {
    if (t.kind != TokenKind::kWord) continue;
    ++words;
    if (!t.all_capitals && ++small * 5 > size()) return false;
  }
  return words > 3 && small * 5 <= words;
}

void UnitParser::emit(size_t at, uint32_t end, const UnitMention& read) {
  UnitMention& m = out_.emplace_back(read);
  m.tokens = {std::max(m.tokens.begin, static_cast<uint32_t>(at)), end};
  m.span = {token(m.tokens.begin).span.begin, token(end - 1).span.end};
  // An organ's mention is its body's.
  m.named = m.named.empty() ? m.span : Span{m.named.begin, m.span.end};
  m.core = m.core.empty() ? m.span : Span{m.span.begin, m.core.end};
  m.quoted = in_title(m.tokens.begin, end);
  if (!m.short_form) define_alias(end, m);
}

// Emits what begins at a token; gives its end, or the token when nothing begins there.
size_t UnitParser::parse(size_t at) {
  const bool capital = is_capital(at);
  const UnitWord& word = unit_word(at);
  const bool town = word.is(UnitWord::kHamlet | UnitWord::kHead | UnitWord::kAlone) && is_town(at);
  const UnitWord& w = town ? kNoWord : word;
  uint32_t end = 0;
  UnitMention m;
  if (w.is(UnitWord::kPlural) || token(at).kind == TokenKind::kDigits) {
    if (const uint32_t list = parse_list(at); list > at) return list;
  }
  if (w.is(UnitWord::kWhole | UnitWord::kSet)) end = parse_set(at, m);
  if (end == 0 && w.is(UnitWord::kType) && !(w.is(UnitWord::kHamlet) && names_other(at)))
    end = parse_admin(at, m = {});
  if (end == 0 && w.is(UnitWord::kNumbered)) {
    // "khu 7, xã Đại An"
    const size_t number = at + length(at);
    if (end = with_number(number); end == number) end = 0;
    m = {};
    m.administrative = true;
    m.levels = bit(UnitLevel::kOther);
  }
  if (end == 0 && w.is(UnitWord::kHead | UnitWord::kAlone | UnitWord::kOrgan) && !inside_name(at) &&
      !names_other(at)) {
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
    return end;
  }
  if (end == 0 && w.is(UnitWord::kCountry)) {
    m = {};
    m.administrative = true;
    m.form = Form::kCountry;
    m.levels = bit(UnitLevel::kCentral);
    end = static_cast<uint32_t>(at + length(at));
  }
  if (end == 0 && w.is(UnitWord::kBrand)) end = parse_brand(at, m = {});
  if (end == 0 && capital) {
    end = parse_alias(at, m = {});
    if (end == 0) end = parse_team(at, m);
    if (end == 0) end = parse_place_name(at, m);
  }
  if (end <= at) return at;  // a name that was cut back to nothing is none
  emit(at, end, m);
  if (m.administrative && m.typed && m.place_name >= 0) end = parse_more(end, m);
  return end;
}

uint64_t UnitParser::run() {
  constexpr uint64_t kBegins = UnitWord::kWhole | UnitWord::kSet | UnitWord::kType |
                               UnitWord::kNumbered | UnitWord::kHead | UnitWord::kAlone |
                               UnitWord::kOrgan | UnitWord::kRegion | UnitWord::kCountry |
                               UnitWord::kBrand;
  uint64_t all_roles = 0;
  size_t from = 0;
  for (item_ = 0; item_ < s_.items.size(); ++item_) {
    const Item& item = s_.items[item_];
    const size_t at = item.tokens.begin;
    const Token& first = token(at);
    const bool several = item.tokens.size() > 1;
    const bool number = item.numeral >= 0 || first.kind == TokenKind::kDigits;
    const uint64_t roles = rules_.unit_word(item).roles;
    all_roles |= roles;
    // Most items are one small word without a role.
    if (!first.capital && !several && !number && (roles & (kBegins | UnitWord::kPlural)) == 0)
      continue;
    if (at >= from) {
      const bool begins =
          first.capital || (several && is_capital(at + 1)) || unit_word(at).is(kBegins) ||
          ((number || (roles & UnitWord::kPlural) != 0) && unit_word(at + 1).is(UnitWord::kType));
      if (begins) from = parse(at);
    }
    for (size_t inside = at + 1; inside < item.tokens.end; ++inside) {
      if (inside < from) continue;
      const bool before_capital = is_capital(inside + 1) || is_capital(inside + 2);
      if (is_capital(inside) || (before_capital && ends_entry(inside))) from = parse(inside);
    }
  }
  return all_roles;
}

uint64_t find_units(const RuleSet& rules, Day day, std::string_view text,
                    const SentenceItems& sentence, std::vector<UnitAlias>& aliases,
                    std::vector<UnitMention>& out) {
  return UnitParser(rules, day, text, sentence, aliases, out).run();
}

}  // namespace solieu
