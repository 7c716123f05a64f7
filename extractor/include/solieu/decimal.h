// Exact decimal numbers: an integer mantissa and a power of ten. No value of a record ever passes
// through a binary float.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace solieu {

// Always normalised: the mantissa has no trailing zero, and zero is 0 * 10^0, so equal values are
// equal member by member. At most 18 significant digits; exponents between -30 and 30.
class Decimal {
 public:
  constexpr Decimal() = default;
  // An integer.
  Decimal(int64_t value) {
    *this = normalised(value, 0).value_or(Decimal());
  }  // NOLINT(*-explicit-*)

  // mantissa * 10^exponent, or nothing when it does not fit.
  static std::optional<Decimal> make(int64_t mantissa, int exponent) {
    return normalised(mantissa, exponent);
  }
  // Parses "-?digits(.digits)?", the notation of rule files and of JSON without an exponent.
  static std::optional<Decimal> parse(std::string_view text);

  int64_t mantissa() const { return mantissa_; }
  int exponent() const { return exponent_; }
  bool is_integer() const { return exponent_ >= 0; }
  bool is_zero() const { return mantissa_ == 0; }

  // Exact, or nothing when the result does not fit.
  static std::optional<Decimal> add(Decimal a, Decimal b);
  static std::optional<Decimal> subtract(Decimal a, Decimal b);
  static std::optional<Decimal> multiply(Decimal a, Decimal b);

  // The value in full, without an exponent: "16500000000", "40.56". A valid JSON number.
  std::string to_string() const;
  // Appends what to_string returns.
  void append_to(std::string& out) const;

  friend bool operator==(Decimal, Decimal) = default;
  friend std::strong_ordering operator<=>(Decimal a, Decimal b);

 private:
  static std::optional<Decimal> normalised(__int128 mantissa, int exponent);

  int64_t mantissa_ = 0;
  int32_t exponent_ = 0;
};

}  // namespace solieu
