#include "base/sha256.h"

#include "catch.h"

using namespace solieu;

TEST_CASE("the digest of pieces is that of their bytes in a row") {
  // FIPS 180-2, appendix B.1
  constexpr std::string_view kKnown =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  CHECK(to_hex(sha256("abc")) == kKnown);
  Sha256State state;
  for (const char* piece : {"a", "", "b"}) state.add(piece);
  Sha256State copy = state;
  copy.add("c");
  CHECK(to_hex(copy.finish()) == kKnown);
  state.add("c");
  CHECK(to_hex(state.finish()) == kKnown);
}
