#include "link/confidence.h"

#include "base/tsv.h"
#include "linked.h"

namespace solieu {
namespace {

TEST_CASE("Confidence is a chance, and doubts lower it") {
  const Linked article("Xã trao quà cho 1.250 hộ nghèo. Đội có vài chục người.", "2024-05-20");
  const Figure& sure = article.figure("1.250");
  const Figure& vague = article.figure("vài chục");
  CHECK(sure.confidence > Decimal(0));
  CHECK(sure.confidence < Decimal(1));
  CHECK((vague.doubts >> doubt::kVague & 1u) == 1);
  CHECK((sure.doubts >> doubt::kVague & 1u) == 0);
}

TEST_CASE("A check that fails is among the doubts") {
  const Linked article(
      "Hội tặng 30 suất quà (mỗi suất trị giá 200.000 đồng), tổng số tiền 6.500.000 đồng.",
      "2024-05-20");
  CHECK((article.figure("6.500.000 đồng").doubts >> doubt::kCheckFailed & 1u) == 1);
}

TEST_CASE("The table of weights") {
  auto rows = TsvReader::begin("feature\tweight\nbase\t3.5\nrule count.noun\t-0.25\n", "weights");
  REQUIRE(rows.ok());
  ConfidenceTable table;
  CHECK(table.add(*rows).ok());
  CHECK(table.weight("base") == 3.5);
  CHECK(table.weight("rule count.noun") == -0.25);
  CHECK(table.weight("rule unknown") == 0);
  auto bad = TsvReader::begin("feature\tweight\nbase\tmuch\n", "weights");
  REQUIRE(bad.ok());
  CHECK_FALSE(table.add(*bad).ok());
}

}  // namespace
}  // namespace solieu
