#include "review/segments.h"

#include <string>

#include "catch.h"

using namespace solieu;

namespace {

// "trao |49:0| quà": the text of the segments, each with the marks that cover it.
std::string shown(std::string_view text, const std::vector<Span>& marks) {
  std::string out;
  for (const Segment& segment : cut_at_figures(text, marks)) {
    if (!out.empty()) out += '|';
    out += segment.bytes.of(text);
    char before = ':';
    for (const uint32_t figure : segment.figures) {
      out += before + std::to_string(figure);
      before = ',';
    }
  }
  return out;
}

}  // namespace

TEST_CASE("text is cut where figures begin and end, in code points") {
  CHECK(shown("đã trao 49 quà", {{8, 10}}) == "đã trao |49:0| quà");
  CHECK(shown("49", {{0, 2}}) == "49:0");
  CHECK(shown("😀 7 é", {{2, 3}}) == "😀 |7:0| é");
  CHECK(shown("", {}).empty());
  CHECK(shown("không có gì", {}) == "không có gì");
}

TEST_CASE("overlapping figures share segments, the shortest first") {
  CHECK(shown("từ 3 đến 5", {{3, 10}, {9, 10}}) == "từ |3 đến :0|5:1,0");
  CHECK(shown("0123456789", {{2, 6}, {4, 8}}) == "01|23:0|45:0,1|67:1|89");
  CHECK(shown("0123", {{1, 3}, {1, 3}}) == "0|12:0,1|3");
}

TEST_CASE("marks that lie outside the text do no harm") {
  CHECK(shown("abc", {{2, 9}}) == "ab|c:0");
  CHECK(shown("abc", {{7, 9}}) == "abc");
  CHECK(shown("abc", {{1, 1}}) == "a|bc");
}

TEST_CASE("a browser's place is a byte of the text") {
  const std::string text = "Hội 😀 trao 49 quà";
  const auto segments = cut_at_figures(text, {{11, 13}});
  REQUIRE(segments.size() == 3);
  CHECK(byte_at(text, segments, {1, 0}) == text.find("49"));
  CHECK(byte_at(text, segments, {1, 2}) == text.find("49") + 2);
  CHECK(byte_at(text, segments, {0, 6}) == text.find(" trao"));  // behind a pair of surrogates
  CHECK_FALSE(byte_at(text, segments, {0, 5}).has_value());      // inside it
  CHECK_FALSE(byte_at(text, segments, {1, 3}).has_value());
  CHECK_FALSE(byte_at(text, segments, {3, 0}).has_value());
}
