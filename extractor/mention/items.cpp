#include "mention/items.h"

namespace solieu {
namespace {

// A compound in which a number word is no number ("một số", "ba mẹ") is longer than the numeral.
bool compound_wins(const SentenceItems& s, uint32_t at, const Numeral& numeral) {
  return s.tokens[at].kind == TokenKind::kWord && s.matches[at].tokens > 1 &&
         at + s.matches[at].tokens >= numeral.tokens.end && numeral.tokens.size() < s.matches[at].tokens;
}

}  // namespace

void itemise(const RuleSet& rules, std::string_view text, Span sentence, SentenceItems& out) {
  out.tokens.clear();
  out.ids.clear();
  out.matches.clear();
  out.items.clear();
  out.numerals.clear();
  tokenise(text, sentence, out.tokens);
  const Lexicon& lexicon = rules.lexicon();
  for (const auto& token : out.tokens) out.ids.push_back(lexicon.ids(token.span.of(text)));
  for (size_t i = 0; i < out.tokens.size(); ++i) out.matches.push_back(lexicon.match(out.ids, i));

  // "80 tỷ | đồng bằng": behind a number some compounds give way to a shorter entry.
  const auto& words = rules.number_words();
  for (size_t i = 1; i < out.tokens.size(); ++i) {
    LexiconMatch& match = out.matches[i];
    if (match.entry < 0 || !lexicon.entry(match.entry).yields_to_number) continue;
    const int32_t previous = out.matches[i - 1].entry;
    const bool number_before =
        out.tokens[i - 1].kind == TokenKind::kDigits ||
        (previous >= 0 && (words[static_cast<size_t>(previous)].roles &
                           (NumberWord::kScale | NumberWord::kDigit | NumberWord::kTens |
                            NumberWord::kTen | NumberWord::kDigitAfterTens)) != 0);
    if (number_before) match = lexicon.match(out.ids, i, match.tokens - 1);
  }

  const NumeralInput input{rules, text, out.tokens, out.matches};
  for (uint32_t at = 0; at < out.tokens.size();) {
    const Token& token = out.tokens[at];
    Item item;
    item.glued = !token.space_before;
    const LexiconMatch match = out.matches[at];
    const bool may_be_number =
        token.kind == TokenKind::kDigits ||
        (match.entry >= 0 && words[static_cast<size_t>(match.entry)].roles != 0) ||
        (match.entry >= 0 && match.tokens > 1);
    std::optional<Numeral> numeral;
    if (may_be_number) numeral = parse_numeral(input, at);
    if (numeral && !compound_wins(out, at, *numeral)) {
      item.tokens = numeral->tokens;
      item.numeral = static_cast<int32_t>(out.numerals.size());
      item.builtins = numeral->builtins | bit(builtin::kAny);
      item.item_class = rules.numeral_class();
      out.numerals.push_back(*numeral);
    } else {
      item.entry = match.entry;
      item.tokens = {at, at + (match.entry >= 0 ? match.tokens : 1)};
      const bool mark = token.kind != TokenKind::kWord;
      item.item_class = rules.item_class(item.entry, mark, token.capital, token.all_capitals);
    }
    item.span = {token.span.begin, out.tokens[item.tokens.end - 1].span.end};
    out.items.push_back(item);
    at = item.tokens.end;
  }
}

}  // namespace solieu
