// TCVN3, the encoding of ABC fonts (TCVN 5712:1993, VN3), whose lower-case letters are those of
// VN1. Toned capitals are missing in the fonts; the few that VN1 has above 0xA0 are read here too.
// Below 0xA0 texts in ABC fonts carry the marks of windows-1252.
#pragma once

#include <string_view>

namespace solieu {

// 0x80 to 0xFF.
inline constexpr std::u32string_view kTcvn3 =
    U"€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD"            // 80
    U"\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ"                 // 90
    U"\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ"                      // A0
    U"\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"  // B0
    U"ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"                           // C0
    U"éẹềểễếệìỉỄẾỒĩíịò"                           // D0
    U"Ổỏõóọồổỗốộờởỡớợù"                           // E0
    U"ỖủũúụừửữứựỳỷỹýỵỐ";                          // F0

}  // namespace solieu
