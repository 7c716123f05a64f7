// The letters of the Vietnamese alphabet: base letter, tone and case of a code point, and back.
#pragma once

#include <cstdint>
#include <string_view>

namespace solieu {

enum class Tone : uint8_t { kLevel, kGrave, kAcute, kHook, kTilde, kDot };

// The 29 letters without tone, in the order of the alphabet; 0 is no letter. Five bits hold it.
enum class Base : uint8_t {
  // clang-format off
  kNone, kA, kABreve, kACircumflex, kB, kC, kD, kDStroke, kE, kECircumflex, kG, kH, kI, kK, kL, kM,
  kN, kO, kOCircumflex, kOHorn, kP, kQ, kR, kS, kT, kU, kUHorn, kV, kX, kY
  // clang-format on
};

struct Letter {
  Base base = Base::kNone;
  Tone tone = Tone::kLevel;
  bool upper = false;

  bool valid() const { return base != Base::kNone; }
  friend bool operator==(Letter, Letter) = default;
};

// The letter of a precomposed code point; not valid() for f, j, w, z and all else.
Letter letter_of(char32_t code_point);

// The precomposed code point; 0 for a tone on a consonant.
char32_t code_point_of(Letter letter);

bool is_vowel(Base base);

// ă â ê ô ơ ư, whatever the tone.
constexpr bool has_quality(Base base) {
  return base == Base::kABreve || base == Base::kACircumflex || base == Base::kECircumflex ||
         base == Base::kOCircumflex || base == Base::kOHorn || base == Base::kUHorn;
}

// Combining marks: what a mark makes of a letter, or a letter that is not valid() when it cannot
// stand there. Marks of quality (circumflex, breve, horn, the stroke of d) may come after the tone.
Letter with_mark(Letter letter, char32_t mark);

}  // namespace solieu
