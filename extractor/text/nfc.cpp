#include "text/nfc.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "text/letters.h"
#include "text/utf8.h"

namespace solieu {
namespace {

constexpr int kMaxMarks = 30;

// Whether a character composes with nothing before it and nothing changes it.
bool is_settled(char32_t c) {
  if (c < 0x300 || (c >= 0x1EA0 && c < 0x1F00)) return true;
  if (c < 0x370) return false;  // marks
  const auto code = static_cast<UChar32>(c);
  return u_getIntPropertyValue(code, UCHAR_NFC_QUICK_CHECK) == UNORM_YES &&
         u_getCombiningClass(code) == 0;
}

class Composer {
 public:
  Composer() {
    UErrorCode status = U_ZERO_ERROR;
    nfc_ = icu::Normalizer2::getNFCInstance(status);
    nfd_ = icu::Normalizer2::getNFDInstance(status);
  }

  bool begins_segment(char32_t c) const {
    return c < 0x300 || nfc_->hasBoundaryBefore(static_cast<UChar32>(c));
  }

  // The composed form of a segment: one character that begins a segment and all up to the next.
  // Says whether marks had to be dropped.
  bool compose(std::string_view segment, std::string& out) const {
    out.clear();
    size_t i = 0;
    Letter letter = letter_of(next_code_point(segment, i));
    while (letter.valid() && i < segment.size()) {
      letter = with_mark(letter, next_code_point(segment, i));
    }
    if (letter.valid()) {
      append_utf8(out, code_point_of(letter));
      return false;
    }
    return compose_rarely(segment, out);
  }

 private:
  // Everything that is no Vietnamese letter with its marks.
  bool compose_rarely(std::string_view segment, std::string& out) const {
    icu::UnicodeString capped;
    int marks = -1;
    bool dropped = false;
    for (size_t i = 0; i < segment.size();) {
      const char32_t c = next_code_point(segment, i);
      if (++marks <= kMaxMarks)
        capped.append(static_cast<UChar32>(c));
      else
        dropped = true;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString apart = nfd_->normalize(capped, status);
    Letter letter;
    icu::UnicodeString base, rest, seen;
    for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
      const UChar32 c = apart.char32At(i);
      if (i == 0) {
        letter = letter_of(static_cast<char32_t>(c));
        base.append(c);
        continue;
      }
      if (u_getCombiningClass(c) != 0 && seen.indexOf(c) >= 0) continue;
      seen.append(c);
      const Letter marked = with_mark(letter, static_cast<char32_t>(c));
      if (marked.valid()) {
        letter = marked;
        base = icu::UnicodeString(static_cast<UChar32>(code_point_of(letter)));
      } else {
        rest.append(c);
      }
    }
    nfc_->normalize(base + rest, status).toUTF8String(out);
    return dropped;
  }

  const icu::Normalizer2* nfc_;
  const icu::Normalizer2* nfd_;
};

}  // namespace

void normalise(std::string_view text, Span part, Rewriter& out) {
  static const Composer composer;
  std::string composed;
  size_t segment = part.begin;  // where the current segment begins
  for (size_t i = part.begin; i < part.end;) {
    const size_t at = i;
    // By lead byte: ASCII, U+0080 to U+02FF, and the last quarter of Latin Extended Additional.
    const auto lead = static_cast<unsigned char>(text[i]);
    const size_t settled = lead < 0x80                                                       ? 1
                           : lead < 0xCC                                                     ? 2
                           : lead == 0xE1 && static_cast<unsigned char>(text[i + 1]) == 0xBB ? 3
                                                                                             : 0;
    if (settled > 0) {
      segment = at;
      i += settled;
      continue;
    }
    char32_t c = next_code_point(text, i);
    if (is_settled(c)) {
      segment = at;
      continue;
    }
    if (composer.begins_segment(c)) segment = at;
    size_t end = i;
    while (end < part.end) {
      size_t next = end;
      c = next_code_point(text, next);
      if (composer.begins_segment(c)) break;
      end = next;
    }
    const bool dropped = composer.compose(text.substr(segment, end - segment), composed);
    out.replace({static_cast<uint32_t>(segment), static_cast<uint32_t>(end)}, composed,
                dropped ? Repair::kMarksDropped : Repair::kNormalised);
    segment = i = end;
  }
}

}  // namespace solieu
