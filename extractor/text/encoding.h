// The encodings that Vietnamese archives hold.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace solieu {

enum class Encoding : uint8_t {
  kUtf8,
  kUtf16Le,
  kUtf16Be,
  kWindows1258,
  kTcvn3,
  kTcvn3Capitals,  // TCVN3 in a font that draws lower-case codes as capitals
  kVniWindows,
  kViscii,
  kVps,
  kViqr,
  kWindows1252,
};

// The name in records and for --encoding: "utf-8", "tcvn3", "tcvn3-capitals" ... Static storage.
std::string_view name_of(Encoding encoding);

// All names, separated by commas.
std::string encoding_names();

// By name or a common alias ("UTF8", "cp1258", "abc", "vni"), case and punctuation aside.
std::optional<Encoding> encoding_named(std::string_view name);

// What a font's name tells: ".VnTime" is TCVN3, ".VnTimeH" TCVN3 capitals, "VNI-Times" VNI-Windows,
// "VPS Times" VPS; nothing for other fonts.
std::optional<Encoding> encoding_of_font(std::string_view font);

// One byte for one letter or mark each: what detection chooses between.
inline constexpr std::array kByteEncodings = {Encoding::kTcvn3, Encoding::kVniWindows,
                                              Encoding::kWindows1258, Encoding::kViscii,
                                              Encoding::kVps};

}  // namespace solieu
