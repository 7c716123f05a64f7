#include "mention/items.h"

#include <algorithm>

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

}  // namespace

void itemise(const RuleSet& rules, std::string_view text, Span sentence, SentenceItems& out) {
  out.tokens.clear();
  out.ids.clear();
  out.matches.clear();
  out.items.clear();
  out.numerals.clear();
  out.concepts.assign(rules.concepts_of({}).size(), 0);
  tokenise(text, sentence, out.tokens);
  const Lexicon& lexicon = rules.lexicon();
  for (const auto& token : out.tokens) out.ids.push_back(lexicon.ids(token.span.of(text)));
  for (size_t i = 0; i < out.tokens.size(); ++i) out.matches.push_back(lexicon.match(out.ids, i));

  // Behind a number some compounds give way to a shorter entry.
  for (size_t i = 1; i < out.tokens.size(); ++i) {
    LexiconMatch& match = out.matches[i];
    if (match.entry < 0) continue;
    const auto yields = rules.traits(match.entry).yields;
    if (yields == LexiconEntry::Yields::kNever) continue;
    const Token& before = out.tokens[i - 1];
    const int32_t entry = out.matches[i - 1].entry;
    const uint32_t roles = rules.number_word(entry).roles;
    const bool digits = before.kind == TokenKind::kDigits;
    const bool amount =
        (roles & NumberWord::kScale) != 0 ||
        (digits && before.span.of(text).find_first_of(".,") != std::string_view::npos);
    const bool number = amount || digits || (roles & kSpelledNumber) != 0;
    if (yields == LexiconEntry::Yields::kToAmount ? amount : number) {
      match = lexicon.match(out.ids, i, match.tokens - 1);
    }
  }

  const NumeralInput input{rules, text, out.tokens, out.matches};
  for (uint32_t at = 0; at < out.tokens.size();) {
    const Token& token = out.tokens[at];
    Item item;
    item.glued = !token.space_before;
    const LexiconMatch match = out.matches[at];
    const bool may_be_number = token.kind == TokenKind::kDigits ||
                               (rules.number_word(match.entry).roles &
                                (match.tokens == 1 ? kBeginsNumeral : NumberWord::kFew)) != 0;
    std::optional<Numeral> numeral;
    if (may_be_number) numeral = parse_numeral(input, at);
    if (numeral && !compound_wins(out, at, *numeral)) {
      item.tokens = numeral->tokens;
      item.numeral = static_cast<int32_t>(out.numerals.size());
      item.builtins = numeral->builtins | bit(builtin::kAny);
      out.numerals.push_back(*numeral);
    } else {
      item.entry = match.entry;
      item.tokens = {at, at + (match.entry >= 0 ? match.tokens : 1)};
      const int32_t known = item.entry >= 0 ? item.entry : unknown_kind(text, token);
      const EntryTraits& traits = rules.traits(known);
      item.concepts = traits.concepts;
      item.unit_word = traits.unit_word;
      const auto concepts = rules.concepts_of(item);
      for (size_t i = 0; i < concepts.size(); ++i) out.concepts[i] |= concepts[i];
      item.item_class = traits.classes[token.all_capitals ? 2 : token.capital ? 1 : 0];
    }
    item.span = {token.span.begin, out.tokens[item.tokens.end - 1].span.end};
    out.items.push_back(item);
    at = item.tokens.end;
  }
}

}  // namespace solieu
