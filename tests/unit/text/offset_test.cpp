#include <random>

#include "catch.h"
#include "text/rewriter.h"

using solieu::compose;
using solieu::OffsetMap;
using solieu::OffsetRun;
using solieu::Rewriter;
using solieu::Span;

namespace {

// Replaces random stretches; every replacement names the input bytes it stands for.
Rewriter random_pass(const std::string& input, std::mt19937& random) {
  Rewriter rewriter(input);
  for (uint32_t at = random() % 4; at < input.size();) {
    const uint32_t end = std::min<uint32_t>(at + 1 + random() % 3, input.size());
    rewriter.replace({at, end}, std::string(random() % 4, static_cast<char>('0' + random() % 10)),
                     solieu::Repair::kNormalised);
    at = end + random() % 6;
  }
  rewriter.finish();
  return rewriter;
}

void check_covers(const std::vector<OffsetRun>& runs, size_t clean, size_t source) {
  uint32_t c = 0, s = 0;
  for (const OffsetRun& run : runs) {
    REQUIRE(run.clean.begin == c);
    REQUIRE(run.source.begin == s);
    c = run.clean.end, s = run.source.end;
    if (run.verbatim) REQUIRE(run.clean.size() == run.source.size());
  }
  REQUIRE(c == clean);
  REQUIRE(s == source);
}

}  // namespace

TEST_CASE("runs of two passes compose to runs of both") {
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string source(1 + random() % 40, ' ');
    for (char& c : source) c = static_cast<char>('a' + random() % 26);
    Rewriter first = random_pass(source, random);
    if (!first.changed()) continue;
    const std::string mid = first.text();
    Rewriter second = random_pass(mid, random);
    const std::string& clean = second.changed() ? second.text() : mid;
    const auto runs = compose(first.runs(), second.runs());
    check_covers(runs, clean.size(), source.size());
    const OffsetMap map(runs), outer(first.runs()), inner(second.runs());
    for (const OffsetRun& run : runs) {
      if (run.verbatim) REQUIRE(run.clean.of(clean) == run.source.of(source));
    }
    for (uint32_t begin = 0; begin < clean.size(); ++begin) {
      for (uint32_t end = begin + 1; end <= clean.size(); ++end) {
        const Span direct = map.to_source({begin, end});
        const Span stepwise = outer.to_source(inner.to_source({begin, end}));
        REQUIRE(direct.contains(stepwise));  // composing may snap further out, never further in
      }
    }
  }
}

TEST_CASE("spans snap outward to whole source characters") {
  const std::string source = "xABCy";
  Rewriter pass(source);
  pass.replace({1, 4}, "12", solieu::Repair::kNormalised);
  pass.finish();
  const OffsetMap map(pass.runs());
  CHECK(map.to_source({0, 1}) == Span{0, 1});
  CHECK(map.to_source({1, 2}) == Span{1, 4});
  CHECK(map.to_source({2, 3}) == Span{1, 4});
  CHECK(map.to_source({2, 4}) == Span{1, 5});
  CHECK(map.to_source({4, 4}) == Span{5, 5});
}

TEST_CASE("dropped bytes belong to no span that only touches them") {
  const std::string source = "a\u200Bb";
  Rewriter pass(source);
  pass.replace({1, 4}, "", solieu::Repair::kNormalised);
  pass.finish();
  CHECK(pass.text() == "ab");
  const OffsetMap map(pass.runs());
  CHECK(map.to_source({0, 1}) == Span{0, 1});
  CHECK(map.to_source({1, 2}) == Span{4, 5});
  CHECK(map.to_source({0, 2}) == Span{0, 5});
}
