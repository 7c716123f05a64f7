#include "eval/compare.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace solieu {
namespace {

// Old tone style to new.
constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kToneStyles = {
    {{"oà", "òa"},
     {"oá", "óa"},
     {"oả", "ỏa"},
     {"oã", "õa"},
     {"oạ", "ọa"},
     {"oè", "òe"},
     {"oé", "óe"},
     {"oẻ", "ỏe"},
     {"oẽ", "õe"},
     {"oẹ", "ọe"},
     {"uỳ", "ùy"},
     {"uý", "úy"},
     {"uỷ", "ủy"},
     {"uỹ", "ũy"},
     {"uỵ", "ụy"}}};

bool is_separator(UChar32 c) {
  constexpr std::u32string_view kPunctuation = U"“”\"'‘’.,;:()/";
  return kPunctuation.find(static_cast<char32_t>(c)) != std::u32string_view::npos ||
         u_isUWhiteSpace(c) || (c >= 0x1C && c <= 0x1F);
}

std::string folded(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  std::string nfc;
  icu::StringByteSink<std::string> nfc_sink(&nfc);
  icu::Normalizer2::getNFCInstance(error)->normalizeUTF8(0, piece, nfc_sink, nullptr, error);
  std::string out;
  icu::StringByteSink<std::string> out_sink(&out);
  icu::CaseMap::utf8Fold(0, nfc, out_sink, nullptr, error);
  return U_SUCCESS(error) ? out : std::string(text);
}

// Two missing numbers are equal, a missing one and another are not.
bool close(std::optional<double> a, std::optional<double> b) {
  if (!a || !b) return !a && !b;
  return std::abs(*a - *b) <= 1e-9 * std::max({1.0, std::abs(*a), std::abs(*b)});
}

// Whether `prefix` begins `text`, both in compare form, by whole syllables.
bool begins(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) &&
         (text.size() == prefix.size() || prefix.empty() || text[prefix.size()] == ' ');
}

bool counted_right(const Slot& gold, const Slot& predicted) {
  if (gold.null() || predicted.null()) return gold.null() && predicted.null();
  const std::string got = compare_form(predicted.text);
  return begins(got, compare_form(gold.head)) && begins(compare_form(gold.max), got);
}

bool change_right(const Slot& gold, const Slot& predicted) {
  if (gold.null() || predicted.null()) return gold.null() && predicted.null();
  return predicted.form == Slot::Form::kObject && gold.direction == predicted.direction;
}

bool unit_org_right(const Slot& gold, const Slot& predicted) {
  const std::string want = compare_form(gold.text);
  if (predicted.form != Slot::Form::kObject) return want == compare_form(predicted.text);
  return want == compare_form(predicted.name) || want == compare_form(predicted.mention);
}

}  // namespace

std::string compare_form(std::string_view text) {
  std::string style = folded(text);
  for (const auto& [old_style, new_style] : kToneStyles) {
    for (size_t at = style.find(old_style); at != std::string::npos;
         at = style.find(old_style, at + new_style.size())) {
      style.replace(at, old_style.size(), new_style);
    }
  }
  std::string out;
  const auto length = static_cast<int32_t>(style.size());
  for (int32_t i = 0; i < length;) {
    const int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(style.data(), i, length, c);
    if (!is_separator(c)) {
      out.append(style, static_cast<size_t>(begin), static_cast<size_t>(i - begin));
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

bool same_value(const ScoredFigure& gold, const ScoredFigure& predicted) {
  if (gold.kind != predicted.kind || !close(gold.of, predicted.of)) return false;
  if (gold.has_value) return close(gold.value, predicted.value);
  return close(gold.low, predicted.low) && close(gold.high, predicted.high);
}

bool attribute_right(size_t attribute, const ScoredFigure& gold, const ScoredFigure& predicted) {
  const Slot& want = gold.attributes[attribute];
  const Slot& got = predicted.attributes[attribute];
  const std::string_view name = kAttributes[attribute];
  if (name == "counted") return counted_right(want, got);
  if (name == "change") return change_right(want, got);
  if (name == "unit_org") return unit_org_right(want, got);
  if (name == "per" || name == "programme")
    return compare_form(want.text) == compare_form(got.text);
  return want.text == got.text;
}

bool attribute_scored(size_t attribute, const ScoredFigure& gold, const ScoredFigure& predicted) {
  return !gold.attributes[attribute].null() ||
         (predicted.attributes[attribute].says_something() && kAttributes[attribute] != "counted");
}

}  // namespace solieu
