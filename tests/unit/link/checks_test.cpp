#include "link/checks.h"

#include "linked.h"

namespace solieu {
namespace {

// "kind note" of each check, in order, "!" before one that fails.
std::string checks(const std::string& text) {
  const Linked article(text, "2024-05-20");
  std::string out;
  for (const Check& check : article.record().checks) {
    if (!out.empty()) out += "; ";
    out += (check.holds ? "" : "!") + std::string(check.kind) + " " + std::string(check.note);
  }
  return out;
}

TEST_CASE("A unit price times a count is the total") {
  CHECK(checks(
            "Hội tặng 30 suất quà (mỗi suất trị giá 200.000 đồng), tổng số tiền 6.000.000 đồng.") ==
        "product 30 × 200.000 = 6.000.000");
  CHECK(checks(
            "Hội tặng 30 suất quà (mỗi suất trị giá 200.000 đồng), tổng số tiền 6.500.000 đồng.") ==
        "!product 30 × 200.000 ≠ 6.500.000");
  CHECK(checks("Quỹ trích 4.000.000 đồng tặng 10 suất quà (mỗi suất 300.000 đồng), 5 suất ăn (mỗi "
               "suất 200.000 đồng).") == "product 10 × 300.000 + 5 × 200.000 = 4.000.000");
  CHECK(
      checks("Hội tặng 30 suất quà (mỗi suất trị giá 200.000 đồng) và sửa nhà hết 9.000.000 đồng.")
          .empty());
}

TEST_CASE("Parts and their total") {
  CHECK(checks("Xã còn 43 hộ ở nhà tạm, gồm 12 hộ già yếu, 21 hộ đông con và 10 hộ neo đơn.") ==
        "sum 12 + 21 + 10 = 43");
  CHECK(checks("Xã còn 43 hộ ở nhà tạm, gồm 12 hộ già yếu và 21 hộ đông con.").empty());
  CHECK(checks("Xã A ủng hộ với tổng số tiền 31.500.000 đồng; xã B ủng hộ với tổng số tiền "
               "22.400.000 đồng. "
               "Tổng số tiền ủng hộ là 55.900.000 đồng.") ==
        "!sum 31.500.000 + 22.400.000 ≠ 55.900.000");
}

TEST_CASE("A share that is stated beside its parts") {
  CHECK(checks("Có 84/90 học sinh dự thi đoạt giải (đạt tỷ lệ 93%).") == "ratio 84 / 90 = 93%");
  CHECK(checks("Có 60/90 học sinh dự thi đoạt giải (đạt tỷ lệ 93%).") == "!ratio 60 / 90 ≠ 93%");
  CHECK(checks("Có 27/90 trường đạt tỷ lệ 100%.").empty());
}

TEST_CASE("The length of a list") {
  CHECK(checks("Cụm thi đua (gồm 3 tỉnh: Hà Nam, Nam Định, Ninh Bình) họp hôm qua.") ==
        "list_length 3 = 3 tên");
  CHECK(checks("Cụm thi đua (gồm 4 tỉnh: Hà Nam, Nam Định, Ninh Bình) họp hôm qua.") ==
        "!list_length 4 ≠ 3 tên");
  CHECK(checks("Có 4 nhóm (trồng trọt, chăn nuôi, dịch vụ).").empty());
}

TEST_CASE("The same quantity stated twice, in two sentences") {
  CHECK(checks("Trường có 1.245 học sinh. Năm nay, 1.245 học sinh được cấp thẻ.") ==
        "repeat 1.245 × 2 lần nêu");
  CHECK(checks("Chi bộ có 1 đảng viên nhận huy hiệu; 1 đảng viên nhận giấy khen.").empty());
  CHECK(checks("Thôn Đông có 12 hộ nghèo. Thôn Đoài có 12 hộ làm nghề mộc.").empty());
}

TEST_CASE("Figures that nothing relates are not checked") {
  CHECK(checks("Xã trồng 1.200 cây xanh, nạo vét 3,5 km kênh và trao 20 suất quà.").empty());
}

}  // namespace
}  // namespace solieu
