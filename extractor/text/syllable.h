// The Vietnamese syllable: which letters make one, and where its tone mark stands.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "text/letters.h"

namespace solieu {

// The letters of one word, tones and case aside. No syllable has more than seven.
struct Spelling {
  static constexpr size_t kMax = 7;
  std::array<Base, kMax> letters{};
  uint8_t size = 0;
  uint8_t upper = 0;  // bit i: letter i is a capital
  Tone tone = Tone::kLevel;
  int8_t tone_at = -1;  // index of the letter that carries the tone, -1: level

  friend bool operator==(const Spelling&, const Spelling&) = default;
};

// Takes a word of UTF-8 apart, composed or not. Nothing when it is empty, longer than seven
// letters, has two tones or a letter that is not of the alphabet.
std::optional<Spelling> spell(std::string_view word);
std::string to_utf8(const Spelling& spelling);

// What the letters of a syllable are, by position.
struct Syllable {
  Spelling spelling;
  uint8_t rime_at = 0;  // the onset is [0, rime_at); "qu" and "gi" (before a vowel) are onsets
  uint8_t coda_at = 0;  // final consonant or glide: [coda_at, size)
};

// Parses letters and tone against the tables of onsets and rimes, wherever the tone mark stands.
// Source of the tables: Đoàn Thiện Thuật, Ngữ âm tiếng Việt; loan rimes in the list are marked.
std::optional<Syllable> parse_syllable(const Spelling& spelling);

// The two ways of writing open oa, oe, uy: "hòa" and "hoà".
enum class ToneStyle : uint8_t { kOld, kNew };

// The syllable with its tone mark where the style puts it. The only place that knows where.
Spelling place_tone(const Syllable& syllable, ToneStyle style);

// Whether a word is a Vietnamese syllable with its tone mark in a legal place of either style.
bool is_syllable(std::string_view word);
bool is_syllable(const Spelling& spelling);

}  // namespace solieu
