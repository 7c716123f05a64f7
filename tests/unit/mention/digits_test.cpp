#include "catch.h"
#include "mention/numeral.h"

using namespace solieu;

namespace {

std::string value_of(std::string_view digits) {
  const DigitReading reading = read_digits(digits);
  return (reading.builtins & bit(builtin::kMalformed)) != 0 ? "malformed"
                                                            : reading.value.to_string();
}

}  // namespace

TEST_CASE("separators are read as Vietnamese news writes them") {
  CHECK(value_of("9400") == "9400");
  CHECK(value_of("12.226") == "12226");
  CHECK(value_of("1.234.567") == "1234567");
  CHECK(value_of("16,5") == "16.5");
  CHECK(value_of("2.581,3") == "2581.3");
  CHECK(value_of("40.56") == "40.56");
  CHECK(value_of("0,125") == "0.125");
  CHECK(value_of("1,234,567") == "1234567");
  CHECK(value_of("01") == "1");
}

TEST_CASE("a comma before three digits keeps both readings") {
  const DigitReading reading = read_digits("8,486");
  CHECK(reading.value.to_string() == "8.486");
  REQUIRE(reading.as_thousands.has_value());
  CHECK(reading.as_thousands->to_string() == "8486");
}

TEST_CASE("phone numbers, addresses and versions are no numbers") {
  for (const char* bad : {"0982.095.095", "139.99.113.80", "4.400.00", "1.2.3", "12,34.5,6"}) {
    CHECK(value_of(bad) == "malformed");
  }
}

TEST_CASE("more digits than a decimal holds are malformed, not wrong") {
  CHECK(value_of("1234567890123456789012") == "malformed");
}
