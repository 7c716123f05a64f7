#include "store/packed_offsets.h"

#include <random>

#include "catch.h"

using namespace solieu;

TEST_CASE("the identity is no bytes") {
  CHECK(pack(OffsetMap()).empty());
  const auto read = unpack_offsets("");
  REQUIRE(read.ok());
  CHECK(read->identity());
}

TEST_CASE("a map is the same after packing") {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::vector<OffsetRun> runs;
    uint32_t clean = 0;
    uint32_t source = 0;
    for (uint32_t n = 1 + random() % 30; n > 0; --n) {
      const bool verbatim = random() % 2 == 0;
      const uint32_t length = random() >> (random() % 32) & 0x3FFFFFF;
      const uint32_t taken = verbatim ? length : random() >> (random() % 32) & 0x3FFFFFF;
      runs.push_back({{clean, clean + length}, {source, source + taken}, verbatim});
      clean += length;
      source += taken;
    }
    const auto read = unpack_offsets(pack(OffsetMap(runs)));
    REQUIRE(read.ok());
    CHECK(read->runs() == runs);
  }
}

TEST_CASE("stored maps stay readable") {
  // Five bytes verbatim, two that came from 300, one that is not in the source.
  const auto read = unpack_offsets({"\x0B\x04\xAC\x02\x02\x00", 6});
  REQUIRE(read.ok());
  CHECK(read->runs() == std::vector<OffsetRun>{{{0, 5}, {0, 5}, true},
                                               {{5, 7}, {5, 305}, false},
                                               {{7, 8}, {305, 305}, false}});
  CHECK(read->to_source({1, 4}) == Span{1, 4});
  CHECK(read->to_source({4, 6}) == Span{4, 305});
}

TEST_CASE("damaged maps are refused") {
  for (const std::string_view bytes :
       {"\x80", "\x04", "\xFF\xFF\xFF\xFF\xFF\x01", "\xFF\xFF\xFF\xFF\x1F\xFF\xFF\xFF\xFF\x1F"}) {
    CHECK_FALSE(unpack_offsets(bytes).ok());
  }
}
