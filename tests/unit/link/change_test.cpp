#include "linked.h"

using namespace solieu;

TEST_CASE("a difference has a direction and what it is compared with") {
  const Linked a(
      "Vốn vay ở Tân Phong\n\n"
      "Năm 2023, quỹ cho 2.175 lượt vay, tăng 326 lượt so với năm 2022, giải ngân 71 tỷ đồng.\n",
      "2023-12-28");
  CHECK_FALSE(a.figure("2.175").change);
  const auto& change = a.figure("326").change;
  REQUIRE(change);
  CHECK(change->direction == Direction::kIncrease);
  CHECK(change->baseline == "năm 2022");
  REQUIRE(change->baseline_value);
  CHECK(change->baseline_value->to_string() == "1849");
  CHECK_FALSE(a.figure("71 tỷ đồng").change);
}

TEST_CASE("levels are no differences") {
  const Linked a(
      "Hộ nghèo ở Tân Phong\n\n"
      "Tỷ lệ hộ nghèo giảm từ 9,8% xuống còn 2%. Hội vượt 8 chỉ tiêu.\n",
      "2023-12-28");
  CHECK_FALSE(a.figure("9,8%").change);
  CHECK_FALSE(a.figure("2%").change);
  CHECK_FALSE(a.figure("8").change);
}

TEST_CASE("joined differences share direction and baseline") {
  const Linked a(
      "Xuất khẩu gạo\n\n"
      "Lượng gạo tăng 33,3% về khối lượng và 29,2% về giá trị so với cùng kỳ năm trước.\n",
      "2023-12-28");
  for (const char* quote : {"33,3%", "29,2%"}) {
    const auto& change = a.figure(quote).change;
    REQUIRE(change);
    CHECK(change->direction == Direction::kIncrease);
    CHECK(change->baseline == "cùng kỳ năm trước");
  }
}

TEST_CASE(
    "the same difference as a share, and what the sentence compares with from its beginning") {
  const Linked a(
      "Giá vàng ở Tân Phong\n\n"
      "So với hôm qua, vàng tăng 520.000 đồng, tương đương 0,83%, đạt 63 triệu đồng.\n",
      "2023-12-28");
  for (const char* quote : {"520.000 đồng", "0,83%"}) {
    const auto& change = a.figure(quote).change;
    REQUIRE(change);
    CHECK(change->direction == Direction::kIncrease);
    CHECK(change->baseline == "hôm qua");
  }
  CHECK_FALSE(a.figure("63 triệu đồng").change);
}

TEST_CASE("more than a named thing, and more with a total") {
  const Linked a(
      "Lúa ở Tân Phong\n\nLúa mô hình cao hơn vụ trước từ 0,2-0,7 tấn/ha. Sản lượng tăng mạnh, đạt "
      "910 tấn. Huyện mở thêm 2 kho, nâng tổng số lên 9 kho.\n",
      "2023-12-28");
  REQUIRE(a.figure("0,2-0,7 tấn/ha").change);
  CHECK_FALSE(a.figure("910 tấn").change);
  REQUIRE(a.figure("2").change);
  CHECK_FALSE(a.figure("9").change);
}
