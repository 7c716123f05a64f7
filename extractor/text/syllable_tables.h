// Onsets and rimes of Vietnamese. Source: Đoàn Thiện Thuật, Ngữ âm tiếng Việt (1977), in the
// spelling of the current orthography. Rimes of settled loans (boong, sec, tuýp, quơn) are listed
// too.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "text/letters.h"

namespace solieu {

// Letters without tone, five bits each, the first letter highest.
using SpellingKey = uint64_t;

constexpr SpellingKey append(SpellingKey key, Base base) {
  return key << 5 | static_cast<SpellingKey>(base);
}

constexpr SpellingKey key_of(std::u32string_view letters) {
  constexpr std::u32string_view kAlphabet = U"aăâbcdđeêghiklmnoôơpqrstuưvxy";
  SpellingKey key = 0;
  for (char32_t c : letters) key = append(key, static_cast<Base>(kAlphabet.find(c) + 1));
  return key;
}

constexpr Base first_letter(SpellingKey key) {
  while (key >= 32) key >>= 5;
  return static_cast<Base>(key);
}

constexpr SpellingKey kOnsetC = key_of(U"c"), kOnsetK = key_of(U"k"), kOnsetG = key_of(U"g"),
                      kOnsetGh = key_of(U"gh"), kOnsetNg = key_of(U"ng"),
                      kOnsetNgh = key_of(U"ngh"), kOnsetQu = key_of(U"qu");

constexpr std::u32string_view kOnsetList[] = {
    U"b",  U"c",   U"ch", U"d", U"đ",  U"g",  U"gh", U"gi", U"h", U"k",  U"kh", U"l", U"m", U"n",
    U"ng", U"ngh", U"nh", U"p", U"ph", U"qu", U"r",  U"s",  U"t", U"th", U"tr", U"v", U"x"};

// y is written for i in open syllables of Sino-Vietnamese words after these.
constexpr bool takes_y(SpellingKey onset) {
  for (std::u32string_view o : {U"h", U"k", U"l", U"m", U"s", U"t", U"v"}) {
    if (key_of(o) == onset) return true;
  }
  return false;
}

struct RimeRow {
  std::u32string_view vowels;
  std::u32string_view codas;  // separated by spaces; "-" is none
};

constexpr RimeRow kRimeRows[] = {
    {U"a", U"- c ch i m n ng nh o p t u y"},
    {U"ă", U"c m n ng p t"},
    {U"â", U"c m n ng p t u y"},
    {U"e", U"- c m n ng o p t"},
    {U"ê", U"- ch m n nh p t u"},
    {U"i", U"- ch m n nh p t u"},
    {U"ia", U"-"},
    {U"iê", U"c m n ng p t u"},
    {U"o", U"- c i m n ng p t"},
    {U"oo", U"c ng"},
    {U"ô", U"- c i m n ng p t"},
    {U"ơ", U"- i m n p t"},
    {U"u", U"- c i m n ng p t"},
    {U"ua", U"-"},
    {U"uô", U"c i m n ng t"},
    {U"ư", U"- c i m n ng t u"},
    {U"ưa", U"-"},
    {U"ươ", U"c i m n ng p t u"},
    {U"y", U"-"},
    {U"yê", U"m n ng t u"},
    {U"oa", U"- c ch i m n ng nh o p t y"},
    {U"oă", U"c m n ng t"},
    {U"oe", U"- m n o t"},
    {U"uâ", U"c n ng t y"},
    {U"uê", U"- ch n nh u"},
    {U"uơ", U"-"},
    {U"uy", U"- ch n nh p t u"},
    {U"uya", U"-"},
    {U"uyê", U"n t"},
};

// After qu the glide is in the onset; some rimes occur nowhere else.
constexpr RimeRow kAfterQu[] = {
    {U"a", U"- c ch i n ng nh o t u y"},
    {U"ă", U"c m n ng p t"},
    {U"â", U"n ng t y"},
    {U"e", U"- n o t"},
    {U"ê", U"- ch n nh t u"},
    {U"i", U"- ch n nh t"},
    {U"ô", U"c"},
    {U"ơ", U"- n t"},
    {U"y", U"- ch nh t"},
    {U"yê", U"n t"},
};

struct Rime {
  SpellingKey key = 0;
  uint8_t coda = 0;   // number of letters of final consonant or glide
  bool stop = false;  // ends in p, t, c, ch: only acute and dot
  bool after_qu = false;
  bool after_qu_only = false;
};

constexpr size_t kMaxRimes = 240;

struct RimeList {
  std::array<Rime, kMaxRimes> rimes{};
  size_t size = 0;
};

constexpr RimeList list_rimes() {
  RimeList list;
  auto enter = [&list](const RimeRow& row, bool qu) {
    for (size_t i = 0; i < row.codas.size();) {
      const size_t end = std::min(row.codas.find(U' ', i), row.codas.size());
      std::u32string_view coda = row.codas.substr(i, end - i);
      i = end + 1;
      if (coda == U"-") coda = {};
      Rime rime;
      rime.key = key_of(row.vowels);
      for (char32_t c : coda) rime.key = append(rime.key, static_cast<Base>(key_of({&c, 1})));
      rime.coda = static_cast<uint8_t>(coda.size());
      rime.stop = coda == U"p" || coda == U"t" || coda == U"c" || coda == U"ch";
      rime.after_qu = rime.after_qu_only = qu;
      bool known = false;
      for (size_t k = 0; k < list.size && qu; ++k) {
        if (list.rimes[k].key == rime.key) list.rimes[k].after_qu = known = true;
      }
      if (!known) list.rimes[list.size++] = rime;
    }
  };
  for (const RimeRow& row : kRimeRows) enter(row, false);
  for (const RimeRow& row : kAfterQu) enter(row, true);
  return list;
}

constexpr size_t kRimeCount = list_rimes().size;

constexpr auto kRimes = [] {
  std::array<Rime, kRimeCount> rimes{};
  const RimeList list = list_rimes();
  std::copy_n(list.rimes.begin(), kRimeCount, rimes.begin());
  std::sort(rimes.begin(), rimes.end(), [](const Rime& a, const Rime& b) { return a.key < b.key; });
  return rimes;
}();

constexpr auto kOnsets = [] {
  std::array<SpellingKey, std::size(kOnsetList)> onsets{};
  std::transform(std::begin(kOnsetList), std::end(kOnsetList), onsets.begin(), key_of);
  return onsets;
}();

}  // namespace solieu
