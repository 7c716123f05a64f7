#include "source/ledger.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#include <cstddef>
extern "C" size_t __sanitizer_get_current_allocated_bytes();  // g++ 12 comes without its header
#else
#include <malloc.h>
#endif

#include "catch.h"

using namespace solieu;

namespace {

// Bytes that the process holds. mallinfo2 knows nothing of the sanitizers' allocators.
size_t allocated() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return __sanitizer_get_current_allocated_bytes();
#else
  const auto about = mallinfo2();
  return about.uordblks + about.hblkhd;
#endif
}

}  // namespace

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

TEST_CASE("an article costs the ledger some 35 bytes, however long it and its id are") {
  constexpr size_t kMany = 200'000;
  Ledger ledger;
  const size_t before = allocated();
  for (size_t n = 0; n < kMany; ++n) {
    SourceArticle article;
    article.document.id = "kho/tháng-" + std::to_string(n / 1000) + "/bài-" + std::to_string(n);
    article.document.bytes = std::string(500, 'x') + std::to_string(n);
    ledger.enter(article);
  }
  const double each = static_cast<double>(allocated() - before) / kMany;
  INFO(each << " bytes an article");
  CHECK(each < 40);
}
