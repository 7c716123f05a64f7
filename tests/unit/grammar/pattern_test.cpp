#include "grammar/pattern.h"

#include "catch.h"

using namespace solieu;
using Type = PatternNode::Type;

TEST_CASE("a pattern of items, literals and quantifiers is parsed") {
  const auto node = parse_pattern("từ {number} ( đến | tới ) {number&!vague|range}? ~ %");
  REQUIRE(node.ok());
  REQUIRE(node->type == Type::kSequence);
  REQUIRE(node->children.size() == 6);
  CHECK(node->children[0].type == Type::kLiteral);
  CHECK(node->children[2].type == Type::kChoice);
  const auto& repeat = node->children[3];
  REQUIRE(repeat.type == Type::kRepeat);
  CHECK((repeat.min == 0 && repeat.max == 1));
  const auto& terms = repeat.children[0].terms;
  REQUIRE(terms.size() == 2);
  CHECK(terms[0].all == std::vector<std::string>{"number"});
  CHECK(terms[0].none == std::vector<std::string>{"vague"});
  CHECK(node->children[4].type == Type::kGlue);
}

TEST_CASE("words in a row are one literal") {
  const auto node = parse_pattern("trở lên {noun}");
  REQUIRE(node.ok());
  REQUIRE(node->children.size() == 2);
  CHECK(node->children[0].text == "trở lên");
}

TEST_CASE("a repeat has bounds") {
  CHECK(parse_pattern("{word}*3")->children[0].max == 3);
  CHECK(parse_pattern("{word}+")->children[0].min == 1);
  CHECK(parse_pattern("{word}*")->children[0].max == 8);
}

TEST_CASE("a malformed pattern is an error that shows it") {
  for (const char* bad : {"( {a}", "{a", "{a} )", "{}", "? {a}"}) {
    const auto node = parse_pattern(bad);
    INFO(bad);
    REQUIRE_FALSE(node.ok());
    CHECK(node.error().message.find(bad) != std::string::npos);
  }
}

TEST_CASE("a pattern that can match nothing is told") {
  CHECK(matches_nothing(*parse_pattern("{a}? ( {b} | ~ )*")));
  CHECK_FALSE(matches_nothing(*parse_pattern("{a}? {b}")));
}
