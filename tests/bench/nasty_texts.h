// Texts that no newspaper prints, of any size: what makes an extractor slow.
#pragma once

#include <string>
#include <string_view>
#include <vector>

struct NastyText {
  std::string_view name;
  std::string_view piece;  // repeated
};

inline std::vector<NastyText> nasty_texts() {
  return {
      {"digits only", "1234567890"},
      {"numbers only", "1.234,5 67 890 "},
      {"one long line", "Xã Hòa Trung trao 25 suất quà trị giá 12,5 triệu đồng cho hộ nghèo "},
      {"quotes only", "\""},
      {"curly quotes only", "“"},
      {"commas only", ","},
      {"full stops only", "."},
      {"brackets only", "("},
      {"spaces only", " "},
      {"line ends only", "\n"},
      {"capitals only", "A"},
      {"names only", "Nguyễn Văn An Hà Nội "},
      {"nested lists", "- 1. a) + 12 hộ\n    + - 1.1.1 (a) 12 hộ, trong đó:\n"},
      {"percentages", "tăng 5% so với cùng kỳ "},
      {"years", "năm 2023 "},
      {"places and bodies", "huyện Kim Lương, tỉnh Ninh Bình, Sở Y tế Hà Nội, "},
      {"cues only", "phấn đấu đến hơn gần khoảng so với kế hoạch "},
  };
}

inline std::string nasty_text(const NastyText& kind, size_t bytes) {
  std::string out;
  out.reserve(bytes + kind.piece.size());
  while (out.size() < bytes) out += kind.piece;
  return out;
}

// Organisations that are all different.
inline std::string many_companies(size_t bytes) {
  constexpr std::string_view kFirst[] = {"An", "Bình", "Cường", "Dũng", "Giang", "Hải", "Khoa"};
  constexpr std::string_view kSecond[] = {"Phát", "Thịnh", "Vượng", "Lộc", "Tài", "Đạt"};
  std::string out;
  for (size_t i = 0; out.size() < bytes; ++i) {
    out += "Công ty ";
    out += kFirst[i % 7];
    out += " ";
    out += kSecond[i / 7 % 6];
    for (size_t n = i / 42; n > 0; n /= 20) {
      out += " ";
      out += static_cast<char>('A' + n % 20);
    }
    out += " trao 5 triệu đồng.\n";
  }
  return out;
}
