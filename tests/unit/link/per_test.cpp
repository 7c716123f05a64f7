#include "link/per.h"

#include "linked.h"

namespace solieu {
namespace {

std::string per(const std::string& text, std::string_view quote, int nth = 1) {
  const Linked article(text, "2024-05-20");
  const std::string_view found = article.figure(quote, nth).per;
  return found.empty() ? "none" : std::string(found);
}

TEST_CASE("Mỗi rules over the clauses of its statement") {
  const std::string text =
      "Mỗi chi hội vận động 3 hộ làm vườn mẫu; tổ chức 2 buổi sinh hoạt; toàn xã kết nạp 90 hội "
      "viên.";
  CHECK(per(text, "3") == "chi hội");
  CHECK(per(text, "2") == "chi hội");
  CHECK(per(text, "90") == "none");
}

TEST_CASE("A mỗi that explains a count rules over its own amount only") {
  const std::string text = "Xã xây 7 căn nhà, mỗi căn 50 triệu đồng; trao 40 suất quà.";
  CHECK(per(text, "50 triệu đồng") == "căn");
  CHECK(per(text, "40") == "none");
  const std::string bracket = "Trường tặng 49 suất quà (mỗi suất trị giá 300.000 đồng) cho 49 em.";
  CHECK(per(bracket, "300.000 đồng") == "suất");
  CHECK(per(bracket, "49", 2) == "none");
}

TEST_CASE("The phrase ends at the verb, or at the passive behind it") {
  CHECK(per("Mỗi cơ sở tổ chức ít nhất 2 cuộc thi.", "2") == "cơ sở");
  CHECK(per("Theo quy định, mỗi nhà xây mới được hỗ trợ 60 triệu đồng.", "60 triệu đồng") ==
        "nhà xây mới");
}

TEST_CASE("What stands behind the figure") {
  CHECK(per("Vườn cho 3 tấn quả mỗi năm.", "3 tấn") == "năm");
  CHECK(per("Sĩ số là 42 học sinh/lớp.", "42") == "lớp");
  CHECK(per("Xăng bán 24.820 đồng một lít.", "24.820 đồng") == "lít");
  CHECK(per("Lúa bán 7.200 đồng/kg.", "7.200 đồng/kg") == "kg");
}

TEST_CASE("A difference between two rates is a rate") {
  CHECK(per("Xăng tăng 416 đồng, lên 24.820 đồng/lít.", "416 đồng") == "lít");
}

TEST_CASE("A speed is one unit; mỗi in a name rules over nothing outside") {
  CHECK(per("Xe chạy 80 km/h qua cầu.", "80 km/h") == "none");
  CHECK(per("Hưởng ứng phong trào “Mỗi nhà một vườn”, xã trồng 900 cây.", "900") == "none");
}

}  // namespace
}  // namespace solieu
