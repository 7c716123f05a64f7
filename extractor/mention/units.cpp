#include "mention/units.h"

#include <algorithm>

#include "mention/unit_parser.h"

namespace solieu {

using Form = UnitMention::Form;

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

void find_units(const RuleSet& rules, Day day, std::string_view text, const SentenceItems& sentence,
                std::vector<UnitAlias>& aliases, std::vector<UnitMention>& out) {
  UnitParser(rules, day, text, sentence, aliases, out).run();
}

}  // namespace solieu
