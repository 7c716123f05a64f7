// Words as the syllable check sees them, in texts that may be garbled.
#pragma once

#include <string_view>

#include "solieu/span.h"
#include "text/utf8.h"

namespace solieu {

// Characters that stand between words although they are not ASCII. « » · are not among them: in
// garbled text they are letters more often than marks.
inline bool is_mark_between_words(char32_t c) {
  return (c >= 0x2010 && c <= 0x2027) || c == 0xA0 || c == U'°' || c == U'²' || c == U'³' ||
         c == U'½' || c == U'₫' || c == U'€' || c == 0xFEFF || (c >= 0x2000 && c <= 0x200F);
}

struct Word {
  Span span;          // bytes of the text
  bool ascii = true;  // nothing but ASCII letters
};

// Calls visit(word) for each run of ASCII letters and non-ASCII characters that are no marks in
// `part`, in order, until it returns false. Valid UTF-8. Symbols count as letters: in garbled text
// they are.
template <class Visit>
void for_each_word(std::string_view text, Span part, Visit visit) {
  Word word;
  bool open = false;
  auto close = [&] {
    const bool go_on = !open || visit(static_cast<const Word&>(word));
    open = false;
    return go_on;
  };
  for (size_t i = part.begin; i < part.end;) {
    const size_t at = i;
    const auto byte = static_cast<unsigned char>(text[i]);
    bool letter, ascii = byte < 0x80;
    if (ascii) {
      letter = static_cast<unsigned char>((byte | 0x20) - 'a') < 26;
      ++i;
    } else {
      letter = !is_mark_between_words(next_code_point(text, i));
    }
    if (!letter) {
      if (!close()) return;
      continue;
    }
    if (!open) word = {{static_cast<uint32_t>(at), 0}, true}, open = true;
    word.span.end = static_cast<uint32_t>(i);
    word.ascii &= ascii;
  }
  close();
}
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  for_each_word(text, {0, static_cast<uint32_t>(text.size())}, visit);
}

}  // namespace solieu
