#include "text/surely_clean.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstring>

#include "text/letters.h"
#include "text/utf8.h"

namespace solieu {
namespace {

// Bytes side by side: 16 in whatever registers the machine has, 32 where it has AVX2. Comparisons
// give 0 or 0xFF. All is inlined, so that one text serves both.
using Bytes16 = uint8_t __attribute__((vector_size(16)));
using Bytes32 = uint8_t __attribute__((vector_size(32)));
#define SOLIEU_INLINE [[gnu::always_inline]] inline

template <class Bytes>
SOLIEU_INLINE Bytes load(const char* at) {
  Bytes bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

template <class Bytes>
SOLIEU_INLINE bool any(const Bytes& mask) {
  uint64_t parts[sizeof(Bytes) / 8], all = 0;
  std::memcpy(parts, &mask, sizeof parts);
  for (uint64_t part : parts) all |= part;
  return all != 0;
}

// One subtraction makes two comparisons one: what is below `low` wraps around.
template <class Bytes>
SOLIEU_INLINE Bytes in(Bytes b, uint8_t low, uint8_t high) {
  return (Bytes)((Bytes)(b - low) <= static_cast<uint8_t>(high - low));
}
template <class Bytes>
SOLIEU_INLINE Bytes is(Bytes b, uint8_t value) {
  return (Bytes)(b == value);
}

// A byte, the two before it and the two after it, sixteen times.
template <class B>
struct Window {
  using Bytes = B;
  Bytes before2, before, byte, after, after2;

  SOLIEU_INLINE explicit Window(const char* at)
      : before2(load<Bytes>(at - 2)),
        before(load<Bytes>(at - 1)),
        byte(load<Bytes>(at)),
        after(load<Bytes>(at + 1)),
        after2(load<Bytes>(at + 2)) {}
};

// Characters outside of the expected ones, by lead byte.
template <class Window>
SOLIEU_INLINE auto unexpected(const Window& w) {
  using Bytes = typename Window::Bytes;
  const Bytes folded = w.after | 0x20;  // À..Ý and à..ý alike
  Bytes bad = (Bytes)(w.byte >= 0xC7) & ~(is(w.byte, 0xE1) | is(w.byte, 0xE2));
  bad |= is(w.byte, 0xC2) &
         ~(is(w.after, 0xB0) | in(w.after, 0xB2, 0xB3) | is(w.after, 0xAB) | is(w.after, 0xBB));
  bad |= is(w.byte, 0xC3) &
         ~(in(folded, 0xA0, 0xA3) | in(folded, 0xA8, 0xAA) | in(folded, 0xAC, 0xAD) |
           in(folded, 0xB2, 0xB5) | in(folded, 0xB9, 0xBA) | is(folded, 0xBD));
  bad |= is(w.byte, 0xC4) &
         ~(in(w.after, 0x82, 0x83) | in(w.after, 0x90, 0x91) | in(w.after, 0xA8, 0xA9));
  bad |= is(w.byte, 0xC5) & ~in(w.after, 0xA8, 0xA9);
  bad |= is(w.byte, 0xC6) & ~(in(w.after, 0xA0, 0xA1) | in(w.after, 0xAF, 0xB0));
  bad |= is(w.byte, 0xE1) & ~((is(w.after, 0xBA) & (Bytes)(w.after2 >= 0xA0)) |
                              (is(w.after, 0xBB) & (Bytes)(w.after2 <= 0xB9)));
  bad |= is(w.byte, 0xE2) & ~(is(w.after, 0x80) &
                              (in(w.after2, 0x93, 0x94) | in(w.after2, 0x98, 0x99) |
                               in(w.after2, 0x9C, 0x9D) | is(w.after2, 0xA2) | is(w.after2, 0xA6)));
  return bad;
}

// Characters that are fine by themselves and wrong beside each other.
template <class Window>
SOLIEU_INLINE auto misplaced(const Window& w) {
  using Bytes = typename Window::Bytes;
  const Bytes small = w.byte | 0x20, small_before = w.before | 0x20,
              small_before2 = w.before2 | 0x20;
  auto vowel = [](Bytes b) __attribute__((always_inline)) {
    return is(b, 'a') | is(b, 'e') | is(b, 'i') | is(b, 'o') | is(b, 'u') | is(b, 'y');
  };
  const Bytes letter_after = in(w.after | 0x20, 'a', 'z');
  // Mojibake: the Ã that was C3, the á» that was E1 BB.
  Bytes bad = is(w.before, 0xC3) & is(w.byte, 0x83) & (Bytes)(w.after >= 0x80);
  bad |= is(w.before2, 0xC3) & is(w.before, 0xA1) & is(w.byte, 0xC2);
  // An entity: unlike R&D and TB&XH it has a small letter, but for &ETH;.
  bad |= is(w.byte, '&') &
         (in(w.after, 'a', 'z') | is(w.after, '#') | (letter_after & in(w.after2, 'a', 'z')) |
          (is(w.after, 'E') & is(w.after2, 'T')));

  // After a non-ASCII letter: another vowel, or a vowel that is not the last letter.
  const Bytes after_d = is(w.before2, 0xC4) & in(w.before, 0x90, 0x91);
  const Bytes after_u_horn = is(w.before2, 0xC6) & in(w.before, 0xAF, 0xB0);
  const Bytes after_letter = in(w.before, 0x80, 0xBF) & ~(after_d | is(w.before2, 0x80));
  const Bytes leads = in(w.byte, 0xC3, 0xC6) | is(w.byte, 0xE1);
  const Bytes leads_after = in(w.after, 0xC3, 0xC6) | is(w.after, 0xE1);
  const Bytes e1_ba = is(w.byte, 0xE1) & is(w.after, 0xBA),
              e1_bb = is(w.byte, 0xE1) & is(w.after, 0xBB);
  const Bytes horn_o =
      (is(w.byte, 0xC6) & in(w.after, 0xA0, 0xA1)) | (e1_bb & in(w.after2, 0x9A, 0xA3));
  bad |= after_letter & leads & ~(after_u_horn & horn_o);
  bad |= after_letter & vowel(small) & (letter_after | leads_after);

  // Vowels with a tone and no other mark, here.
  const Bytes c3 = is(w.byte, 0xC3), folded = w.after | 0x20;
  const Bytes a =
      (c3 & (in(folded, 0xA0, 0xA1) | is(folded, 0xA3))) | (e1_ba & in(w.after2, 0xA0, 0xA3));
  const Bytes e = (c3 & in(folded, 0xA8, 0xA9)) | (e1_ba & in(w.after2, 0xB8, 0xBD));
  const Bytes i2 = (c3 & in(folded, 0xAC, 0xAD)) | (is(w.byte, 0xC4) & in(w.after, 0xA8, 0xA9));
  const Bytes i3 = e1_bb & in(w.after2, 0x88, 0x8B);
  const Bytes o =
      (c3 & (in(folded, 0xB2, 0xB3) | is(folded, 0xB5))) | (e1_bb & in(w.after2, 0x8C, 0x8F));
  const Bytes u =
      (c3 & in(folded, 0xB9, 0xBA)) | is(w.byte, 0xC5) | (e1_bb & in(w.after2, 0xA4, 0xA7));
  const Bytes y = (c3 & is(folded, 0xBD)) | (e1_bb & in(w.after2, 0xB2, 0xB9));
  // The tone stands on the second of two vowels only in oa, oe, uy and after qu, gi.
  const Bytes after_u = is(small_before, 'u'), after_i = is(small_before, 'i');
  const Bytes second = (is(small_before, 'o') & (a | e)) | (after_u & y) |
                       (after_u & is(small_before2, 'q')) | (after_i & is(small_before2, 'g'));
  bad |= vowel(small_before) & (a | e | i2 | i3 | o | u | y) & ~second;
  // The tone stands on the u of qu, the i of gi.
  const Bytes after_g = is(small_before, 'g');
  bad |= is(small_before, 'q') & u;
  bad |= after_g & (i3 | (i2 & vowel(w.after2 | 0x20)));
  // uơ, ưo for ươ.
  bad |= after_u & horn_o;
  bad |= after_u_horn & (is(small, 'o') | o);
  return bad;
}

struct Unclean {
  template <class Window>
  SOLIEU_INLINE auto operator()(const Window& w) const {
    return unexpected(w) | misplaced(w);
  }
};
struct Misspelled {
  template <class Window>
  SOLIEU_INLINE auto operator()(const Window& w) const {
    return misplaced(w);
  }
};

// What one look at a text tells.
struct Findings {
  bool suspicious = false;
  bool beyond_ascii = false;
};

template <class Bytes, class Suspicious>
SOLIEU_INLINE Findings look_through(std::string_view text) {
  constexpr size_t kStep = sizeof(Bytes), kPad = 2;
  const char* data = text.data();
  const size_t size = text.size();
  Bytes bad = {}, high = {};
  // The text's edges lie in a padded copy, its middle is read in place.
  char padded[kPad + kStep + kPad];
  auto edge = [&](size_t begin) __attribute__((always_inline)) {
    std::memset(padded, ' ', sizeof padded);
    const size_t from = begin < kPad ? 0 : begin - kPad;
    const size_t to = std::min(size, begin + kStep + kPad);
    std::memcpy(padded + (kPad + from - begin), data + from, to - from);
    return padded + kPad;
  };
  size_t i = 0, stop = 0;
  while (i < size) {
    const bool inside = i > 0 && i + kStep + kPad <= size;
    const Window<Bytes> window(inside ? data + i : edge(i));
    high |= window.byte;
    bad |= Suspicious()(window);
    i += kStep;
    // Left early, but not checked for at each step.
    if (i >= stop) {
      if (any(bad)) return {true, true};
      stop = i + 16 * kStep;
    }
  }
  return {any(bad), any(Bytes(high & 0x80))};
}

template <class Suspicious>
Findings look_through_16(std::string_view text) {
  return look_through<Bytes16, Suspicious>(text);
}

#if defined(__x86_64__)
template <class Suspicious>
__attribute__((target("avx2"))) Findings look_through_32(std::string_view text) {
  return look_through<Bytes32, Suspicious>(text);
}
#endif

template <class Suspicious>
Findings look(std::string_view text) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return look_through_32<Suspicious>(text);
#endif
  return look_through_16<Suspicious>(text);
}

}  // namespace

bool surely_clean(std::string_view text) {
  const Findings found = look<Unclean>(text);
  return !found.suspicious && found.beyond_ascii;
}

bool surely_well_spelled(std::string_view text) { return !look<Misspelled>(text).suspicious; }

bool surely_clean_scalar(std::string_view text) {
  auto plain_vowel = [](char32_t c) { return c < 0x80 && is_vowel(letter_of(c).base); };
  auto is_letter = [](char32_t c) {
    return letter_of(c).valid() || (c < 0x80 && std::isalpha(int(c)));
  };
  bool high = false;
  char32_t before2 = U' ', before = U' ';
  for (size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    size_t next = i;
    const char32_t after = next < text.size() ? next_code_point(text, next) : U' ';
    const Letter letter = letter_of(c), l1 = letter_of(before), l2 = letter_of(before2);
    const Base b1 = before < 0x80 ? l1.base : Base::kNone,
               b2 = before2 < 0x80 ? l2.base : Base::kNone;
    high |= c >= 0x80;

    const bool expected =
        c < 0x80 || letter.valid() ||
        std::u32string_view(U"°²³«»–—‘’“”•…").find(c) != std::u32string_view::npos;
    if (!expected) return false;
    if (c == U'Ã' && after >= 0x80) return false;
    if (before == U'á' && c >= 0x80 && c < 0xC0) return false;
    if (c == U'&') {
      size_t behind = next;
      const char32_t after2 = next < text.size() ? next_code_point(text, behind) : U' ';
      const auto small = [](char32_t x) { return x >= U'a' && x <= U'z'; };
      const bool capital = after >= U'A' && after <= U'Z';
      if (small(after) || after == U'#' || (capital && small(after2))) return false;
      if (after == U'E' && after2 == U'T') return false;
    }

    const bool after_u_horn = l1.base == Base::kUHorn && l1.tone == Tone::kLevel;
    const bool after_mark = before >= 0x80 && before < 0x2000 && l1.base != Base::kDStroke;
    if (after_mark && letter.valid() && c >= 0x80 &&
        !(after_u_horn && letter.base == Base::kOHorn)) {
      return false;
    }
    if (after_mark && plain_vowel(c) && is_letter(after)) return false;

    const bool toned = letter.tone != Tone::kLevel && !has_quality(letter.base);
    const bool second = (b1 == Base::kO && (letter.base == Base::kA || letter.base == Base::kE)) ||
                        (b1 == Base::kU && letter.base == Base::kY) ||
                        (b1 == Base::kU && b2 == Base::kQ) || (b1 == Base::kI && b2 == Base::kG);
    if (is_vowel(b1) && toned && !second) return false;
    if (b1 == Base::kQ && letter.base == Base::kU && toned) return false;
    if (b1 == Base::kG && letter.base == Base::kI && toned) {
      if (letter.tone == Tone::kHook || letter.tone == Tone::kDot || plain_vowel(after))
        return false;
    }
    if (b1 == Base::kU && letter.base == Base::kOHorn) return false;
    if (after_u_horn && letter.base == Base::kO) return false;
    before2 = before, before = c;
  }
  return high;
}

}  // namespace solieu
