#include "text/capitals.h"

#include <vector>

#include "text/letters.h"
#include "text/words.h"

namespace solieu {
namespace {

enum class Case : uint8_t { kCapitals, kSmall, kEither };

struct CasedWord {
  Span span;
  Case letters;
};

Case case_of(std::string_view word) {
  size_t letters = 0;
  bool later_capital = false;
  for (size_t i = 0; i < word.size(); ++letters) {
    const char32_t c = next_code_point(word, i);
    if (c >= U'a' && c <= U'z') return Case::kSmall;
    later_capital |= letters > 0 && (c < 0x80 || letter_of(c).upper);
  }
  return later_capital ? Case::kCapitals : Case::kEither;
}

}  // namespace

void capitalise(std::string_view text, Span what, Rewriter& out) {
  std::string capital;
  for (size_t i = what.begin; i < what.end;) {
    const size_t at = i;
    const Letter letter = letter_of(next_code_point(text, i));
    if (!letter.valid() || letter.upper) continue;
    capital.clear();
    append_utf8(capital, code_point_of({letter.base, letter.tone, true}));
    out.replace({static_cast<uint32_t>(at), static_cast<uint32_t>(i)}, capital, Repair::kTcvn3);
  }
}

void restore_capitals(std::string_view text, Rewriter& out) {
  std::vector<CasedWord> line;
  auto end_line = [&] {
    // The nearest word that tells, on either side; the edge of a line tells what the other side
    // does.
    for (size_t i = 0; i < line.size(); ++i) {
      if (line[i].letters != Case::kEither) continue;
      size_t next = i;
      while (next < line.size() && line[next].letters == Case::kEither) ++next;
      const Case before = i == 0 ? Case::kEither : line[i - 1].letters;
      const Case after = next == line.size() ? Case::kEither : line[next].letters;
      const bool capitals = (before == Case::kCapitals && after != Case::kSmall) ||
                            (after == Case::kCapitals && before != Case::kSmall);
      for (; i < next; ++i) line[i].letters = capitals ? Case::kCapitals : Case::kSmall;
      --i;
    }
    for (const CasedWord& word : line) {
      if (word.letters == Case::kCapitals) capitalise(text, word.span, out);
    }
    line.clear();
  };
  uint32_t line_end = 0;
  for_each_word(text, [&](const Word& word) {
    if (word.span.begin >= line_end) {
      end_line();
      line_end = static_cast<uint32_t>(std::min(text.find('\n', word.span.begin), text.size()));
    }
    line.push_back({word.span, case_of(word.span.of(text))});
    return true;
  });
  end_line();
}

}  // namespace solieu
