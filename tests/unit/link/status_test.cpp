#include "linked.h"

using namespace solieu;

TEST_CASE("what is striven for is planned, what was done is not") {
  const Linked a(
      "Hội Phụ nữ Tân Phong\n\n"
      "Năm 2022, Hội đã giúp 45 hộ thoát nghèo. Năm tới, Hội phấn đấu kết nạp 60 hội viên.\n",
      "2022-12-20");
  CHECK_FALSE(a.planned("45"));
  CHECK(a.planned("60"));
}

TEST_CASE("a list of goals holds to the end of its paragraph") {
  const Linked a(
      "Hội Phụ nữ Tân Phong\n\n"
      "Hội đề ra một số chỉ tiêu như: mỗi chi hội trồng 30 cây. Mỗi chi hội giúp 2 hộ nghèo.\n\n"
      "Dịp này, 3 tập thể được khen thưởng.\n",
      "2022-12-20");
  CHECK(a.planned("30"));
  CHECK(a.planned("2"));
  CHECK_FALSE(a.planned("3"));
}

TEST_CASE("a time in the future plans without a cue") {
  const Linked a("Xã Tân Phong\n\nNăm 2024, xã làm 7 km đường.\n", "2022-12-20");
  CHECK(a.planned("7 km"));
}

TEST_CASE("a share of a goal is a result") {
  const Linked a("Xã Tân Phong\n\nXã đã thu 3 tỷ đồng, đạt 95% chỉ tiêu; trồng 40 ha rừng.\n",
                 "2022-12-20");
  CHECK_FALSE(a.planned("3 tỷ đồng"));
  CHECK_FALSE(a.planned("95%"));
  CHECK_FALSE(a.planned("40 ha"));
}

TEST_CASE("ages and anniversaries are so, whatever is planned") {
  const Linked a(
      "Xã Tân Phong\n\nXã sẽ tặng quà cho 20 cụ từ 80 tuổi, mừng kỷ niệm 30 năm thành lập xã.\n",
      "2022-12-20");
  CHECK(a.planned("20"));
  CHECK_FALSE(a.planned("80 tuổi"));
  CHECK_FALSE(a.planned("30 năm"));
}

TEST_CASE("goals by name, needs, demands and forecasts are planned; a person's name is not") {
  const Linked a(
      "Xã Tân Phong\n\nChỉ tiêu của xã là 10 giải. Con đường cần 600 m3 cát nhưng mới có 125 m3. "
      "Mỗi hố phải sâu tối thiểu 2,5 m. Độ mặn có thể lên 6 g/l.\n\n"
      "Năm 2020, anh Lê Văn Quyết nuôi 30 con bò.\n",
      "2022-12-20");
  CHECK(a.planned("10"));
  CHECK(a.planned("600 m3"));
  CHECK_FALSE(a.planned("125 m3"));
  CHECK(a.planned("2,5 m"));
  CHECK(a.planned("6 g/l"));
  CHECK_FALSE(a.planned("30"));
}
