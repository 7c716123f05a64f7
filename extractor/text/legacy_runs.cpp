#include "text/legacy_runs.h"

#include <simdjson.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/legacy.h"
#include "text/letters.h"
#include "text/run_choice.h"
#include "text/utf8.h"
#include "text/validity.h"

namespace solieu {
namespace {

bool is_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

// Whether a byte can belong to a word: a letter, anything beyond ASCII, or a control character that
// VISCII and VPS use for a letter.
bool is_control_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && byte != 0 && (byte < 8 || byte > 0x0F);
}
bool in_unit(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || static_cast<unsigned char>((byte | 0x20) - 'a') < 26 ||
         is_control_letter(c);
}

// Calls visit(span) for each unit: a run of such bytes.
template <class Visit>
void for_each_unit(std::string_view text, Visit visit) {
  for (size_t i = 0; i < text.size();) {
    while (i < text.size() && !in_unit(text[i])) ++i;
    const size_t begin = i;
    while (i < text.size() && in_unit(text[i])) ++i;
    if (i > begin && !visit(Span{static_cast<uint32_t>(begin), static_cast<uint32_t>(i)})) return;
  }
}

enum class Looks : uint8_t { kNeutral, kGood, kBad };

Looks looks_of(std::string_view utf8, CaseRule rule = CaseRule::kUsual) {
  // A single letter is no word, and a single symbol, such as « with its space, none that went
  // wrong.
  size_t first = 0;
  if (!utf8.empty() && (next_code_point(utf8, first), first == utf8.size())) return Looks::kNeutral;
  const Validity validity = validity_of(utf8, rule);
  if (validity.words == 0) return Looks::kNeutral;
  return validity.valid == validity.words ? Looks::kGood : Looks::kBad;
}

// A unit's bytes with their places, as the carrier holds them. Reused to save allocations.
struct UnitBytes {
  std::string bytes;
  std::vector<uint32_t> places;

  // False when a character is no byte.
  bool read(std::string_view text, Span span, Carrier carrier) {
    bytes.clear();
    places.clear();
    if (carrier == Carrier::kBytes) {
      bytes = span.of(text);
      for (uint32_t i = span.begin; i <= span.end; ++i) places.push_back(i);
      return true;
    }
    for (size_t i = span.begin; i < span.end;) {
      places.push_back(static_cast<uint32_t>(i));
      const int byte = byte_of(next_code_point(text, i));
      if (byte < 0) return false;
      bytes.push_back(static_cast<char>(byte));
    }
    places.push_back(span.end);
    return true;
  }
};

Looks looks_decoded(std::string_view bytes, Encoding encoding) {
  constexpr size_t kLongest = 64;  // longer runs are no words in any encoding
  if (bytes.size() > kLongest) return Looks::kBad;
  const bool no_capitals = encoding == Encoding::kTcvn3;
  return looks_of(decode_bytes(bytes, encoding),
                  no_capitals ? CaseRule::kHalfCapitals : CaseRule::kUsual);
}

Looks looks_as_is(std::string_view unit, Carrier carrier) {
  if (is_ascii(unit)) {
    for (char c : unit) {
      if (static_cast<unsigned char>(c) < 0x20) return Looks::kBad;
    }
    return Looks::kNeutral;
  }
  if (carrier == Carrier::kBytes && !is_utf8(unit)) return Looks::kBad;
  return looks_of(unit);
}

// A line of bytes in which nothing is UTF-8 needs no weighing of words.
bool has_multibyte_sequence(std::string_view line) {
  for (size_t i = 0; i < line.size();) {
    const bool ascii = static_cast<signed char>(line[i]) >= 0;
    char32_t c;
    if (next_code_point_checked(line, i, c) && !ascii) return true;
  }
  return false;
}

}  // namespace

std::optional<Encoding> LegacyEvidence::verdict(Carrier carrier,
                                                std::optional<Encoding> declared) const {
  size_t best = 0;
  for (size_t i = 1; i < right.size(); ++i) {
    const bool tie = right[i] == right[best] && declared == kByteEncodings[i];
    if (right[i] > right[best] || tie) best = i;
  }
  const double share = bad == 0 ? 0 : static_cast<double>(right[best]) / bad;
  // Inside a text that is good for the rest, more evidence is asked for.
  const bool alone = good == 0 && carrier == Carrier::kBytes;
  const bool convincing =
      alone ? right[best] >= 1 && share >= 0.5
            : right[best] >= 2 && share >= (carrier == Carrier::kBytes ? 0.7 : 0.3);
  if (!convincing) return std::nullopt;
  return kByteEncodings[best];
}

uint32_t count_odd_latin1(std::string_view text) {
  constexpr std::u32string_view kUsual = U"\u00A0\u00AD°²³½«»·";
  uint32_t odd = 0;
  for (size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0xC2 || lead > 0xC6) {
      ++i;
      continue;
    }
    const size_t at = i;
    const char32_t c = next_code_point(text, i);
    const bool alone =
        (at == 0 || !in_unit(text[at - 1])) && (i == text.size() || !in_unit(text[i]));
    odd += !alone && !letter_of(c).valid() && byte_of(c) >= 0 &&
           kUsual.find(c) == std::u32string_view::npos;
  }
  return odd;
}

LegacyEvidence look_for_legacy(std::string_view text, Carrier carrier) {
  LegacyEvidence evidence;
  UnitBytes unit;
  for_each_unit(text, [&](Span span) {
    const Looks as_is = looks_as_is(span.of(text), carrier);
    evidence.good += as_is == Looks::kGood;
    if (as_is != Looks::kBad || !unit.read(text, span, carrier)) return true;
    bool counts = false;
    for (size_t i = 0; i < kByteEncodings.size(); ++i) {
      const Looks looks = looks_decoded(unit.bytes, kByteEncodings[i]);
      evidence.right[i] += looks == Looks::kGood;
      counts |= looks != Looks::kNeutral;
    }
    evidence.bad += counts;
    return evidence.bad < kLegacySample;
  });
  return evidence;
}

void decode_legacy_runs(std::string_view text, Carrier carrier, Encoding encoding, Rewriter& out) {
  const Repair repair = repair_of(encoding);
  std::vector<Span> units;
  std::vector<ReadingCost> costs;
  UnitBytes unit;
  auto decode_part = [&](std::string_view part, uint32_t begin) {
    units.clear();
    costs.clear();
    for_each_unit(part, [&](Span span) {
      const std::string_view word = span.of(part);
      const Looks as_is = looks_as_is(word, carrier);
      ReadingCost cost{as_is == Looks::kBad ? 1.f : 0.f, 0.f};
      if (!is_ascii(word) || as_is == Looks::kBad) {
        const bool readable = unit.read(part, span, carrier);
        const bool bad = readable && looks_decoded(unit.bytes, encoding) == Looks::kBad;
        cost.other = readable ? (bad ? 1.f : 0.f) : 3.f;
      }
      units.push_back({begin + span.begin, begin + span.end});
      costs.push_back(cost);
      return true;
    });
    const std::vector<bool> other = choose_runs(costs);
    for (size_t i = 0; i < units.size(); ++i) {
      if (other[i] && unit.read(text, units[i], carrier)) {
        decode_bytes(ByteRun(unit.bytes, unit.places), encoding, repair, out);
      } else if (carrier == Carrier::kBytes) {
        replace_bad_bytes(units[i].of(text), units[i].begin, out);
      }
    }
  };
  if (carrier == Carrier::kLatin1) {
    decode_part(text, 0);
    return;
  }
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const auto at = static_cast<uint32_t>(begin);
    if (is_ascii(line) && std::none_of(line.begin(), line.end(), is_control_letter)) {
      // Nothing to decode: no letter of a name in capitals either ("Y THO\2I" is VPS).
    } else if (has_multibyte_sequence(line)) {
      decode_part(line, at);
    } else {
      decode_bytes(ByteRun(line, at), encoding, repair, out);
    }
    begin = end + 1;
  }
}

Repair repair_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::kTcvn3:
    case Encoding::kTcvn3Capitals:
      return Repair::kTcvn3;
    case Encoding::kVniWindows:
      return Repair::kVniWindows;
    case Encoding::kWindows1258:
      return Repair::kWindows1258;
    case Encoding::kViscii:
      return Repair::kViscii;
    case Encoding::kVps:
      return Repair::kVps;
    case Encoding::kViqr:
      return Repair::kViqr;
    default:
      return Repair::kDecoded;
  }
}

void replace_bad_bytes(std::string_view bytes, uint32_t begin, Rewriter& out) {
  for (size_t i = 0; i < bytes.size();) {
    const size_t at = i;
    char32_t c;
    if (next_code_point_checked(bytes, i, c)) continue;
    out.replace({begin + static_cast<uint32_t>(at), begin + static_cast<uint32_t>(i)}, "\uFFFD",
                Repair::kReplacedBytes);
  }
}

}  // namespace solieu
