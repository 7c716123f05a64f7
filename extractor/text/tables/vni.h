// VNI-Windows: a base letter in ASCII (or ô for ơ, ö for ư), then one byte for all its marks.
// Letters that stand alone have a code of their own. Source: the VNI character set as implemented
// by GNU recode and by UniKey. Capitals are 0x20 lower, for the marks too.
#pragma once

#include <cstdint>

namespace solieu {

struct VniMark {
  uint8_t byte;
  char32_t quality;  // a combining mark, or 0
  char32_t tone;     // a combining mark, or 0
};

inline constexpr VniMark kVniMarks[] = {
    {0xF9, 0, 0x301},     {0xF8, 0, 0x300},     {0xFB, 0, 0x309},     {0xF5, 0, 0x303},
    {0xEF, 0, 0x323},     {0xEA, 0x306, 0},     {0xE9, 0x306, 0x301}, {0xE8, 0x306, 0x300},
    {0xFA, 0x306, 0x309}, {0xFC, 0x306, 0x303}, {0xEB, 0x306, 0x323}, {0xE2, 0x302, 0},
    {0xE1, 0x302, 0x301}, {0xE0, 0x302, 0x300}, {0xE5, 0x302, 0x309}, {0xE3, 0x302, 0x303},
    {0xE4, 0x302, 0x323},
};

struct VniLetter {
  uint8_t byte;
  char32_t lower;
  char32_t upper;
};

inline constexpr VniLetter kVniLetters[] = {
    {0xED, U'í', U'Í'}, {0xEC, U'ì', U'Ì'}, {0xE6, U'ỉ', U'Ỉ'},
    {0xF3, U'ĩ', U'Ĩ'}, {0xF2, U'ị', U'Ị'}, {0xEE, U'ỵ', U'Ỵ'},
    {0xF1, U'đ', U'Đ'}, {0xF4, U'ơ', U'Ơ'}, {0xF6, U'ư', U'Ư'},
};

}  // namespace solieu
