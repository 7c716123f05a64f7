#include "mention/units.h"

#include <algorithm>

#include "mention/unit_parser.h"

namespace solieu {

using Form = UnitMention::Form;

void UnitParser::emit(size_t at, uint32_t end, UnitMention m) {
  m.tokens = {std::max(m.tokens.begin, static_cast<uint32_t>(at)), end};
  m.span = {token(m.tokens.begin).span.begin, token(end - 1).span.end};
  // An organ's mention is its body's.
  m.named = m.named.empty() ? m.span : Span{m.named.begin, m.span.end};
  m.core = m.core.empty() ? m.span : Span{m.span.begin, m.core.end};
  m.quoted = in_title(m.tokens.begin, end);
  if (!m.short_form) define_alias(end, m);
  out_.push_back(m);
}

// A quick test that most tokens fail: a capital, digits, a word with a role, or one before a
// capital.
bool UnitParser::may_begin(size_t at) const {
  constexpr uint64_t kBegins = UnitWord::kPlural | UnitWord::kWhole | UnitWord::kSet |
                               UnitWord::kType | UnitWord::kNumbered | UnitWord::kHead |
                               UnitWord::kAlone | UnitWord::kOrgan | UnitWord::kRegion |
                               UnitWord::kCountry | UnitWord::kBrand;
  const Token& t = token(at);
  if (t.capital || t.kind == TokenKind::kDigits) return true;
  const LexiconMatch found = s_.matches[at];
  if (t.kind == TokenKind::kMark || found.entry < 0) return false;
  return word_of(found).is(kBegins) || (found.tokens > 1 && is_capital(at + 1));
}

void UnitParser::run() {
  item_of_.resize(size());
  for (uint32_t i = 0; i < s_.items.size(); ++i) {
    for (uint32_t t = s_.items[i].tokens.begin; t < s_.items[i].tokens.end; ++t) item_of_[t] = i;
  }
  size_t words = 0;
  size_t capitals = 0;
  for (const Token& t : s_.tokens) {
    if (t.kind != TokenKind::kWord) continue;
    ++words;
    capitals += t.all_capitals;
  }
  shouted_ = words > 3 && capitals * 5 >= words * 4;
  for (size_t at = 0; at < size();) {
    if (!may_begin(at) || !begins_here(at)) {
      ++at;
      continue;
    }
    const bool capital = is_capital(at);
    UnitWord w = unit_word(at);
    if (w.is(UnitWord::kHamlet | UnitWord::kHead | UnitWord::kAlone) && is_town(at)) w = {};
    uint32_t end = 0;
    UnitMention m;
    if (w.is(UnitWord::kPlural) || token(at).kind == TokenKind::kDigits) {
      if (const uint32_t list = parse_list(at); list > at) {
        at = list;
        continue;
      }
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
    if (end == 0 && w.is(UnitWord::kHead | UnitWord::kAlone | UnitWord::kOrgan) &&
        !inside_name(at) && !names_other(at)) {
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
    if (end == 0 && w.is(UnitWord::kBrand)) end = parse_brand(at, m = {});
    if (end == 0 && capital) end = parse_alias(at, m = {});
    if (end == 0 && capital) end = parse_team(at, m = {});
    if (end == 0 && capital) end = parse_place_name(at, m = {});
    if (end <= at) {  // a name that was cut back to nothing is none
      ++at;
      continue;
    }
    emit(at, end, m);
    if (m.administrative && m.typed && m.place_name >= 0) end = parse_more(end, m);
    at = end;
  }
}

void find_units(const RuleSet& rules, Day day, std::string_view text, const SentenceItems& sentence,
                std::vector<UnitAlias>& aliases, std::vector<UnitMention>& out) {
  UnitParser(rules, day, text, sentence, aliases, out).run();
}

}  // namespace solieu
