// windows-1258 (Unicode, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1258.TXT): base letters with combining
// tones; 0xFE is the đồng sign.
#pragma once

#include <string_view>

namespace solieu {

// 0x80 to 0xFF.
inline constexpr std::u32string_view kWindows1258 =
    U"€\uFFFD‚ƒ„…†‡ˆ‰\uFFFD‹Œ\uFFFD\uFFFD\uFFFD"  // 80
    U"\uFFFD‘’“”•–—˜™\uFFFD›œ\uFFFD\uFFFDŸ"       // 90
    U"\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯"                 // A0
    U"°±²³´µ¶·¸¹º»¼½¾¿"                           // B0
    U"ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏ"                      // C0
    U"ĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ß"                 // D0
    U"àáâăäåæçèéêë\u0301íîï"                      // E0
    U"đñ\u0323óôơö÷øùúûüư₫ÿ";                     // F0

}  // namespace solieu
