#include "text/syllable.h"

#include <array>

#include "text/syllable_tables.h"
#include "text/utf8.h"

namespace solieu {
namespace {

// Whether an onset goes with a rime: spelling rules of c/k, g/gh, ng/ngh, and y as a vowel.
bool agree(SpellingKey onset, const Rime& rime) {
  const Base first = first_letter(rime.key);
  const bool front = first == Base::kE || first == Base::kECircumflex || first == Base::kI;
  if (onset == kOnsetK) return front || rime.key == key_of(U"y");
  if (onset == kOnsetGh || onset == kOnsetNgh) return front;
  if (onset == kOnsetC || onset == kOnsetNg) return !front && first != Base::kY;
  // "gì", "gìn": the i of gi serves as the vowel.
  if (onset == kOnsetG) return (!front || first == Base::kI) && first != Base::kY;
  if (onset == kOnsetQu) return rime.after_qu;
  if (rime.after_qu_only) return false;
  if (onset == 0) return true;
  if (first == Base::kY) return rime.key == key_of(U"y") && takes_y(onset);
  return true;
}

SpellingKey key_of(const Spelling& spelling, size_t begin, size_t end) {
  SpellingKey key = 0;
  for (size_t i = begin; i < end; ++i) key = append(key, spelling.letters[i]);
  return key;
}

// Where the rimes stand in kRimes, from 1, by a hash of their keys; 0: a free slot.
constexpr size_t kRimeSlots = 1024;
constexpr size_t rime_slot(SpellingKey key) { return key * 0x9E3779B97F4A7C15ull >> 54; }
constexpr std::array<uint16_t, kRimeSlots> kRimeAt = [] {
  std::array<uint16_t, kRimeSlots> out{};
  static_assert(kRimes.size() * 2 < kRimeSlots);
  for (size_t i = 0; i < kRimes.size(); ++i) {
    size_t slot = rime_slot(kRimes[i].key);
    while (out[slot] != 0) slot = (slot + 1) % kRimeSlots;
    out[slot] = static_cast<uint16_t>(i + 1);
  }
  return out;
}();

const Rime* find_rime(SpellingKey key) {
  for (size_t slot = rime_slot(key); kRimeAt[slot] != 0; slot = (slot + 1) % kRimeSlots) {
    const Rime& rime = kRimes[kRimeAt[slot] - 1u];
    if (rime.key == key) return &rime;
  }
  return nullptr;
}

// Onsets have at most three letters of five bits.
constexpr size_t kOnsetKeys = size_t{1} << 15;
constexpr std::array<uint64_t, kOnsetKeys / 64> kIsOnset = [] {
  std::array<uint64_t, kOnsetKeys / 64> out{1};  // none at all
  for (const SpellingKey key : kOnsets) out[key / 64] |= uint64_t{1} << key % 64;
  return out;
}();

bool is_onset(SpellingKey key) {
  return key < kOnsetKeys && (kIsOnset[key / 64] >> key % 64 & 1) != 0;
}

}  // namespace

std::optional<Spelling> spell(std::string_view word) {
  Spelling spelling;
  auto add = [&spelling](Letter letter) {
    if (spelling.size == Spelling::kMax) return false;
    if (letter.tone != Tone::kLevel) {
      if (spelling.tone_at >= 0) return false;
      spelling.tone = letter.tone;
      spelling.tone_at = static_cast<int8_t>(spelling.size);
    }
    if (letter.upper) spelling.upper |= static_cast<uint8_t>(1u << spelling.size);
    spelling.letters[spelling.size++] = letter.base;
    return true;
  };
  Letter letter;
  for (size_t i = 0; i < word.size();) {
    const char32_t c = next_code_point(word, i);
    if (c >= 0x300 && c < 0x370) {
      letter = with_mark(letter, c);
      if (!letter.valid()) return std::nullopt;
      continue;
    }
    if (letter.valid() && !add(letter)) return std::nullopt;
    letter = letter_of(c);
    if (!letter.valid()) return std::nullopt;
  }
  if (!letter.valid() || !add(letter)) return std::nullopt;
  return spelling;
}

std::string to_utf8(const Spelling& spelling) {
  std::string out;
  for (int i = 0; i < spelling.size; ++i) {
    const Tone tone = i == spelling.tone_at ? spelling.tone : Tone::kLevel;
    append_utf8(out, code_point_of({spelling.letters[i], tone, (spelling.upper >> i & 1) != 0}));
  }
  return out;
}

std::optional<Syllable> parse_syllable(const Spelling& spelling) {
  // The longest onset that leaves a rime; "gi" gives its i back in "gì" and "giếng" (gi + iêng).
  size_t consonants = 0;
  while (consonants < spelling.size && !is_vowel(spelling.letters[consonants])) ++consonants;
  if (consonants == spelling.size || consonants > 3) return std::nullopt;

  auto attempt = [&spelling](size_t rime_at, SpellingKey rime_key) -> std::optional<Syllable> {
    const SpellingKey onset = key_of(spelling, 0, rime_at);
    const Rime* rime = find_rime(rime_key);
    if (rime == nullptr || !is_onset(onset) || !agree(onset, *rime)) return std::nullopt;
    const bool checked = spelling.tone == Tone::kAcute || spelling.tone == Tone::kDot;
    if (rime->stop && !checked) return std::nullopt;
    return Syllable{spelling, static_cast<uint8_t>(rime_at),
                    static_cast<uint8_t>(spelling.size - rime->coda)};
  };

  const Base first = spelling.letters[0];
  const bool glide_onset = consonants == 1 && spelling.size > 2 && is_vowel(spelling.letters[2]) &&
                           ((first == Base::kQ && spelling.letters[1] == Base::kU) ||
                            (first == Base::kG && spelling.letters[1] == Base::kI));
  if (glide_onset) {
    if (auto found = attempt(2, key_of(spelling, 2, spelling.size))) return found;
    if (first == Base::kG) return attempt(2, key_of(spelling, 1, spelling.size));
    return std::nullopt;
  }
  return attempt(consonants, key_of(spelling, consonants, spelling.size));
}

Spelling place_tone(const Syllable& syllable, ToneStyle style) {
  Spelling spelling = syllable.spelling;
  if (spelling.tone == Tone::kLevel) return spelling;
  const size_t begin = syllable.rime_at, end = syllable.coda_at, vowels = end - begin;
  size_t at = begin;
  // A vowel with a mark of its own draws the tone; of ươ the second.
  size_t marked = end;
  for (size_t i = begin; i < end; ++i) {
    if (has_quality(spelling.letters[i])) marked = i;
  }
  const Base first = spelling.letters[begin];
  if (marked < end) {
    at = marked;
  } else if (vowels == 2) {
    // ia, ua (and ưa) are one vowel written as two; oa, oe, uy are a glide and a vowel, oo one.
    const bool falling = spelling.letters[begin + 1] == Base::kA && first != Base::kO;
    const bool open = end == spelling.size;
    at = falling || (open && style == ToneStyle::kOld) ? begin : begin + 1;
  } else if (vowels == 3) {
    at = begin + 1;  // khuya, the only one without a mark
  }
  spelling.tone_at = static_cast<int8_t>(at);
  return spelling;
}

bool is_syllable(std::string_view word) {
  const auto spelling = spell(word);
  return spelling && is_syllable(*spelling);
}

bool is_syllable(const Spelling& spelling) {
  const auto syllable = parse_syllable(spelling);
  if (!syllable) return false;
  return spelling.tone == Tone::kLevel ||
         place_tone(*syllable, ToneStyle::kOld).tone_at == spelling.tone_at ||
         place_tone(*syllable, ToneStyle::kNew).tone_at == spelling.tone_at;
}

}  // namespace solieu
