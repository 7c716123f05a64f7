#include "store/similar.h"

#include "base/sha256.h"
#include "catch.h"

using namespace solieu;

namespace {

// A text of `words` words that depend on the seed.
std::string words(int count, uint32_t seed) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    seed = seed * 1664525 + 1013904223;
    out += "từ" + std::to_string(seed >> 20) + (i % 17 == 16 ? ".\n" : " ");
  }
  return out;
}

int equal_elements(const std::string& a, const std::string& b) {
  const Signature of_a = signature(a);
  const Signature of_b = signature(b);
  int equal = 0;
  for (size_t i = 0; i < of_a.size(); ++i) equal += of_a[i] == of_b[i] ? 1 : 0;
  return equal;
}

}  // namespace

TEST_CASE("a copy with another head and tail is similar, another article is not") {
  const std::string story = words(600, 1);
  const std::string copy = words(20, 2) + story + words(20, 3);
  const std::string other = words(600, 4);
  CHECK(similarity(runs_of(story), runs_of(story)) == 1);
  CHECK(similarity(runs_of(story), runs_of(copy)) > 0.9);
  CHECK(similarity(runs_of(story), runs_of(other)) < 0.01);
  CHECK(equal_elements(story, story) == 16);
  CHECK(equal_elements(story, copy) >= 12);
  CHECK(equal_elements(story, other) <= 1);
}

TEST_CASE("case, spaces and punctuation do not matter") {
  CHECK(signature("UBND xa (Tan Lap) trao 49 qua.") == signature("ubnd  xa\ntan lap trao 49 qua"));
}

TEST_CASE("short texts have no runs and are similar to nothing") {
  CHECK(signature("") == signature("hai từ"));
  CHECK(similarity(runs_of(""), runs_of("")) == 0);
  CHECK(similarity(runs_of("một hai ba"), runs_of("một hai ba")) == 1);
}

TEST_CASE("a signature is stored as bytes that do not depend on the machine") {
  Signature one{};
  one[0] = 0x04030201;
  one[15] = 0xff;
  const std::string bytes = to_bytes(one);
  REQUIRE(bytes.size() == 64);
  CHECK(bytes.substr(0, 4) == "\x01\x02\x03\x04");
  CHECK(signature_from(bytes) == one);
  CHECK(signature_from("short") == Signature{});
  // Stored signatures are compared with new ones: the function must not change.
  CHECK(to_hex(sha256(to_bytes(signature(words(600, 1))))) ==
        "3e108ee0b2fdf1b71c99366fe00d36982c833b6756620653369028b1314c5fd7");
}
