// windows-1252 (WHATWG index-windows-1252; the five bytes it leaves to C1 controls are U+FFFD
// here).
#pragma once

#include <string_view>

namespace solieu {

// 0x80 to 0xFF.
inline constexpr std::u32string_view kWindows1252 =
    U"€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD"  // 80
    U"\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ"       // 90
    U"\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯"       // A0
    U"°±²³´µ¶·¸¹º»¼½¾¿"                 // B0
    U"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"                 // C0
    U"ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"                 // D0
    U"àáâãäåæçèéêëìíîï"                 // E0
    U"ðñòóôõö÷øùúûüýþÿ";                // F0

}  // namespace solieu
