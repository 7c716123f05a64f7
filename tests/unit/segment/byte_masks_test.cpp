#include "segment/byte_masks.h"

#include <random>
#include <string>

#include "catch.h"

using namespace solieu;

TEST_CASE("bytes are told apart the same at once and one by one") {
  std::mt19937 random(20261122);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (uint32_t i = 0; i < kMaskBytes; ++i) bytes += static_cast<char>(random());
    // Bytes that matter most, often side by side.
    for (const char c : {'\xC2', '\xC3', '\x97', '\xB7', '\xE1', '\xE2', ' ', '\x7F', '9', 'z'}) {
      bytes[random() % kMaskBytes] = c;
    }
    REQUIRE(byte_masks(bytes.data()) == byte_masks_slowly(bytes.data()));
  }
}

TEST_CASE("letters of Vietnamese, spaces, and what is to be looked up") {
  std::string text = "Đê 7×÷ “ữ”\t²";
  const size_t size = text.size();
  text.resize(kMaskBytes, '.');
  const ByteMasks masks = byte_masks(text.data());
  std::string shown;
  for (size_t i = 0; i < size; ++i) {
    const auto has = [&](uint64_t mask) { return (mask >> i & 1) != 0; };
    shown += has(masks.digits_or_other) ? '?'
             : has(masks.letters)       ? 'a'
             : has(masks.spaces)        ? '_'
                                        : '.';
  }
  // The bytes behind the first of "×", "“" and the like say nothing.
  CHECK(shown == "aaaa_??a?a_?aaaaa?aa_?a");
  CHECK(masks.letters >> size == 0);
}
