#include "segment/byte_masks.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "segment/characters.h"

namespace solieu {
namespace {

// × and ÷ stand among the letters of U+00C0 to U+1FFF; of other marks and spaces the first byte
// tells.
constexpr unsigned char kLeadOfSigns = 0xC3;
constexpr bool second_of_sign(unsigned char c) { return c == 0x97 || c == 0xB7; }
constexpr unsigned char kLeadOfLatinMarks = 0xC2;
constexpr unsigned char kFirstLeadOfOthers = 0xE2;

#ifdef __SSE2__
uint64_t bits(__m128i bytes) { return static_cast<uint32_t>(_mm_movemask_epi8(bytes)); }
#endif

}  // namespace

ByteMasks byte_masks_slowly(const char* bytes) {
  ByteMasks out;
  for (uint32_t i = 0; i < kMaskBytes; ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    const uint64_t bit = uint64_t{1} << i;
    if (c < 0x80) {
      const CharClass cls = kAsciiClasses[c];
      if (is_letter(cls)) out.letters |= bit;
      if (cls == CharClass::kLower) out.small |= bit;
      if (cls == CharClass::kSpace) out.spaces |= bit;
      if (cls == CharClass::kDigit) out.digits_or_other |= bit;
      continue;
    }
    // Of a last byte the second is not seen.
    const bool sign =
        c == kLeadOfSigns &&
        (i + 1 == kMaskBytes || second_of_sign(static_cast<unsigned char>(bytes[i + 1])));
    if (sign || c == kLeadOfLatinMarks || c >= kFirstLeadOfOthers) {
      out.digits_or_other |= bit;
    } else {
      out.letters |= bit;
    }
  }
  return out;
}

ByteMasks byte_masks(const char* bytes) {
#ifdef __SSE2__
  ByteMasks out;
  uint64_t leads = 0, seconds = 0;
  for (uint32_t i = 0; i < kMaskBytes; i += 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
    const auto all = [](int c) { return _mm_set1_epi8(static_cast<char>(c)); };
    const auto is = [&](int c) { return _mm_cmpeq_epi8(block, all(c)); };
    // Bytes compare as signed numbers, so a range is shifted to where the smallest begin.
    const auto within = [&](__m128i x, int first, int last) {
      return _mm_cmplt_epi8(_mm_sub_epi8(x, all(first + 0x80)), all(last - first + 1 - 0x80));
    };
    const __m128i in_small = _mm_or_si128(block, all(0x20));
    const __m128i letter = within(in_small, 'a', 'z');
    const __m128i small = _mm_and_si128(letter, _mm_cmpeq_epi8(block, in_small));
    const __m128i wide = _mm_cmplt_epi8(block, all(0));
    const __m128i digit = within(block, '0', '9');
    const __m128i space = _mm_or_si128(within(block, 0, ' '), is(127));
    const __m128i other =
        _mm_or_si128(within(block, kFirstLeadOfOthers, 0xFF), is(kLeadOfLatinMarks));
    out.letters |= bits(_mm_or_si128(letter, _mm_andnot_si128(other, wide))) << i;
    out.small |= bits(small) << i;
    out.spaces |= bits(space) << i;
    out.digits_or_other |= bits(_mm_or_si128(digit, other)) << i;
    leads |= bits(is(kLeadOfSigns)) << i;
    seconds |= bits(_mm_or_si128(is(0x97), is(0xB7))) << i;
  }
  const uint64_t signs = leads & (seconds >> 1 | uint64_t{1} << (kMaskBytes - 1));
  out.letters &= ~signs;
  out.digits_or_other |= signs;
  return out;
#else
  return byte_masks_slowly(bytes);
#endif
}

}  // namespace solieu
