#include "grammar/number_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace solieu {
namespace {

constexpr std::array<std::pair<std::string_view, uint32_t>, 25> kRoles = {{
    {"digit", NumberWord::kDigit},
    {"ambiguous", NumberWord::kAmbiguous},
    {"digit_after_tens", NumberWord::kDigitAfterTens},
    {"ten", NumberWord::kTen},
    {"tens", NumberWord::kTens},
    {"scale", NumberWord::kScale},
    {"hundred", NumberWord::kHundred},
    {"zero_link", NumberWord::kZeroLink},
    {"half_after", NumberWord::kHalfAfter},
    {"half_before", NumberWord::kHalfBefore},
    {"vague_head", NumberWord::kVagueHead},
    {"few", NumberWord::kFew},
    {"whole_head", NumberWord::kWholeHead},
    {"zero", NumberWord::kZero},
    {"noun", NumberWord::kUnit},
    {"currency", NumberWord::kUnit},
    {"time_unit", NumberWord::kUnit},
    {"age_unit", NumberWord::kUnit | NumberWord::kAge},
    {"measure", NumberWord::kUnit | NumberWord::kMeasure},
    {"range_to", NumberWord::kRangeTo},
    {"range_or", NumberWord::kRangeOr},
    {"range_fill", NumberWord::kRangeFill},
    {"over", NumberWord::kOver},
    {"range_from", NumberWord::kRangeFrom},
    {"month_word", NumberWord::kMonth},
}};

}  // namespace

std::vector<NumberWord> number_words(const Lexicon& lexicon, const ConceptTable& concepts) {
  struct Role {
    std::string_view name;
    uint32_t role;
    ConceptId id;
  };
  std::vector<Role> roles;
  std::vector<bool> has_role(concepts.size());
  for (const auto& [name, role] : kRoles) {
    const int id = concepts.find(name);
    if (id < 0) continue;
    roles.push_back({name, role, static_cast<ConceptId>(id)});
    has_role[static_cast<size_t>(id)] = true;
  }
  std::vector<NumberWord> out(lexicon.size());
  for (size_t i = 0; i < lexicon.size(); ++i) {
    const LexiconEntry& entry = lexicon.entry(static_cast<int32_t>(i));
    if (std::ranges::none_of(entry.concepts, [&](ConceptId id) { return has_role[id]; })) continue;
    for (const auto& [name, role, id] : roles) {
      const LexiconRow* const row = entry.row(id);
      if (row == nullptr) continue;
      out[i].roles |= role;
      if (name == "currency" && row->unit != "VND") out[i].roles |= NumberWord::kForeignCurrency;
      if (role >= NumberWord::kUnit) continue;
      if (row->value) out[i].value = *row->value;
      if (const auto high = Decimal::parse(row->unit)) out[i].high = *high;
    }
  }
  return out;
}

}  // namespace solieu
