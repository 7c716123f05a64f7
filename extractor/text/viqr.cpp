#include "text/viqr.h"

#include <cctype>
#include <string>

#include "text/letters.h"
#include "text/utf8.h"
#include "text/validity.h"

namespace solieu {
namespace {

char32_t mark_of(char c) {
  switch (c) {
    case '\'':
      return 0x301;
    case '`':
      return 0x300;
    case '?':
      return 0x309;
    case '~':
      return 0x303;
    case '.':
      return 0x323;
    case '^':
      return 0x302;
    case '(':
      return 0x306;
    case '+':
      return 0x31B;
    default:
      return 0;
  }
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// A word as VIQR: letters, marks behind vowels, escapes.
struct Reading {
  size_t end = 0;       // behind the word
  std::string text;     // what it means
  bool strong = false;  // has a mark of quality, or dd
  bool marked = false;  // differs from its letters
};

Reading read(std::string_view text, size_t begin, bool keep_last_mark) {
  Reading reading;
  size_t i = begin;
  while (i < text.size() && (is_letter(text[i]) || text[i] == '\\')) {
    if (text[i] == '\\') {
      if (i + 1 >= text.size() || (mark_of(text[i + 1]) == 0 && text[i + 1] != '\\')) break;
      reading.text += text[i + 1];
      reading.marked = true;
      i += 2;
      continue;
    }
    Letter letter = letter_of(static_cast<unsigned char>(text[i]));
    if (!letter.valid()) {
      reading.text += text[i++];
      continue;
    }
    const bool stroke =
        letter.base == Base::kD && i + 1 < text.size() && (text[i + 1] | 0x20) == 'd';
    ++i;
    if (stroke) {
      letter.base = Base::kDStroke;
      reading.strong = reading.marked = true;
      ++i;
    }
    for (; i < text.size(); ++i) {
      const char32_t mark = mark_of(text[i]);
      const Letter marked = mark == 0 ? Letter{} : with_mark(letter, mark);
      if (!marked.valid()) break;
      const bool last =
          i + 1 == text.size() || !(is_letter(text[i + 1]) || mark_of(text[i + 1]) != 0);
      if (last && keep_last_mark && (text[i] == '.' || text[i] == '?')) break;
      letter = marked;
      reading.marked = true;
      reading.strong |= mark == 0x302 || mark == 0x306 || mark == 0x31B;
    }
    append_utf8(reading.text, code_point_of(letter));
  }
  reading.end = i;
  return reading;
}

// Whether the words of a reading are syllables; without any there is nothing against it.
bool is_good(const Reading& reading) {
  const Validity validity = validity_of(reading.text);
  return validity.valid == validity.words;
}

bool line_ends(std::string_view text, size_t i) {
  while (i < text.size() && (text[i] == ' ' || text[i] == '"')) ++i;
  return i >= text.size() || text[i] == '\n' || text[i] == '\r';
}

template <class Visit>
void for_each_reading(std::string_view text, Visit visit) {
  for (size_t i = 0; i < text.size();) {
    if (!is_letter(text[i])) {
      ++i;
      continue;
    }
    Reading reading = read(text, i, false);
    const char last = text[reading.end - 1];
    if (last == '.' || last == '?') {
      const Reading kept = read(text, i, true);
      if (is_good(kept) && (!is_good(reading) || line_ends(text, reading.end))) reading = kept;
    }
    visit(Span{static_cast<uint32_t>(i), static_cast<uint32_t>(reading.end)}, reading);
    i = std::max(reading.end, i + 1);
  }
}

}  // namespace

bool looks_like_viqr(std::string_view text) {
  size_t words = 0, marked = 0, right = 0, strong = 0;
  for_each_reading(text.substr(0, 32768), [&](Span, const Reading& reading) {
    ++words;
    marked += reading.marked;
    const bool good = reading.marked && is_good(reading);
    right += good;
    strong += good && reading.strong;
  });
  return strong >= 2 && strong * 20 >= words && right * 10 >= marked * 6;
}

void decode_viqr(std::string_view text, Rewriter& out) {
  for_each_reading(text, [&](Span span, const Reading& reading) {
    if (!reading.marked) return;
    if (!reading.strong && !is_good(reading)) return;
    out.replace(span, reading.text, Repair::kViqr);
  });
}

}  // namespace solieu
