#include "mention/items.h"

#include <algorithm>
#include <span>

#include "text/syllable.h"

namespace solieu {
namespace {

constexpr uint32_t kSpelledNumber = NumberWord::kDigit | NumberWord::kTens | NumberWord::kTen |
                                    NumberWord::kDigitAfterTens | NumberWord::kFew;

// Roles of the words that a numeral can begin with; of longer entries only a few ("vài ba").
constexpr uint32_t kBeginsNumeral = NumberWord::kDigit | NumberWord::kTen | NumberWord::kScale |
                                    NumberWord::kHalfBefore | NumberWord::kVagueHead |
                                    NumberWord::kFew | NumberWord::kWholeHead | NumberWord::kOver;

// A compound in which a number word is no number ("một số", "ba mẹ") is longer than the numeral.
bool compound_wins(const SentenceItems& s, uint32_t at, const Numeral& numeral) {
  return s.tokens[at].kind == TokenKind::kWord && s.matches[at].tokens > 1 &&
         at + s.matches[at].tokens >= numeral.tokens.end &&
         numeral.tokens.size() < s.matches[at].tokens;
}

RuleSet::Unknown unknown_kind(std::string_view text, const Token& token) {
  if (token.kind != TokenKind::kWord) return RuleSet::kUnknownMark;
  const std::string_view word = token.span.of(text);
  // "iPhone" and "eSIM" are names, too.
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (!token.capital && std::ranges::any_of(word, is_capital)) return RuleSet::kForeignWord;
  if (!token.capital || token.all_capitals) return RuleSet::kUnknownWord;
  // A letter with a mark is Vietnamese enough; most names stop here.
  if (std::ranges::any_of(word, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    return RuleSet::kUnknownWord;
  }
  const auto spelling = spell(word);
  return spelling && parse_syllable(*spelling) ? RuleSet::kUnknownWord : RuleSet::kForeignWord;
}

bool may_begin_numeral(const RuleSet& rules, const Token& token, LexiconMatch match) {
  const uint32_t roles = rules.number_word(match.entry).roles;
  return token.kind == TokenKind::kDigits ||
         (roles & (match.tokens == 1 ? kBeginsNumeral : NumberWord::kFew)) != 0;
}

// Makes the item the numeral that begins at `at`, if one does.
bool take_numeral(const NumeralInput& input, uint32_t at, Item& item, SentenceItems& out) {
  const auto numeral = parse_numeral(input, at);
  if (!numeral || compound_wins(out, at, *numeral)) return false;
  item.tokens = numeral->tokens;
  item.numeral = static_cast<int32_t>(out.numerals.size());
  item.builtins = numeral->builtins | bit(builtin::kAny);
  out.numerals.push_back(*numeral);
  return true;
}

// Behind a number some compounds give way to a shorter entry.
void yield_to_numbers(const RuleSet& rules, std::string_view text, SentenceItems& s) {
  for (size_t i = 1; i < s.tokens.size(); ++i) {
    LexiconMatch& match = s.matches[i];
    const auto yields = rules.traits(match.entry).yields;
    if (yields == LexiconEntry::Yields::kNever) continue;
    const Token& before = s.tokens[i - 1];
    const uint32_t roles = rules.number_word(s.matches[i - 1].entry).roles;
    const bool digits = before.kind == TokenKind::kDigits;
    const bool amount =
        (roles & NumberWord::kScale) != 0 ||
        (digits && before.span.of(text).find_first_of(".,") != std::string_view::npos);
    const bool number = amount || digits || (roles & kSpelledNumber) != 0;
    if (yields == LexiconEntry::Yields::kToAmount ? amount : number) {
      match = rules.lexicon().match(s.syllables, i, match.tokens - 1);
    }
  }
}

}  // namespace

void itemise(const RuleSet& rules, std::string_view text, Span sentence, SentenceItems& out) {
  out.tokens.clear();
  out.items.clear();
  out.numerals.clear();
  out.concept_rows.assign(words_for(rules.concept_rows()), 0);
  tokenise(text, sentence, out.tokens);
  rules.lexicon().look_up(text, out.tokens, out.syllables);
  rules.lexicon().match_each(out.syllables, out.matches);
  yield_to_numbers(rules, text, out);

  const NumeralInput input{rules, text, out.tokens, out.matches};
  const std::span<const Token> tokens = out.tokens;
  const std::span<const LexiconMatch> matches = out.matches;
  const std::span<uint64_t> concept_rows = out.concept_rows;
  for (uint32_t at = 0; at < tokens.size();) {
    const Token& token = tokens[at];
    const LexiconMatch match = matches[at];
    Item item;
    item.glued = !token.space_before;
    if (!may_begin_numeral(rules, token, match) || !take_numeral(input, at, item, out)) {
      item.entry = match.entry;
      item.tokens = {at, at + std::max(match.tokens, 1u)};
      const EntryTraits& traits =
          rules.traits(match.entry >= 0 ? match.entry : unknown_kind(text, token));
      item.concepts = traits.concepts;
      item.unit_word = traits.unit_word;
      item.item_class = traits.classes[size_t{token.capital} + size_t{token.all_capitals}];
      set_bit(concept_rows, item.concepts);
    }
    item.span = {token.span.begin, tokens[item.tokens.end - 1].span.end};
    at = item.tokens.end;
    out.items.push_back(item);
  }
}

}  // namespace solieu
