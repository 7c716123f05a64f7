// VISCII 1.1 (RFC 1456).
#pragma once

#include <string_view>

#include "text/tables/low_byte.h"

namespace solieu {

// 0x80 to 0xFF.
inline constexpr std::u32string_view kViscii =
    U"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"   // 80
    U"ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"   // 90
    U"Õắằặấầẩậẽẹếềểễệố"   // A0
    U"ồổỗỠƠộờởịỰỨỪỬơớƯ"   // B0
    U"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"   // C0
    U"ĐứÒÓÔạỷừửÙÚỹỵÝỡư"   // D0
    U"àáâãảăữẫèéêẻìíĩỉ"   // E0
    U"đựòóôõỏọụùúũủýợỮ";  // F0

// Letters in the place of control characters.
inline constexpr LowByte kVisciiLow[] = {{0x02, U'Ẳ'}, {0x05, U'Ẵ'}, {0x06, U'Ẫ'},
                                         {0x14, U'Ỷ'}, {0x19, U'Ỹ'}, {0x1E, U'Ỵ'}};

}  // namespace solieu
