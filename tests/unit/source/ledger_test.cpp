#include "source/ledger.h"

#include "catch.h"

using namespace solieu;

TEST_CASE("a list of labels gives back what was put in, whatever it shares with its neighbour") {
  const std::string far(300, 'x');
  const std::vector<std::string> some = {"",  "a",       "bài/1",   "bài/2", "bài/2",
                                         far, far + 'y', far + 'z', "bài",   std::string("\0z", 2)};
  LabelList list;
  for (uint32_t n = 0; n < 1000; ++n) REQUIRE(list.add(some[n % some.size()]) == n);
  for (uint32_t n = 0; n < 1000; ++n) CHECK(list.at(n) == some[n % some.size()]);
}

TEST_CASE("among thousands of articles each is known again under the id of the first") {
  Ledger ledger;
  const auto enter = [&](const std::string& id, const std::string& bytes) {
    SourceArticle article;
    article.document.id = id;
    article.document.bytes = bytes;
    ledger.enter(article);
    return article;
  };
  constexpr int kMany = 20'000;
  for (int n = 0; n < kMany; ++n) {
    const SourceArticle article = enter("kho/" + std::to_string(n), "bài " + std::to_string(n));
    REQUIRE(article.duplicate_of.empty());
    REQUIRE(article.warnings.empty());
  }
  for (int n = 0; n < kMany; ++n) {
    const SourceArticle article = enter("lại/" + std::to_string(n), "bài " + std::to_string(n));
    REQUIRE(article.duplicate_of == "kho/" + std::to_string(n));
  }
}
