#include "base/sha256.h"

#include <array>

#include "catch.h"

using namespace solieu;

TEST_CASE("the digest of parts is that of their bytes in a row") {
  // FIPS 180-2, appendix B.1
  constexpr std::string_view kKnown =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  CHECK(to_hex(sha256("abc")) == kKnown);
  constexpr std::array<std::string_view, 4> kParts = {"a", "", "b", "c"};
  CHECK(to_hex(sha256(kParts)) == kKnown);
}
