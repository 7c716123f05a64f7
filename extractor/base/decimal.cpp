#include "solieu/decimal.h"

#include <algorithm>
#include <array>

namespace solieu {
namespace {

constexpr __int128 kMantissaLimit = 1'000'000'000'000'000'000;  // 18 digits
constexpr int kExponentLimit = 30;

// mantissa * 10^steps, or nothing on overflow of 128 bits.
std::optional<__int128> shifted(__int128 mantissa, int steps) {
  for (int i = 0; i < steps; ++i) {
    if (__builtin_mul_overflow(mantissa, static_cast<__int128>(10), &mantissa)) return std::nullopt;
  }
  return mantissa;
}

}  // namespace

std::optional<Decimal> Decimal::normalised(__int128 mantissa, int exponent) {
  if (mantissa == 0) return Decimal();
  // Division of 128 bits is slow, and most numbers are small.
  const auto strip = [&](auto number) {
    while (number % 10 == 0) {
      number /= 10;
      ++exponent;
    }
    mantissa = number;
  };
  if (mantissa == static_cast<int64_t>(mantissa)) {
    strip(static_cast<int64_t>(mantissa));
  } else {
    strip(mantissa);
  }
  if (mantissa >= kMantissaLimit || mantissa <= -kMantissaLimit) return std::nullopt;
  if (exponent > kExponentLimit || exponent < -kExponentLimit) return std::nullopt;
  Decimal out;
  out.mantissa_ = static_cast<int64_t>(mantissa);
  out.exponent_ = exponent;
  return out;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  __int128 mantissa = 0;
  int exponent = 0;
  bool seen_point = false;
  bool seen_digit = false;
  for (const char c : text) {
    if (c == '.' && !seen_point && seen_digit) {
      seen_point = true;
      seen_digit = false;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    seen_digit = true;
    if (mantissa > kMantissaLimit * 1'000'000) return std::nullopt;
    mantissa = mantissa * 10 + (c - '0');
    if (seen_point) --exponent;
  }
  if (!seen_digit) return std::nullopt;
  return normalised(negative ? -mantissa : mantissa, exponent);
}

std::optional<Decimal> Decimal::add(Decimal a, Decimal b) {
  const int exponent = a.exponent_ < b.exponent_ ? a.exponent_ : b.exponent_;
  const auto x = shifted(a.mantissa_, a.exponent_ - exponent);
  const auto y = shifted(b.mantissa_, b.exponent_ - exponent);
  __int128 sum = 0;
  if (!x || !y || __builtin_add_overflow(*x, *y, &sum)) return std::nullopt;
  return normalised(sum, exponent);
}

std::optional<Decimal> Decimal::subtract(Decimal a, Decimal b) {
  b.mantissa_ = -b.mantissa_;
  return add(a, b);
}

std::optional<Decimal> Decimal::multiply(Decimal a, Decimal b) {
  return normalised(static_cast<__int128>(a.mantissa_) * b.mantissa_, a.exponent_ + b.exponent_);
}

void Decimal::append_to(std::string& out) const {
  std::array<char, 64> text;  // a sign, 18 digits, a point, and the zeros of the exponent
  char* const end = text.data() + text.size();
  char* begin = end;
  for (int zeros = exponent_; zeros > 0; --zeros) *--begin = '0';
  int fraction = std::max(0, -exponent_);
  uint64_t rest =
      mantissa_ < 0 ? -static_cast<uint64_t>(mantissa_) : static_cast<uint64_t>(mantissa_);
  for (; fraction > 0; --fraction, rest /= 10) {
    *--begin = static_cast<char>('0' + rest % 10);
    if (fraction == 1) *--begin = '.';
  }
  do {
    *--begin = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (mantissa_ < 0) *--begin = '-';
  out.append(begin, static_cast<size_t>(end - begin));
}

std::string Decimal::to_string() const {
  std::string out;
  append_to(out);
  return out;
}

std::strong_ordering operator<=>(Decimal a, Decimal b) {
  const int sign_a = a.mantissa_ < 0 ? -1 : a.mantissa_ > 0;
  const int sign_b = b.mantissa_ < 0 ? -1 : b.mantissa_ > 0;
  if (sign_a != sign_b) return sign_a <=> sign_b;
  const int exponent = a.exponent_ < b.exponent_ ? a.exponent_ : b.exponent_;
  const auto x = shifted(a.mantissa_, a.exponent_ - exponent);
  const auto y = shifted(b.mantissa_, b.exponent_ - exponent);
  if (x && y)
    return *x < *y   ? std::strong_ordering::less
           : *x > *y ? std::strong_ordering::greater
                     : std::strong_ordering::equal;
  // Only one of them overflows 128 bits: it has the larger magnitude.
  const bool a_larger = !x;
  return (a_larger == (sign_a > 0)) ? std::strong_ordering::greater : std::strong_ordering::less;
}

}  // namespace solieu
