#include <chrono>

#include "catch.h"
#include "segment/layout.h"

namespace solieu {

TEST_CASE("sentences of a block only") {
  const std::string text = "Một. Hai. Ba. Bốn.";
  std::vector<Span> out;
  split_sentences(text, {7, 16}, out);  // "Hai. Ba. "
  REQUIRE(out.size() == 2);
  CHECK(out[0].of(text) == "Hai.");
  CHECK(out[1].of(text) == "Ba.");
}

TEST_CASE("sentences are appended, blanks are not") {
  std::vector<Span> out = {{1, 2}};
  split_sentences("   \n ", {0, 5}, out);
  CHECK(out.size() == 1);
  split_sentences("", {0, 0}, out);
  CHECK(out.size() == 1);
}

TEST_CASE("sentences cover all that is no white space") {
  const std::string text =
      "Xã có 3.216 hộ.Các hộ vui! \"Tốt.\" Ông A. nói... “Hết?” - Đúng./. 1. Một; 2) hai… …. ..";
  std::vector<Span> out;
  split_sentences(text, {0, static_cast<uint32_t>(text.size())}, out);
  uint32_t last = 0;
  for (const Span span : out) {
    for (uint32_t i = last; i < span.begin; ++i) CHECK(text[i] == ' ');
    CHECK(span.begin < span.end);
    last = span.end;
  }
  CHECK(last == text.size());
}

TEST_CASE("a long run of stops takes linear time") {
  const auto seconds = [](const std::string& text) {
    const auto start = std::chrono::steady_clock::now();
    std::vector<Span> out;
    split_sentences(text, {0, static_cast<uint32_t>(text.size())}, out);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  for (const std::string unit : {". ", ".", "\n", "A.", "\" ", "1.", ") .", "-. "}) {
    std::string text;
    while (text.size() < 200'000) text += unit;
    INFO(unit);
    CHECK(seconds(text) < 2);
  }
}

}  // namespace solieu
