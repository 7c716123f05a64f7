#include "eval/score.h"

#include "catch.h"
#include "eval/report.h"

using namespace solieu;

namespace {

ScoredArticles articles(const std::string& lines) {
  auto out = parse_scored_articles(lines, "test");
  if (!out) FAIL(out.error().to_string());
  return *out;
}

ScoredArticles gold() {
  return articles(
      R"({"id":"a","figures":[{"start":0,"end":2,"quote":"49","kind":"count","value":49,"modifier":"exact"},)"
      R"({"start":10,"end":12,"quote":"50","kind":"count","low":40,"high":50,"modifier":"exact"},)"
      R"({"start":20,"end":22,"quote":"30","kind":"age","value":30,"modifier":"exact","optional":true}]})"
      "\n"
      R"({"id":"b","figures":[{"start":0,"end":3,"quote":"9/9","kind":"ratio","value":9,"of":9,"modifier":"exact"}]})");
}

}  // namespace

TEST_CASE("gold scores full marks against itself") {
  const Score all = score(gold(), gold());
  CHECK(f1(all.total()) == 1);
  CHECK(strict_recall(all.total()) == 1);
  CHECK(all.total().gold == 3);  // the optional one does not count
  CHECK(all.findings.empty());
}

TEST_CASE("matching wants overlap, kind and value; strict also span and modifier") {
  const Score got = score(
      gold(),
      articles(
          R"({"id":"a","figures":[{"start":0,"end":3,"quote":"49 ","kind":"count","value":49.0,"modifier":"exact"},)"
          R"({"start":10,"end":12,"quote":"50","kind":"count","value":null,"min_value":40,"max_value":51,"modifier":"exact"}]})"));
  CHECK(got.total().matched == 1);
  CHECK(got.total().strict == 0);
  CHECK(got.total().predicted == 2);
  CHECK(got.articles_without_prediction == 1);
  REQUIRE(got.findings.size() == 3);
  CHECK(got.findings[0].type == Finding::Type::kMissed);
  CHECK(got.findings[0].got == "[50] count 40..51");
  CHECK(got.findings[1].type == Finding::Type::kFalse);
  CHECK(got.findings[2].article == "b");
}

TEST_CASE("a prediction in an optional figure is no error, whatever it says") {
  const Score got = score(
      gold(),
      articles(
          R"({"id":"a","figures":[{"start":21,"end":22,"quote":"0","kind":"count","value":0}]})"));
  CHECK(got.total().predicted == 0);
}

TEST_CASE("where nobody judged, nothing counts") {
  const auto partial = articles(
      R"({"id":"a","judged":[[0,2],[10,12]],"figures":[{"start":0,"end":2,"quote":"49","kind":"count","value":49,"modifier":"exact"}]})");
  const auto found = articles(
      R"({"id":"a","figures":[{"start":0,"end":2,"quote":"49","kind":"count","value":49,"modifier":"exact"},)"
      R"({"start":2,"end":4,"quote":"51","kind":"count","value":51,"modifier":"exact"},)"
      R"({"start":11,"end":14,"quote":"50","kind":"count","value":50,"modifier":"exact"}]})");
  const Score got = score(partial, found);
  CHECK(got.total().matched == 1);
  CHECK(got.total().predicted == 2);  // that at 2 stands where nobody judged
  REQUIRE(got.findings.size() == 1);
  CHECK(got.findings[0].start == 11);
  for (const char* const wrong :
       {R"({"id":"a","judged":[[1]],"figures":[]})",
        R"({"id":"a","judged":[[1,2,3]],"figures":[]})", R"({"id":"a","judged":7,"figures":[]})"}) {
    CHECK_FALSE(parse_scored_articles(wrong, "test").ok());
  }
}

TEST_CASE("values beyond 64 bits are read") {
  const auto one = articles(
      R"({"id":"a","figures":[{"start":0,"end":1,"kind":"money","value":16500000000000000000000}]})");
  CHECK(one[0].figures[0].value == 1.65e22);
}

TEST_CASE("of lines with one id the last counts, in the place of the first") {
  const auto read = articles(R"({"id":"a","figures":[]}
{"id":"b","figures":[]}

{"id":"a","figures":[{"start":0,"end":1,"kind":"count","value":1}]})");
  REQUIRE(read.size() == 2);
  CHECK(read[0].id == "a");
  CHECK(read[0].figures.size() == 1);
}

TEST_CASE("what is no article is an error with its line") {
  for (const char* line : {"[]", "{", "{\"figures\":[]}", "{\"id\":1}", "nonsense"}) {
    const auto read = parse_scored_articles(std::string("{\"id\":\"a\"}\n") + line, "file");
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().place == "file:2");
  }
}

TEST_CASE("errors are listed with the line of the source around them") {
  ErrorListing listing;
  listing.limit = 2;
  listing.only = "count";
  listing.sources["a"] = "49 suất\n  quà 50 hộ \nhết";
  CHECK(error_list(score(gold(), {}), listing) ==
        "  MISSED a:0 [49] gold: count 49\n         49 suất\n"
        "  MISSED a:10 [50] gold: count 40..50\n         quà 50 hộ\n");
}

TEST_CASE("a difference names what is new and what is gone") {
  const Score nothing = score(gold(), {});
  const Score all = score(gold(), gold());
  ErrorListing listing;
  listing.limit = 1;
  CHECK(difference(nothing, all, listing).find("new errors: 0\nerrors gone: 3\n") !=
        std::string::npos);
  CHECK(difference(all, nothing, listing).find("new errors: 3\n  MISSED a:0") != std::string::npos);
  CHECK(difference(all, all, listing).starts_with("no score changed\n"));
}
