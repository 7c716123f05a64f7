#include "text/dirt.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstring>

#include "text/letters.h"
#include "text/utf8.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace solieu {
namespace {

// Grows places that were found, in ascending order, to stretches.
class Stretches {
 public:
  explicit Stretches(std::string_view text) : text_(text) {}

  // Where the last stretch ends.
  size_t end() const { return out_.empty() ? 0 : out_.back().end; }

  // A stretch that grows doubles: where dirt is dense, looking for more of it is in vain.
  void add(size_t at) {
    const size_t done = end();
    if (at < done) return;
    size_t begin = at;
    while (begin > done && !is_blank(begin)) --begin;
    const size_t behind = blank_from(at);
    if (!out_.empty() && begin - done < kNear) {
      out_.back().end = static_cast<uint32_t>(blank_from(2 * behind - out_.back().begin));
    } else {
      out_.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(behind)});
    }
  }

  std::vector<Span> take() { return std::move(out_); }

 private:
  static constexpr size_t kNear = 16;  // bytes; beginning anew costs as much as reading so many
  bool is_blank(size_t at) const { return text_[at] == ' ' || text_[at] == '\n'; }
  size_t blank_from(size_t at) const {
    while (at < text_.size() && !is_blank(at)) ++at;
    return std::min(at, text_.size());
  }

  std::string_view text_;
  std::vector<Span> out_;
};

#if defined(__x86_64__)

#define SOLIEU_AVX2 [[gnu::target("avx2")]]
#define SOLIEU_AVX2_INLINE [[gnu::target("avx2"), gnu::always_inline]] inline

using Bytes = __m256i;  // 32 bytes side by side

// Sixteen values, looked up by a number below 16; 0 for one from 0x80 on.
struct Table {
  alignas(16) uint8_t values[16];
};

// Vowels that have a tone and no other mark, as bits; ĩ goes with ỉ and ị. Ơ with any tone.
constexpr uint8_t kA = 1, kE = 2, kI = 4, kIHookDotTilde = 8, kO = 16, kU = 32, kY = 64,
                  kHorn = 128, kToned = 127;
constexpr uint8_t kTonedBehindBA = kA | kE, kTonedBehindBB = kIHookDotTilde | kO | kU | kY;

// Pairs and triples of bytes are told by tables over their halves: a pair belongs to a set when
// the bit of the set is in the entries of its lead byte, and of both halves of the byte behind.
struct Tables {
  // Two bytes that are expected.  1: C3 80.. À Á..  2: C3 90.. Ò Ó..  4: C2 B. ° ² ³  8: C4 8. Ă ă
  // 10: C4 9. Đ đ  20: C4, C5 A. Ĩ ĩ Ũ ũ  40: C6 A. Ơ ơ Ư  80: C6 B. ư
  Table pair_lead = {{0, 0, 0x04, 0x03, 0x38, 0x20, 0xC0}};
  Table pair_high = {{0, 0, 0, 0, 0, 0, 0, 0, 0x09, 0x12, 0x61, 0x86}};
  Table pair_low = {
      {0xD5, 0x51, 0x0F, 0x0F, 0x02, 0x02, 0, 0, 0x21, 0x23, 0x03, 0, 0x01, 0x03, 0, 0x40}};
  // Three.  1: E1 BA A0..BF  2: E1 BB 80..AF  4: E1 BB B0..B9  8, 10: E2 80 – — ‘ ’ “ ” • …
  Table triple_high = {{0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x0A, 0x13, 0x05}};
  Table triple_low = {{0x07, 0x07, 0x17, 0x0F, 0x0F, 0x07, 0x17, 0x07, 0x0F, 0x0F, 0x03, 0x03, 0x0B,
                       0x0B, 0x03, 0x03}};
  // Toned vowels of two bytes. Ũ ũ, all that C5 leads, have no bit left.
  Table toned_pair_lead = {{0, 0, 0, kA | kE | kI | kO | kU | kY, kIHookDotTilde, 0, kHorn}};
  Table toned_pair_high = {{0, 0, 0, 0, 0, 0, 0, 0, kA | kE | kI, kO | kU | kY,
                            kA | kE | kI | kIHookDotTilde | kHorn, kO | kU | kY}};
  Table toned_pair_low = {{kA | kHorn, kA | kHorn, kO, kA | kO, 0, kO, 0, 0, kE | kIHookDotTilde,
                           kE | kIHookDotTilde | kU, kU, 0, kI, kI | kY}};
  // Of three: behind E1 BA and behind E1 BB.
  Table toned_triple_high = {{0, 0, 0, 0, 0, 0, 0, 0, kIHookDotTilde | kO, 0, kA | kU, kE | kY}};
  Table toned_triple_low = {{kA, kA, kA | kY, kA | kY, kU | kY, kU | kY, kU | kY, kU | kY,
                             kIHookDotTilde | kE | kY, kIHookDotTilde | kE | kY,
                             kIHookDotTilde | kE, kIHookDotTilde | kE, kO | kE, kO | kE, kO, kO}};
  // What must not follow a small letter: the tone stands on the second of two vowels only in oa,
  // oe, uy, and not on the u of qu, nor with every tone on the i of gi; uơ stands for ươ.
  Table wrong_after_60 = {{0, kToned, 0, 0, 0, kToned, 0, kIHookDotTilde, 0, kToned, 0, 0, 0, 0, 0,
                           kToned & ~(kA | kE)}};
  Table wrong_after_70 = {{0, kU, 0, 0, 0, (kToned & ~kY) | kHorn, 0, 0, 0, kToned}};
  Table vowels_60 = {{0, 0xFF, 0, 0, 0, 0xFF, 0, 0, 0, 0xFF, 0, 0, 0, 0, 0, 0xFF}};
  Table vowels_70 = {{0, 0, 0, 0, 0, 0xFF, 0, 0, 0, 0xFF}};

  // Each byte 32 times.
  alignas(32) uint8_t repeated[256][32] = {};

  constexpr Tables() {
    for (size_t value = 0; value < 256; ++value) {
      for (uint8_t& byte : repeated[value]) byte = static_cast<uint8_t>(value);
    }
  }
};
constexpr Tables kTables;

// Looks at 32 bytes at once. Comparisons give 0 or 0xFF.
class Look {
 public:
  // GCC builds each constant that it knows anew by three instructions, many in every step; those
  // behind a pointer that it does not know are read by the instruction that needs them.
  Look() : t_(&kTables) { asm("" : "+r"(t_)); }

  // Which of the bytes at `at` are suspicious by what stands in the two before and the two behind,
  // as bits.
  SOLIEU_AVX2_INLINE uint32_t suspicious(const char* at) const {
    const Bytes before2 = load(at - 2), before = load(at - 1), byte = load(at),
                after = load(at + 1), after2 = load(at + 2);
    const Bytes small = byte | all(0x20), small_before = before | all(0x20),
                small_before2 = before2 | all(0x20), small_after = after | all(0x20),
                small_after2 = after2 | all(0x20);

    // Characters that are not expected.
    const Bytes after_high = high_half(after), after_low = low_half(after),
                after2_high = high_half(after2), after2_low = low_half(after2);
    const Bytes lead = at_least(byte, 0xC0), c2 = is(byte, 0xC2), e1 = is(byte, 0xE1),
                e2 = is(byte, 0xE2);
    const Bytes e1_ba = e1 & is(after, 0xBA), e1_bb = e1 & is(after, 0xBB),
                e2_80 = e2 & is(after, 0x80);
    const Bytes expected =
        (look_up_row(t_->pair_lead, 0xC0, byte) & look_up(t_->pair_high, after_high) &
         look_up(t_->pair_low, after_low)) |
        (((e1_ba & all(0x01)) | (e1_bb & all(0x06)) | (e2_80 & all(0x18))) &
         look_up(t_->triple_high, after2_high) & look_up(t_->triple_low, after2_low)) |
        (c2 & is(after | all(0x10), 0xBB));  // « »
    Bytes bad = lead & is(expected, 0);

    // Mojibake: the Ã that was C3, the á» that was E1 BB.
    bad |= is(before2, 0xC3) & ((is(before, 0x83) & lead) | (is(before, 0xA1) & c2));
    // An entity: unlike R&D and TB&XH it has a small letter, but for &ETH;.
    const Bytes letter_after = is_small_letter(small_after);
    bad |= is(byte, '&') &
           (is(after, '#') | (letter_after & (is_small_letter(after2) | is(after2, 'T'))));

    // After a letter with a mark: another one (but for ươ), or a vowel that is not the last letter.
    const Bytes after_d = is(before2, 0xC4) & is(before & all(0xFE), 0x90);
    const Bytes after_u_horn = is(before2, 0xC6) & (is(before, 0xAF) | is(before, 0xB0));
    const Bytes continues = _mm256_cmpgt_epi8(all(0xC0), before);
    const Bytes after_letter = continues & ~(after_d | is(before2, 0x80));
    const Bytes leads_letter = at_least(byte, 0xC3) & ~e2;
    const Bytes leads_letter_after = at_least(after, 0xC3) & ~is(after, 0xE2);
    bad |= after_letter & is_vowel(small) & (letter_after | leads_letter_after);

    const Bytes toned =
        (look_up_row(t_->toned_pair_lead, 0xC0, byte) & look_up(t_->toned_pair_high, after_high) &
         look_up(t_->toned_pair_low, after_low)) |
        (is(byte, 0xC5) & all(kU)) |
        (((e1_ba & all(kTonedBehindBA)) | (e1_bb & all(kTonedBehindBB))) &
         look_up(t_->toned_triple_high, after2_high) & look_up(t_->toned_triple_low, after2_low)) |
        (e1_bb & in(after2, 0x9A, 0xA3) & all(kHorn));
    bad |= after_letter & leads_letter & ~(after_u_horn & toned) & all(kHorn);
    bad |= after_u_horn & is(small, 'o');

    const Bytes after_qu = is(small_before2, 'q') & is(small_before, 'u');
    const Bytes after_gi = is(small_before2, 'g') & is(small_before, 'i');
    const Bytes wrong = look_up_row(t_->wrong_after_60, 0x60, small_before) |
                        look_up_row(t_->wrong_after_70, 0x70, small_before);
    bad |= toned & wrong & ~((after_qu & all(kToned)) | after_gi);
    bad |= is(small_before, 'g') & toned & all(kI) & is_vowel(small_after2);

    return ~static_cast<uint32_t>(_mm256_movemask_epi8(is(bad, 0)));
  }

 private:
  SOLIEU_AVX2_INLINE static Bytes load(const void* at) {
    return _mm256_loadu_si256(static_cast<const Bytes*>(at));
  }
  SOLIEU_AVX2_INLINE Bytes all(uint8_t value) const {
    return _mm256_load_si256(reinterpret_cast<const Bytes*>(t_->repeated[value]));
  }
  SOLIEU_AVX2_INLINE Bytes is(Bytes b, uint8_t value) const {
    return _mm256_cmpeq_epi8(b, all(value));
  }
  SOLIEU_AVX2_INLINE Bytes at_least(Bytes b, uint8_t low) const {
    return _mm256_cmpeq_epi8(_mm256_max_epu8(b, all(low)), b);
  }
  SOLIEU_AVX2_INLINE Bytes in(Bytes b, uint8_t low, uint8_t high) const {
    const Bytes above = _mm256_sub_epi8(b, all(low));  // what is below `low` wraps around
    return _mm256_cmpeq_epi8(_mm256_min_epu8(above, all(static_cast<uint8_t>(high - low))), above);
  }
  SOLIEU_AVX2_INLINE Bytes low_half(Bytes b) const { return b & all(0x0F); }
  SOLIEU_AVX2_INLINE Bytes high_half(Bytes b) const { return _mm256_srli_epi16(b, 4) & all(0x0F); }
  SOLIEU_AVX2_INLINE static Bytes look_up(const Table& table, Bytes by) {
    const auto values = _mm_load_si128(reinterpret_cast<const __m128i*>(table.values));
    return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(values), by);
  }
  // By the low half of bytes whose high half is that of `row`, which is a multiple of 16; else 0.
  SOLIEU_AVX2_INLINE Bytes look_up_row(const Table& table, uint8_t row, Bytes b) const {
    return look_up(table, _mm256_adds_epu8(b ^ all(row), all(0x70)));
  }
  SOLIEU_AVX2_INLINE Bytes is_vowel(Bytes small) const {
    return look_up_row(t_->vowels_60, 0x60, small) | look_up_row(t_->vowels_70, 0x70, small);
  }
  SOLIEU_AVX2_INLINE Bytes is_small_letter(Bytes b) const { return in(b, 'a', 'z'); }

  const Tables* t_;
};

SOLIEU_AVX2 std::vector<Span> dirty_stretches_avx2(std::string_view text) {
  constexpr size_t kStep = sizeof(Bytes), kPad = 2;
  const Look look;
  Stretches out(text);
  for (size_t i = 0; i < text.size(); i = std::max(i + kStep, out.end())) {
    const char* at = text.data() + i;
    // The text's edges are read in a padded copy, its middle in place.
    char padded[kPad + kStep + kPad];
    if (i == 0 || i + kStep + kPad > text.size()) {
      std::memset(padded, ' ', sizeof padded);
      const size_t from = i == 0 ? 0 : i - kPad;
      const size_t to = std::min(text.size(), i + kStep + kPad);
      std::memcpy(padded + (kPad + from - i), text.data() + from, to - from);
      at = padded + kPad;
    }
    for (uint32_t places = look.suspicious(at); places != 0; places &= places - 1) {
      out.add(i + static_cast<size_t>(__builtin_ctz(places)));
    }
  }
  return out.take();
}

#endif

}  // namespace

std::vector<Span> dirty_stretches(std::string_view text) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return dirty_stretches_avx2(text);
#endif
  return dirty_stretches_scalar(text);
}

std::vector<Span> dirty_stretches_scalar(std::string_view text) {
  const auto plain_vowel = [](char32_t c) { return c < 0x80 && is_vowel(letter_of(c).base); };
  const auto small = [](char32_t c) { return c >= U'a' && c <= U'z'; };
  const auto ascii_letter = [&](char32_t c) { return c < 0x80 && small(c | 0x20); };
  const auto is_letter = [&](char32_t c) { return ascii_letter(c) || letter_of(c).valid(); };

  Stretches out(text);
  char32_t before2 = U' ', before = U' ';
  for (size_t i = 0; i < text.size();) {
    const size_t at = i;
    const char32_t c = next_code_point(text, i);
    const auto peek = [&](size_t& next) {
      return next < text.size() ? next_code_point(text, next) : U' ';
    };
    const auto suspicious = [&] {
      if (c < 0x80 && before < 0x80 && c != U'&') return false;
      size_t next = i;
      const char32_t after = peek(next), after2 = peek(next);
      const Letter letter = letter_of(c), last = letter_of(before);
      const Base b1 = before < 0x80 ? last.base : Base::kNone,
                 b2 = before2 < 0x80 ? letter_of(before2).base : Base::kNone;
      const bool expected =
          c < 0x80 || letter.valid() ||
          std::u32string_view(U"°²³«»–—‘’“”•…").find(c) != std::u32string_view::npos;
      if (!expected) return true;
      if (before == U'Ã' && c >= 0x80) return true;
      if (before == U'á' && c >= 0x80 && c < 0xC0) return true;
      if (c == U'&' && after == U'#') return true;
      if (c == U'&' && ascii_letter(after) && (small(after2) || after2 == U'T')) return true;

      const bool after_u_horn = last.base == Base::kUHorn && last.tone == Tone::kLevel;
      const bool after_mark = before >= 0x80 && before < 0x2000 && last.base != Base::kDStroke;
      if (after_mark && letter.valid() && c >= 0x80 &&
          !(after_u_horn && letter.base == Base::kOHorn)) {
        return true;
      }
      if (after_mark && plain_vowel(c) && is_letter(after)) return true;
      if (after_u_horn && letter.base == Base::kO) return true;
      if (b1 == Base::kU && letter.base == Base::kOHorn) return true;

      if (letter.tone == Tone::kLevel || has_quality(letter.base)) return false;
      if (is_vowel(b1)) {
        const bool second =
            (b1 == Base::kO && (letter.base == Base::kA || letter.base == Base::kE)) ||
            (b1 == Base::kU && (letter.base == Base::kY || b2 == Base::kQ)) ||
            (b1 == Base::kI && b2 == Base::kG);
        return !second;
      }
      if (b1 == Base::kQ) return letter.base == Base::kU;
      if (b1 != Base::kG || letter.base != Base::kI) return false;
      return plain_vowel(after) || !(letter.tone == Tone::kGrave || letter.tone == Tone::kAcute);
    };
    if (suspicious()) {
      out.add(at);
      i = out.end();
      before2 = before = U' ';
      continue;
    }
    before2 = before, before = c;
  }
  return out.take();
}

bool surely_clean(std::string_view text) {
  return !is_ascii(text) && dirty_stretches(text).empty();
}

}  // namespace solieu
