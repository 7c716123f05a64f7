// VPS (Vietnamese Professionals Society). Derived from the listing of GNU recode 3.6, which leaves
// out one letter of the alphabet: Ỗ, in the gap between Ổ and ý. Bytes without a letter are
// windows-1252.
#pragma once

#include <string_view>

#include "text/tables/low_byte.h"

namespace solieu {

// 0x80 to 0xFF.
inline constexpr std::u32string_view kVps =
    U"ÀẢÃẤẦẨọỗĂếềểệẮẰẲ"       // 80
    U"Ế‘’ỀỂỄỐỒỔỖýỷỵỚỜỞ"       // 90
    U"\u00A0ắằẳẵặỠớÙờởỡŨỨợỪ"  // A0
    U"ổỬỲỸÍÌộỈĨÓửữÒỎÕự"       // B0
    U"ầÁÂấẩẫậđẻÉÊẹỉễịỹ"       // C0
    U"ƯỦồốÔỏơÈừứÚũưÝẺß"       // D0
    U"àáâãảạăçèéêẽìíîĩ"       // E0
    U"ẴĐòóôõöƠụùúủüỶẼỳ";      // F0

// Letters in the place of control characters.
inline constexpr LowByte kVpsLow[] = {{0x02, U'Ạ'}, {0x03, U'Ậ'}, {0x04, U'Ặ'}, {0x05, U'Ẹ'},
                                      {0x06, U'Ệ'}, {0x10, U'Ị'}, {0x11, U'Ọ'}, {0x12, U'Ộ'},
                                      {0x13, U'Ợ'}, {0x14, U'Ụ'}, {0x15, U'Ự'}, {0x19, U'Ỵ'},
                                      {0x1C, U'Ẫ'}, {0x1D, U'Ữ'}};

}  // namespace solieu
