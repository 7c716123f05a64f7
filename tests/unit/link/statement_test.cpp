#include "link/statement.h"

#include "linked.h"

namespace solieu {
namespace {

TEST_CASE("The verb that governs") {
  const Linked article(
      "Huyện đã giải ngân 71 tỷ đồng; thành lập mới 13 tổ hợp tác, giúp 622 hộ vay vốn.",
      "2024-05-20");
  CHECK(article.figure("71 tỷ đồng").action == "giải ngân");
  CHECK(article.figure("13").action == "thành lập mới");
  CHECK(article.figure("622").action == "giúp");
}

TEST_CASE("No verb, no action; verbs of names govern nothing") {
  const Linked article("Toàn huyện hiện có 12 hợp tác xã. Nhóm “Giúp bạn đến trường” có 9 em.",
                       "2024-05-20");
  CHECK(article.figure("12").action.empty());
  CHECK(article.figure("9").action.empty());
}

TEST_CASE("Figures of one statement share a group") {
  const Linked article(
      "Hội tặng 49 suất quà (mỗi suất trị giá 300.000 đồng) với tổng số tiền 14.700.000 đồng; xây "
      "3 cây cầu.",
      "2024-05-20");
  const auto group = article.figure("49").group;
  REQUIRE(group.has_value());
  CHECK(article.figure("300.000 đồng").group == group);
  CHECK(article.figure("14.700.000 đồng").group == group);
  CHECK(article.figure("3").group == std::nullopt);
}

}  // namespace
}  // namespace solieu
