#include <algorithm>
#include <array>

#include "mention/numeral.h"

namespace solieu {
namespace {

constexpr size_t kLongestNumber = 18;  // digits: what a Decimal holds
constexpr int64_t kMostSmall = 20;     // builtin::kSmall
const Decimal kSmall(kMostSmall);
const Decimal kOne(1);

struct Group {
  std::string_view digits;
  char separator_before = 0;
};

// More groups spell no number: they have too many digits, or are no groups of three.
class Groups {
 public:
  static constexpr size_t kMost = 12;

  explicit Groups(std::string_view text) {
    char separator = 0;
    while (count_ < kMost) {
      const size_t at = text.find_first_of(".,");
      groups_[count_++] = {text.substr(0, at), separator};
      if (at == std::string_view::npos) return;
      separator = text[at];
      text.remove_prefix(at + 1);
    }
    too_many_ = true;
  }

  bool too_many() const { return too_many_; }
  size_t size() const { return count_; }
  const Group& operator[](size_t i) const { return groups_[i]; }
  const Group* begin() const { return groups_.data(); }
  const Group* end() const { return groups_.data() + count_; }

 private:
  std::array<Group, kMost> groups_;
  size_t count_ = 0;
  bool too_many_ = false;
};

// The number that the digits of groups [0, whole) and, as a fraction, the rest spell.
std::optional<Decimal> number_of(const Groups& groups, size_t whole) {
  int64_t mantissa = 0;
  int exponent = 0;
  size_t count = 0;
  for (size_t g = 0; g < groups.size(); ++g) {
    for (const char c : groups[g].digits) {
      if (++count > kLongestNumber) return std::nullopt;
      mantissa = mantissa * 10 + (c - '0');
      if (g >= whole) --exponent;
    }
  }
  return Decimal::make(mantissa, exponent);
}

// Digits only.
DigitReading read_plain(std::string_view digits) {
  DigitReading out;
  out.plain = true;
  out.builtins = bit(builtin::kNumber) | bit(builtin::kDigits);
  const size_t n = digits.size();
  if (n > kLongestNumber) {
    out.builtins |= bit(builtin::kMalformed);
    return out;
  }
  int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  out.value = Decimal(value);
  const auto when = [](bool holds, builtin::Id id) { return BuiltinSet{holds} << id; };
  const auto within = [&](int64_t low, int64_t high) { return value >= low && value <= high; };
  out.builtins |= bit(builtin::kPlain) | bit(builtin::kInteger) |
                  when(n >= 2 && digits.front() == '0', builtin::kPadded) |
                  when(n == 2, builtin::kTwoDigits) | when(n >= 6, builtin::kLong) |
                  when(value == 1, builtin::kOne) | when(value <= kMostSmall, builtin::kSmall) |
                  when(n <= 2 && within(1, 31), builtin::kDay) |
                  when(n <= 2 && within(1, 12), builtin::kMonth) |
                  when(n == 4 && within(1900, 2099), builtin::kYear) |
                  when(n <= 2 && within(0, 24), builtin::kHour) |
                  when(n <= 2 && within(0, 59), builtin::kMinute) |
                  when(n <= 3 && within(1, 119), builtin::kAgeLike);
  return out;
}

bool spells(std::string_view digits, size_t longest, int low, int high) {
  int n = 0;
  for (const char c : digits.substr(0, 4)) n = n * 10 + (c - '0');
  return !digits.empty() && digits.size() <= longest && n >= low && n <= high;
}
bool spells_month(std::string_view digits) { return spells(digits, 2, 1, 12); }
bool spells_year(std::string_view digits) {
  return digits.size() == 4 && spells(digits, 4, 1900, 2099);
}
// 18.11.2023
bool spells_date(const Groups& groups) {
  return spells(groups[0].digits, 2, 1, 31) && spells_month(groups[1].digits) &&
         spells_year(groups[2].digits);
}

}  // namespace

DigitReading read_digits(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0'; };  // separators stand before it
  if (std::ranges::all_of(text, is_digit)) return read_plain(text);
  const Groups groups(text);
  DigitReading out;
  out.builtins = bit(builtin::kNumber) | bit(builtin::kDigits);
  const auto finish = [&](std::optional<Decimal> value, BuiltinSet more) {
    if (!value) more = bit(builtin::kMalformed);
    out.value = value.value_or(Decimal());
    out.builtins |= more;
    if (value && out.value == kOne) out.builtins |= bit(builtin::kOne);
    if (value && value->is_integer() && out.value <= kSmall) out.builtins |= bit(builtin::kSmall);
    return out;
  };
  const BuiltinSet integer = bit(builtin::kInteger) | bit(builtin::kGrouped);
  const BuiltinSet decimal = bit(builtin::kDecimal);

  if (groups.too_many()) return finish(std::nullopt, 0);
  const bool leading_ok = !groups[0].digits.empty() && groups[0].digits.size() <= 3;
  const auto threes = [&](size_t from, size_t to) {
    return std::all_of(groups.begin() + from, groups.begin() + to,
                       [](const Group& g) { return g.digits.size() == 3; });
  };
  if (groups.size() == 2) {
    const auto fraction = groups[1].digits;
    const bool zero_led = groups[0].digits == "0";
    if (zero_led) return finish(number_of(groups, 1), decimal);
    if (groups[0].digits.front() == '0') return finish(std::nullopt, 0);
    if (groups[1].separator_before == '.') {
      if (fraction.size() == 3 && leading_ok) return finish(number_of(groups, 2), integer);
      if (fraction.size() <= 2) {
        return finish(number_of(groups, 1), decimal | bit(builtin::kDotted));
      }
      if (spells_month(groups[0].digits) && spells_year(fraction)) {
        out.builtins |= bit(builtin::kMonthYear);
      }
      return finish(fraction.size() > 3 ? number_of(groups, 1) : std::nullopt, decimal);
    }
    if (fraction.size() == 3 && leading_ok) out.as_thousands = number_of(groups, 2);
    return finish(number_of(groups, 1), decimal);
  }
  // Three groups or more: one kind of separator throughout, or the last one is the decimal sign.
  const char first = groups[1].separator_before;
  const size_t last = groups.size() - 1;
  const bool same = std::all_of(groups.begin() + 1, groups.end(),
                                [&](const Group& g) { return g.separator_before == first; });
  const bool sane_lead = leading_ok && groups[0].digits.front() != '0';
  if (groups.size() == 3 && same && first == '.' && spells_date(groups)) {
    out.builtins = bit(builtin::kDate);
    return out;
  }
  if (same) {
    return finish(
        sane_lead && threes(1, groups.size()) ? number_of(groups, groups.size()) : std::nullopt,
        integer);
  }
  const bool same_but_last =
      std::all_of(groups.begin() + 1, groups.begin() + last,
                  [&](const Group& g) { return g.separator_before == first; });
  if (same_but_last && sane_lead && threes(1, last))
    return finish(number_of(groups, last), decimal);
  return finish(std::nullopt, 0);
}

}  // namespace solieu
