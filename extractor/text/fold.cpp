#include "text/fold.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "text/iy_words.h"
#include "text/syllable.h"
#include "text/utf8.h"

namespace solieu {
namespace {

// The listed words in UTF-8, sorted.
const std::vector<std::string>& words_with_i_or_y() {
  static const std::vector<std::string> kWords = [] {
    std::vector<std::string> out;
    for (const std::u32string_view word : kWrittenWithIOrY) {
      std::string& listed = out.emplace_back();
      for (const char32_t c : word) append_utf8(listed, c);
    }
    std::ranges::sort(out);
    return out;
  }();
  return kWords;
}

// A word with its last vowel i or y exchanged, when both spellings are the same word.
std::optional<Spelling> exchange_i_y(const Spelling& spelling, Base from, Base to) {
  if (spelling.letters[spelling.size - 1] != from) return std::nullopt;
  Spelling exchanged = spelling;
  exchanged.letters[spelling.size - 1] = to;
  const std::string with_y = to_utf8(to == Base::kY ? exchanged : spelling);
  if (!std::ranges::binary_search(words_with_i_or_y(), with_y)) return std::nullopt;
  return exchanged;
}

// The letters that stand before the last one of those words, as bits.
uint32_t letters_before_i_or_y() {
  static const uint32_t kLetters = [] {
    uint32_t out = 0;
    for (const std::u32string_view word : kWrittenWithIOrY)
      out |= uint32_t{1} << static_cast<uint32_t>(letter_of(word[word.size() - 2]).base);
    return out;
  }();
  return kLetters;
}

// Most words fold to themselves, which their last two letters tell: a last i may be a y, and a tone
// on the last of two vowels without marks of their own ("hoà", "khoẻ") may stand on the first.
bool folds_to_itself(char32_t before, char32_t last) {
  const Letter glide = letter_of(before);
  const Letter vowel = letter_of(last);
  if (vowel.base == Base::kI &&
      (letters_before_i_or_y() >> static_cast<uint32_t>(glide.base) & 1u) != 0) {
    return false;
  }
  const auto is_plain = [](Letter l) { return is_vowel(l.base) && !has_quality(l.base); };
  return vowel.tone == Tone::kLevel || !is_plain(vowel) || !is_plain(glide);
}

// The match form of a lower-case word.
std::string fold_word(const std::string& word) {
  const auto spelling = spell(word);
  if (!spelling) return word;
  if (const auto with_y = exchange_i_y(*spelling, Base::kI, Base::kY)) return to_utf8(*with_y);
  const auto syllable = parse_syllable(*spelling);
  // A tone in a place of neither style is no matter of style: it stays.
  if (!syllable || place_tone(*syllable, ToneStyle::kNew) != *spelling) return word;
  return to_utf8(place_tone(*syllable, ToneStyle::kOld));
}

// Marks that differ in print only.
char32_t fold_mark(char32_t c) {
  switch (c) {
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'«':
    case U'»':
    case U'″':
    case U'＂':
      return U'"';
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
    case U'‹':
    case U'›':
    case U'′':
    case U'´':
    case U'`':
      return U'\'';
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
      return U'-';
    case U'¹':
      return U'1';
    case U'²':
      return U'2';
    case U'³':
      return U'3';
    case U'⁰':
    case U'⁴':
    case U'⁵':
    case U'⁶':
    case U'⁷':
    case U'⁸':
    case U'⁹':
      return U'0' + (c - U'⁰');
    default:
      return c;
  }
}

// Appends a lower-case word as it stands, with a capital first letter, and in capitals.
void append_cases(const std::string& word, std::vector<std::string>& out) {
  std::string capital, capitals;
  for (size_t i = 0; i < word.size();) {
    const size_t begin = i;
    const char32_t c = next_code_point(word, i);
    append_utf8(capitals, static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))));
    if (begin == 0) capital = capitals + word.substr(i);
  }
  out.push_back(word);
  if (capital != word) out.push_back(std::move(capital));
  if (capitals != out.back()) out.push_back(std::move(capitals));
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out, word;
  out.reserve(text.size());
  char32_t before = 0, last = 0;  // the last two letters of the word
  const auto add = [&](char32_t letter) {
    append_utf8(word, letter);
    before = std::exchange(last, letter);
  };
  const auto end_word = [&] {
    if (word.empty()) return;
    if (folds_to_itself(before, last)) {
      out += word;
    } else {
      out += fold_word(word);
    }
    word.clear();
    before = last = 0;
  };
  for (size_t i = 0; i < text.size();) {
    if (const auto byte = static_cast<unsigned char>(text[i]); byte < 0x80) {
      ++i;
      if (static_cast<unsigned char>((byte | 0x20) - 'a') < 26) {
        add(byte | 0x20u);
      } else {
        end_word();
        append_utf8(out, fold_mark(byte));
      }
      continue;
    }
    const auto c = static_cast<UChar32>(next_code_point(text, i));
    if (u_isalpha(c)) {
      add(static_cast<char32_t>(u_tolower(c)));
    } else {
      end_word();
      append_utf8(out, fold_mark(static_cast<char32_t>(c)));
    }
  }
  end_word();
  return out;
}

std::vector<std::string> spellings(std::string_view folded) {
  const std::string lower(folded);
  std::vector<std::string> out;
  out.reserve(9);
  append_cases(lower, out);
  if (const auto spelling = spell(folded)) {
    if (const auto syllable = parse_syllable(*spelling)) {
      const std::string new_style = to_utf8(place_tone(*syllable, ToneStyle::kNew));
      if (new_style != lower) append_cases(new_style, out);
    }
    if (const auto with_i = exchange_i_y(*spelling, Base::kY, Base::kI)) {
      append_cases(to_utf8(*with_i), out);
    }
  }
  return out;
}

}  // namespace solieu
