#include "linked.h"
#include "mention/calendar.h"

using namespace solieu;

TEST_CASE("dates are written and counted") {
  CHECK(to_iso({{2023, 0, 0}, {2023, 0, 0}}) == "2023");
  CHECK(to_iso({{2023, 1, 0}, {2023, 6, 0}}) == "2023-01/2023-06");
  CHECK(parse_date("2024-02-29T07:00:00+07:00") == CalendarDate{2024, 2, 29});
  CHECK_FALSE(parse_date("2023-02-29"));
  CHECK_FALSE(parse_date("soon"));
  CHECK(last_day({2024, 2, 0}) == first_day({2024, 2, 29}));
  CHECK(plus_months({2024, 1, 15}, -1) == CalendarDate{2023, 12, 0});
  CHECK(plus_days({2023, 12, 31}, 1) == CalendarDate{2024, 1, 1});
  CHECK(weekday({2024, 5, 15}) == 3);
}

TEST_CASE("a figure holds for the time that governs it in its sentence") {
  const Linked a(
      "Thu nhập ở Tân Phong\n\nNăm 2019, xã có 120 hộ nghèo. "
      "Thu nhập bình quân từ 12 triệu đồng năm 2010 tăng lên 60 triệu đồng vào năm 2018.\n",
      "2020-03-10");
  CHECK(a.period("120") == "2019");
  CHECK(a.period("12 triệu đồng") == "2010");
  CHECK(a.period("60 triệu đồng") == "2018");
}

TEST_CASE("what is only compared with governs nothing") {
  const Linked a(
      "Kết quả thu ngân sách 6 tháng đầu năm 2022\n\n"
      "Huyện thu được 300 tỷ đồng, tăng 12 tỷ đồng so với cùng kỳ năm 2021.\n",
      "2022-07-05");
  CHECK(a.period("300 tỷ đồng") == "2022-01/2022-06");
  CHECK(a.period("12 tỷ đồng") == "2022-01/2022-06");
}

TEST_CASE("the report's year is the default, not the year of publication") {
  const Linked a(
      "Hội Nông dân xã Tân Phong họp\n\n"
      "Sáng 5/1, Hội tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023.\n\n"
      "Các chi hội đã kết nạp 45 hội viên.\n",
      "2023-01-06");
  CHECK(a.period("45") == "2022");
  CHECK(a.figure("45").period_basis == Basis::kArticle);
}

TEST_CASE("without a word about time it is the year of publication, by default") {
  const Linked a("Xóm Đông làm đường\n\nĐến nay, xóm đã góp 45 ngày công.\n", "2021-04-02");
  CHECK(a.period("45") == "2021");
  CHECK(a.figure("45").period_basis == Basis::kDefault);
}

TEST_CASE("what is not known stays null") {
  const Linked undated("Xóm Đông làm đường\n\nĐến nay, xóm đã góp 45 ngày công.\n", "");
  CHECK(undated.period("45").empty());
}

TEST_CASE(
    "a time that opens a sentence carries on through the paragraph, an embedded one does not") {
  const Linked a(
      "Xóm Đông làm đường\n\n"
      "Năm 2019, nhà ông Ba vay 30 triệu đồng. Ông mua 2 con bò.\n\n"
      "Cầu xây năm 2015 dài 40 m. Xã có 320 hộ.\n",
      "2021-04-02");
  CHECK(a.period("2") == "2019");
  CHECK(a.period("320") == "2021");
}

TEST_CASE("relative times count from the day of publication") {
  const Linked a(
      "Mưa lớn ở Tân Phong\n\n"
      "Hôm qua, mưa làm sập 3 ngôi nhà. Tháng trước, xã có 12 ngày mưa.\n\n"
      "Trong 5 năm qua, xã trồng 40 ha rừng.\n",
      "2021-01-04");
  CHECK(a.period("3") == "2021-01-03");
  CHECK(a.period("40 ha") == "2016/2021");
}

TEST_CASE("the day of a meeting is the meeting's, what it reports on is the year's") {
  const Linked a(
      "Tọa đàm về cây chè ở Tân Phong\n\n"
      "Ngày 5/3, huyện tổ chức tọa đàm với 60 đại biểu.\n\n"
      "Năng suất chè đạt 9 tấn/ha.\n\n"
      "Tại buổi tọa đàm, huyện trao 15 suất quà.\n",
      "2021-03-06");
  CHECK(a.period("60") == "2021-03-05");
  CHECK(a.period("9 tấn/ha") == "2021");
  CHECK(a.period("15") == "2021-03-05");
}

TEST_CASE("a time behind one figure or in brackets says nothing of the others") {
  const Linked a(
      "Tân Phong giảm nghèo\n\n"
      "Tỷ lệ hộ nghèo giảm từ 9,8% năm 2010 xuống còn 1,2%. "
      "Xã có 21 lớp (năm ngoái là 18 lớp) với 640 học sinh. "
      "Thu nhập gấp 3 lần năm 2010 (18 triệu đồng).\n",
      "2020-03-10");
  CHECK(a.period("9,8%") == "2010");
  CHECK(a.period("1,2%") == "2020");
  CHECK(a.period("18") == "2019");
  CHECK(a.period("640") == "2020");
  CHECK(a.period("18 triệu đồng") == "2010");
}

TEST_CASE("a number of months that the article names in full elsewhere") {
  const Linked a(
      "Tân Phong: 5 tháng, thu ngân sách tăng 7%\n\n"
      "Trong 5 tháng đầu năm, huyện thu 90 tỷ đồng.\n\n"
      "Huyện làm 12 km đường.\n",
      "2013-05-31");
  CHECK(a.period("7%") == "2013-01/2013-05");
  CHECK(a.period("12 km") == "2013-01/2013-05");
}

TEST_CASE("an undated report of a day takes the year from what it compares with") {
  const Linked a(
      "Tân Phong tiêm phòng cho đàn bò\n\n"
      "Sáng 19-8, huyện tiêm 300 con bò.\n\n"
      "Huyện có 14 ổ dịch, tăng 2 ổ so với cùng kỳ năm 2021.\n",
      "");
  CHECK(a.period("300") == "2022-08-19");
}

TEST_CASE("dates stand in the record with their roles and places") {
  const Linked a(
      "Họp ở Tân Phong\n\n"
      "Ngày 18/11/2023, xã họp theo Quyết định số 12/QĐ-UBND ngày 5/3/2021.\n",
      "2023-11-20");
  const auto& dates = a.record().dates;
  REQUIRE(dates.size() == 2);
  CHECK(dates[0].value == "2023-11-18");
  CHECK(dates[0].role == "event");
  CHECK(dates[0].evidence.quote == "Ngày 18/11/2023");
  CHECK(dates[1].value == "2021-03-05");
}

TEST_CASE("what was counted over some days that the lead tells is the article's time") {
  const Linked a(
      "Tân Phong ra quân dọn bờ kênh\n\n"
      "Trong đợt nghỉ lễ (từ ngày 2 đến 10/2/2019), toàn huyện huy động 900 người.\n\n"
      "Các xã trồng 3.200 cây.\n\n"
      "Hiện huyện có 14 tổ tự quản.\n",
      "2019-02-12");
  CHECK(a.period("900") == "2019-02-02/2019-02-10");
  CHECK(a.period("3.200") == "2019-02-02/2019-02-10");
  CHECK(a.period("14") == "2019");
}

TEST_CASE("since when until now, and from the year's beginning as far as the report goes") {
  const Linked a(
      "Tân Phong thu ngân sách 9 tháng đầu năm 2021\n\n"
      "Từ đầu năm đến nay, huyện thu 90 tỷ đồng. Từ tháng 6 đến nay, huyện chi 12 tỷ đồng.\n",
      "2021-10-08");
  CHECK(a.period("90 tỷ đồng") == "2021-01/2021-09");
  CHECK(a.period("12 tỷ đồng") == "2021-06/2021-10");
}

TEST_CASE("a look back is of its sentence only") {
  const Linked a(
      "Đội Tân Phong thắng\n\nTrước đó, vào tháng 4, đội ghi 9 bàn. Đội đang có 2 cúp.\n",
      "2023-10-13");
  CHECK(a.period("9") == "2023-04");
  CHECK(a.period("2") == "2023");
}

TEST_CASE("a recipe, a range of penalty and an age set off") {
  const Linked recipe(
      "Món cá kho\n\nNăm 2020, món này lên sóng.\n\nNguyên liệu cho 6 người:\n\n- 300g thịt ba "
      "chỉ\n- 2 củ gừng\n",
      "2021-01-30");
  CHECK(recipe.period("300g").empty());
  const Linked story("Ông Út làm vườn\n\nNăm 1995, ông Út, 62 tuổi, về quê với 3 con bò.\n",
                     "2020-02-14");
  CHECK(story.period("62 tuổi") == "2020");
  CHECK(story.period("3") == "1995");
}

TEST_CASE("years of the lunar cycle and of school, and years of carrying something out") {
  const Linked a(
      "Xã Tân Phong\n\nDịp Tết Giáp Thìn, xã trao 300 suất quà. Năm học trước, xã có 15 lớp. "
      "Qua 5 năm thực hiện nghị quyết, xã trồng 40 ha rừng.\n",
      "2024-05-15");
  CHECK(a.period("300") == "2024");
  CHECK(a.period("15") == "2022/2023");
  CHECK(a.period("40 ha") == "2019/2024");
}

TEST_CASE("a gathering's day is for who came, not for what is told there") {
  const Linked a(
      "Huyện Tân Phong bàn về lúa\n\nNgày 26/11, huyện tổ chức hội thảo về giống lúa. "
      "Hơn 100 nông dân đã về tham dự. Huyện có 600 ha lúa thơm.\n",
      "2024-11-27");
  CHECK(a.period("100") == "2024-11-26");
  CHECK(a.period("600 ha") == "2024");
}

TEST_CASE("an undated article's year is neither that of a birth nor that of a plan") {
  const Linked a(
      "Mưa lũ ở Tân Phong\n\nĐêm 7/7, lũ cuốn 3 nhà, trong đó có bé Hoa sinh năm 2013.\n", "");
  CHECK(a.period("3").empty());
}
