#include <string>

#include "catch.h"
#include "own_rules.h"

using namespace solieu;

namespace {

struct Answer {
  std::string name, mention, place;
};

// The unit of the figure that is quoted so.
Answer unit_of(const std::string& article, std::string_view quote,
               const std::string& date = "2023-03-10") {
  Document document;
  document.id = "test";
  document.bytes = article;
  document.metadata.date = date;
  const ArticleRecord record = own_extractor().extract(std::move(document));
  for (const Figure& figure : record.figures) {
    if (figure.evidence.quote != quote) continue;
    Answer answer;
    if (figure.unit_org)
      answer = {std::string(figure.unit_org->name), std::string(figure.unit_org->mention), ""};
    answer.place = figure.place;
    return answer;
  }
  FAIL("no figure " << quote);
  return {};
}

const std::string kReport =
    "Hội LHPN huyện Kim Sơn tổng kết công tác năm 2022\n\n"
    "Sáng 9/3, Hội LHPN huyện Kim Sơn (tỉnh Ninh Bình) tổ chức hội nghị tổng kết.\n\n"
    "Năm qua, Hội đã trao 27 suất quà cho trẻ mồ côi. Các cấp Hội trong huyện vận động được 95 "
    "triệu đồng. "
    "Nhân dịp này, 4 tập thể được Hội LHPN tỉnh Ninh Bình tặng giấy khen.\n\n"
    "Chị Phạm Thị Nhàn (38 tuổi), xóm 6, xã Kim Mỹ nuôi 230 con vịt đẻ.\n\n"
    "Dịp kỷ niệm 30 năm tái lập tỉnh, đã trồng 1.400 cây xanh.\n";

}  // namespace

TEST_CASE("the article's organisation owns what nobody else does") {
  CHECK(unit_of(kReport, "1.400").name == "Hội LHPN huyện Kim Sơn");
  CHECK(unit_of(kReport, "1.400").place == "VN-18");
}

TEST_CASE("a short name stands for the full one") {
  const Answer answer = unit_of(kReport, "27");
  CHECK(answer.name == "Hội LHPN huyện Kim Sơn");
  CHECK(answer.mention == "Hội");
}

TEST_CASE("what all branches do is told with their own words") {
  CHECK(unit_of(kReport, "95 triệu đồng").mention == "Các cấp Hội trong huyện");
}

TEST_CASE("of an award it is the giver") {
  CHECK(unit_of(kReport, "4").name == "Hội LHPN tỉnh Ninh Bình");
}

TEST_CASE("a person's story is no organisation's, but has a place") {
  const Answer answer = unit_of(kReport, "230");
  CHECK(answer.name.empty());
  CHECK(answer.place == "VN-18");
}

TEST_CASE("an anniversary is of what was founded") {
  CHECK(unit_of(kReport, "30 năm").mention == "tỉnh");
}

TEST_CASE("a grammatical subject overrides, and lasts for its paragraph") {
  const std::string article =
      "Huyện Krông Nô phát triển du lịch\n\n"
      "Huyện Krông Nô (tỉnh Đắk Nông) hiện có 14 điểm tham quan. Xã Nam Xuân có 3 nhà dài. Lượng "
      "khách đạt 900 "
      "lượt mỗi tháng.\n\n"
      "Doanh thu ước đạt 5 tỷ đồng.\n";
  CHECK(unit_of(article, "14", "2020-06-01").name == "Huyện Krông Nô");
  CHECK(unit_of(article, "3", "2020-06-01").name == "Xã Nam Xuân");
  CHECK(unit_of(article, "900", "2020-06-01").name == "Xã Nam Xuân");
  CHECK(unit_of(article, "5 tỷ đồng", "2020-06-01").name == "Huyện Krông Nô");
  CHECK(unit_of(article, "3", "2020-06-01").place == "VN-72");
}

TEST_CASE("prices and cooking have no organisation") {
  const std::string article =
      "Cách nấu chè bưởi ngon tại nhà\n\n"
      "Chuẩn bị 300 g đậu xanh và 2 quả bưởi. Ngâm đậu trong 4 giờ rồi đồ chín.\n";
  CHECK(unit_of(article, "300 g").name.empty());
  CHECK(unit_of(article, "300 g").place.empty());
}

TEST_CASE("the place is the province of the article's day") {
  const std::string article =
      "Công an xã Yên Khánh bắt nhóm trộm chó\n\nCông an xã Yên Khánh, tỉnh Ninh Bình thu giữ 12 "
      "bao tang vật.\n";
  CHECK(unit_of(article, "12", "2025-08-02").place == "VN-18");
  const std::string before =
      "Sở Y tế Hà Giang tiếp nhận vắc xin\n\nSở Y tế Hà Giang đã nhận 8.000 liều vắc xin.\n";
  CHECK(unit_of(before, "8.000", "2021-09-01").place == "VN-03");
}

TEST_CASE("an organisation of the place acts before the place, newspapers and law do not") {
  const std::string article =
      "Vốn ưu đãi về Kon Tum\n\n"
      "Chi nhánh Ngân hàng Chính sách xã hội tỉnh Kon Tum đã cho vay hộ nghèo. "
      "Chi nhánh giải ngân nhanh. Báo Tân Phong đưa tin.\n\n"
      "Dư nợ đạt 500 tỷ đồng.\n";
  CHECK(unit_of(article, "500 tỷ đồng").name ==
        "Chi nhánh Ngân hàng Chính sách xã hội tỉnh Kon Tum");
  const std::string law =
      "Lương hưu thay đổi\n\nChính phủ ban hành nghị định mới. Mức trợ cấp là 500.000 đồng.\n";
  CHECK(unit_of(law, "500.000 đồng").name.empty());
}

TEST_CASE("a list of places behind a colon is nobody's doing") {
  const std::string article =
      "Trung tâm Khuyến nông tổng kết mô hình\n\n"
      "Trung tâm Khuyến nông tỉnh Hậu Giang làm mô hình tại các tỉnh: Đồng Tháp, Kiên Giang, với "
      "600 "
      "ha lúa.\n";
  CHECK(unit_of(article, "600 ha").name == "Trung tâm Khuyến nông tỉnh Hậu Giang");
}

TEST_CASE("a person's age and a market price are nobody's, the age of those served is the body's") {
  const std::string article =
      "Hội Nông dân huyện Kim Sơn giúp dân\n\n"
      "Hội Nông dân huyện Kim Sơn tặng quà cho ông Trần Văn Bảy, 63 tuổi, và các cháu từ 6 tuổi "
      "trở lên.\n\n"
      "Huyện Kim Sơn có 40 vườn. Tại đây, thương lái mua cam với giá 21.000 đồng/kg.\n";
  CHECK(unit_of(article, "63 tuổi").name.empty());
  CHECK(unit_of(article, "6 tuổi").name == "Hội Nông dân huyện Kim Sơn");
  CHECK(unit_of(article, "21.000 đồng/kg").name.empty());
}

TEST_CASE("the head of a list owns its items") {
  const std::string article =
      "Giáo dục Kim Sơn\n\nChị Phạm Thị Nhàn tặng trường 5 quyển sách.\n\n"
      "Năm nay, Phòng GD&ĐT huyện Kim Sơn phấn đấu:\n- Mở thêm 18 lớp.\n- Xây 24 phòng học.\n";
  CHECK(unit_of(article, "18").name == "Phòng GD&ĐT huyện Kim Sơn");
  CHECK(unit_of(article, "24").name == "Phòng GD&ĐT huyện Kim Sơn");
}

TEST_CASE("a body that is quoted ends a person's story; abroad is nobody's") {
  const std::string article =
      "Xóa nhà tạm ở Kim Sơn\n\nHuyện Kim Sơn xây nhà mới.\n\n"
      "Anh Lò Văn Sáng dựng nhà 60 m2. Theo UBND huyện Kim Sơn, đã có 186 nhà hoàn thành.\n\n"
      "Giá thép thế giới là 612 USD/tấn.\n";
  CHECK(unit_of(article, "60 m2").name.empty());
  CHECK(unit_of(article, "186").name == "Huyện Kim Sơn");
  CHECK(unit_of(article, "612 USD/tấn").name.empty());
}

TEST_CASE("who tells is not who did; months and years may stand before the subject") {
  const std::string article =
      "Giá cả ở Ninh Bình\n\nTỉnh Ninh Bình có 40 chợ.\n\n"
      "Sở Công Thương tỉnh Ninh Bình dự báo CPI tăng 4,5%.\n\n"
      "Theo thống kê, 7 tháng đầu năm 2022 toàn tỉnh Ninh Bình xảy ra 152 vụ cháy.\n";
  CHECK(unit_of(article, "4,5%").name == "Tỉnh Ninh Bình");
  CHECK(unit_of(article, "152").name == "Tỉnh Ninh Bình");
}

TEST_CASE("donors act for no unit; who decides does it, whom an officer honours the body honours") {
  const std::string article =
      "Chuyện ở huyện Kim Sơn\n\nHuyện Kim Sơn có 12 xã.\n\n"
      "Tại buổi lễ, một nhà hảo tâm ở Phường 3 tặng 35 chiếc xe lăn.\n\n"
      "Theo quyết định của Sở Y tế Ninh Bình, trạm có thêm 14 giường.\n\n"
      "Có 17 tập thể được Chủ tịch UBND tỉnh Ninh Bình tặng bằng khen.\n";
  CHECK(unit_of(article, "35").name.empty());
  CHECK(unit_of(article, "14").name == "Sở Y tế Ninh Bình");
  CHECK(unit_of(article, "17").name == "UBND tỉnh Ninh Bình");
}
