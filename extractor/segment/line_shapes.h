// Shapes of a single line that need no phrases: list markers, picture numbers, credits, keywords.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace solieu {

// The bytes of a list marker with the blanks behind it, or 0: "- ", "+ ", "• ", "1. ", "2) ", "a)
// ". `numbered`: the marker is a number or letter.
uint32_t list_marker(std::string_view line, bool& numbered);

// The length in bytes of the line before " - Ảnh 1.", or nothing when it does not end so.
std::optional<uint32_t> before_picture_number(std::string_view line);

// The bytes of "Ảnh 2: " at the start of a caption, or 0.
uint32_t picture_label(std::string_view line);

// "… Ảnh: Văn Biên", "… (ảnh minh họa)", "… Video: Thành Nguyễn." at the end of the line.
bool ends_in_credit(std::string_view line);

// "Xuất khẩu,Giá trị,Khối lượng": nothing but words with commas that touch the next word.
bool is_keyword_line(std::string_view line);

// How often `mark` occurs.
size_t count_of(std::string_view text, std::string_view mark);

}  // namespace solieu
