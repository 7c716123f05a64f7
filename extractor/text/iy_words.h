// Syllables that are written with i or y at will; the match form has y. Absent are pairs of
// different words: mi (eyelash) and My, vi (micro-) and Vy, ki (of ki-ốt) and ky, lì and lỳ; and
// single i, which is more often a list mark than a variant of y.
// Source: Quy định về chính tả tiếng Việt (Bộ Giáo dục, 1984) writes all of these with i, general
// use most of them with y.
#pragma once

#include <string_view>

namespace solieu {

inline constexpr std::u32string_view kWrittenWithIOrY[] = {
    U"hy",  U"hý",  U"hỷ",                           // hi vọng, hí kịch, hoan hỉ
    U"kỳ",  U"ký",  U"kỷ",  U"kỹ",  U"kỵ",           // kì, kí, kỉ, kĩ, kị
    U"ly",  U"lý",  U"lỵ",                           // li, lí, lị
    U"mỳ",  U"mỹ",  U"mỵ",                           // mì, mĩ, mị
    U"quy", U"quỳ", U"quý", U"quỷ", U"quỹ", U"quỵ",  // qui, quì, quí, quỉ, quĩ, quị
    U"sỹ",                                           // sĩ
    U"ty",  U"tỳ",  U"tý",  U"tỷ",  U"tỵ",           // công ti, tì, tí, tỉ, tị
    U"vỹ",                                           // vĩ
};

}  // namespace solieu
