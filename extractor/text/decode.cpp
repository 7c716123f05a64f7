#include "text/decode.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "text/legacy.h"
#include "text/utf8.h"

namespace solieu {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF", kUtf16LeMark = "\xFF\xFE",
                           kUtf16BeMark = "\xFE\xFF";

// Text in UTF-16 without a mark: ASCII has its zero bytes all on one side.
std::optional<Encoding> utf16_by_zeros(std::string_view source) {
  const std::string_view sample = source.substr(0, 4096);
  if (sample.find('\0') == std::string_view::npos) return std::nullopt;
  std::array<size_t, 2> zeros{};
  for (size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0';
  const size_t pairs = sample.size() / 2;
  if (pairs == 0 || source.size() % 2 != 0) return std::nullopt;
  if (zeros[1] > pairs / 4 && zeros[0] * 8 < zeros[1]) return Encoding::kUtf16Le;
  if (zeros[0] > pairs / 4 && zeros[1] * 8 < zeros[0]) return Encoding::kUtf16Be;
  return std::nullopt;
}

void decode_utf16(std::string_view source, bool big_endian, Rewriter& out) {
  auto unit = [&](size_t i) {
    const auto first = static_cast<unsigned char>(source[i]);
    const auto second = static_cast<unsigned char>(source[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::string utf8;
  for (size_t i = 0; i < source.size();) {
    const size_t at = i;
    char32_t c = 0xFFFD;
    if (source.size() - i < 2) {
      i = source.size();
    } else {
      const char32_t high = unit(i);
      i += 2;
      if (high < 0xD800 || high > 0xDFFF) {
        c = high;
      } else if (high < 0xDC00 && source.size() - i >= 2 && unit(i) >= 0xDC00 && unit(i) < 0xE000) {
        c = 0x10000 + ((high - 0xD800) << 10) + (unit(i) - 0xDC00);
        i += 2;
      }
    }
    utf8.clear();
    if (!(c == 0xFEFF && at == 0)) append_utf8(utf8, c);
    out.replace({static_cast<uint32_t>(at), static_cast<uint32_t>(i)}, utf8,
                c == 0xFFFD ? Repair::kReplacedBytes : Repair::kDecoded);
  }
}

bool is_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

}  // namespace

std::string_view name_of(Detection::By by) {
  constexpr std::array<std::string_view, 6> kNames = {"given by the caller", "byte order mark",
                                                      "zero bytes",          "valid UTF-8",
                                                      "share of syllables",  "no evidence"};
  return kNames[static_cast<size_t>(by)];
}

Detection detect(std::string_view source, std::optional<Encoding> forced,
                 std::optional<Encoding> declared) {
  using By = Detection::By;
  if (forced) return {*forced, By::kForced, {}};
  if (source.starts_with(kUtf8Mark)) return {Encoding::kUtf8, By::kMark, {}};
  if (source.starts_with(kUtf16LeMark)) return {Encoding::kUtf16Le, By::kMark, {}};
  if (source.starts_with(kUtf16BeMark)) return {Encoding::kUtf16Be, By::kMark, {}};
  if (const auto utf16 = utf16_by_zeros(source)) return {*utf16, By::kZeroBytes, {}};
  if (is_utf8(source)) return {Encoding::kUtf8, By::kValidity, {}};
  Detection found{Encoding::kUtf8, By::kNothing, look_for_legacy(source, Carrier::kBytes)};
  if (const auto legacy = found.evidence.verdict(Carrier::kBytes, declared)) {
    found.encoding = *legacy;
    found.by = By::kSyllables;
  } else if (found.evidence.good > 0) {
    found.by = By::kSyllables;  // UTF-8 with some bytes damaged
  } else if (found.evidence.bad > 0) {
    found.encoding = Encoding::kWindows1252;
  }
  return found;
}

void decode(std::string_view source, const Detection& detection, Rewriter& out) {
  switch (detection.encoding) {
    case Encoding::kUtf8:
    case Encoding::kViqr:
      if (source.starts_with(kUtf8Mark)) out.replace({0, 3}, "", Repair::kDecoded);
      if (!is_utf8(source)) replace_bad_bytes(source, 0, out);
      break;
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be:
      decode_utf16(source, detection.encoding == Encoding::kUtf16Be, out);
      break;
    case Encoding::kWindows1252:
      decode_bytes(ByteRun(source, 0), Encoding::kWindows1252, Repair::kDecoded, out);
      break;
    default:
      if (detection.by == Detection::By::kForced) {
        decode_bytes(ByteRun(source, 0), detection.encoding, repair_of(detection.encoding), out);
      } else {
        decode_legacy_runs(source, Carrier::kBytes, detection.encoding, out);
      }
  }
}

}  // namespace solieu
