#include "text/letters.h"

#include <array>

namespace solieu {
namespace {

constexpr std::u32string_view kLower = U"aăâbcdđeêghiklmnoôơpqrstuưvxy";
constexpr std::u32string_view kUpper = U"AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY";
constexpr int kLetters = 29;
static_assert(kLower.size() == kLetters && kUpper.size() == kLetters);

// Each vowel with its tones in the order of Tone: TCVN 6909:2001 (Unicode for Vietnamese).
struct VowelRow {
  char32_t lower[6];
  char32_t upper[6];
};
constexpr VowelRow kVowels[] = {
    {{U'a', U'à', U'á', U'ả', U'ã', U'ạ'}, {U'A', U'À', U'Á', U'Ả', U'Ã', U'Ạ'}},
    {{U'ă', U'ằ', U'ắ', U'ẳ', U'ẵ', U'ặ'}, {U'Ă', U'Ằ', U'Ắ', U'Ẳ', U'Ẵ', U'Ặ'}},
    {{U'â', U'ầ', U'ấ', U'ẩ', U'ẫ', U'ậ'}, {U'Â', U'Ầ', U'Ấ', U'Ẩ', U'Ẫ', U'Ậ'}},
    {{U'e', U'è', U'é', U'ẻ', U'ẽ', U'ẹ'}, {U'E', U'È', U'É', U'Ẻ', U'Ẽ', U'Ẹ'}},
    {{U'ê', U'ề', U'ế', U'ể', U'ễ', U'ệ'}, {U'Ê', U'Ề', U'Ế', U'Ể', U'Ễ', U'Ệ'}},
    {{U'i', U'ì', U'í', U'ỉ', U'ĩ', U'ị'}, {U'I', U'Ì', U'Í', U'Ỉ', U'Ĩ', U'Ị'}},
    {{U'o', U'ò', U'ó', U'ỏ', U'õ', U'ọ'}, {U'O', U'Ò', U'Ó', U'Ỏ', U'Õ', U'Ọ'}},
    {{U'ô', U'ồ', U'ố', U'ổ', U'ỗ', U'ộ'}, {U'Ô', U'Ồ', U'Ố', U'Ổ', U'Ỗ', U'Ộ'}},
    {{U'ơ', U'ờ', U'ớ', U'ở', U'ỡ', U'ợ'}, {U'Ơ', U'Ờ', U'Ớ', U'Ở', U'Ỡ', U'Ợ'}},
    {{U'u', U'ù', U'ú', U'ủ', U'ũ', U'ụ'}, {U'U', U'Ù', U'Ú', U'Ủ', U'Ũ', U'Ụ'}},
    {{U'ư', U'ừ', U'ứ', U'ử', U'ữ', U'ự'}, {U'Ư', U'Ừ', U'Ứ', U'Ử', U'Ữ', U'Ự'}},
    {{U'y', U'ỳ', U'ý', U'ỷ', U'ỹ', U'ỵ'}, {U'Y', U'Ỳ', U'Ý', U'Ỷ', U'Ỹ', U'Ỵ'}},
};

// All of them lie below U+0200 or in U+1E80..U+1EFF.
constexpr char32_t kLowEnd = 0x200, kHighBegin = 0x1E80, kHighEnd = 0x1F00;
constexpr size_t kSlots = kLowEnd + (kHighEnd - kHighBegin);

constexpr size_t slot_of(char32_t c) {
  if (c < kLowEnd) return c;
  return c >= kHighBegin && c < kHighEnd ? kLowEnd + (c - kHighBegin) : 0;
}

struct Tables {
  std::array<Letter, kSlots> letters{};
  std::array<std::array<std::array<char32_t, 6>, 2>, kLetters + 1> code_points{};
};

constexpr Tables make_tables() {
  Tables t;
  auto enter = [&t](char32_t c, Letter letter) {
    t.letters[slot_of(c)] = letter;
    t.code_points[static_cast<size_t>(letter.base)][letter.upper]
                 [static_cast<size_t>(letter.tone)] = c;
  };
  for (int i = 0; i < kLetters; ++i) {
    const Base base = static_cast<Base>(i + 1);
    enter(kLower[i], {base, Tone::kLevel, false});
    enter(kUpper[i], {base, Tone::kLevel, true});
  }
  for (const VowelRow& row : kVowels) {
    const Base base = t.letters[slot_of(row.lower[0])].base;
    for (int tone = 1; tone < 6; ++tone) {
      enter(row.lower[tone], {base, static_cast<Tone>(tone), false});
      enter(row.upper[tone], {base, static_cast<Tone>(tone), true});
    }
  }
  return t;
}

constexpr Tables kTables = make_tables();

}  // namespace

Letter letter_of(char32_t code_point) { return kTables.letters[slot_of(code_point)]; }

char32_t code_point_of(Letter letter) {
  return kTables.code_points[static_cast<size_t>(letter.base)][letter.upper]
                            [static_cast<size_t>(letter.tone)];
}

bool is_vowel(Base base) {
  return kTables.code_points[static_cast<size_t>(base)][0][static_cast<size_t>(Tone::kDot)] != 0;
}

Letter with_mark(Letter letter, char32_t mark) {
  auto quality = [&letter](Base from, Base to) {
    return letter.base == from ? Letter{to, letter.tone, letter.upper} : Letter{};
  };
  auto tone = [&letter](Tone to) {
    const bool free = letter.tone == Tone::kLevel && is_vowel(letter.base);
    return free ? Letter{letter.base, to, letter.upper} : Letter{};
  };
  switch (mark) {
    case 0x300:
      return tone(Tone::kGrave);
    case 0x301:
      return tone(Tone::kAcute);
    case 0x303:
      return tone(Tone::kTilde);
    case 0x309:
      return tone(Tone::kHook);
    case 0x323:
      return tone(Tone::kDot);
    case 0x335:
      return quality(Base::kD, Base::kDStroke);
    case 0x306:
      return quality(Base::kA, Base::kABreve);
    case 0x31B:
      return letter.base == Base::kU ? quality(Base::kU, Base::kUHorn)
                                     : quality(Base::kO, Base::kOHorn);
    case 0x302:
      if (letter.base == Base::kA) return quality(Base::kA, Base::kACircumflex);
      if (letter.base == Base::kE) return quality(Base::kE, Base::kECircumflex);
      return quality(Base::kO, Base::kOCircumflex);
    default:
      return {};
  }
}

}  // namespace solieu
