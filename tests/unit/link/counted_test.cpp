#include "link/counted.h"

#include "linked.h"

namespace solieu {
namespace {

std::string counted(const std::string& text, std::string_view quote, int nth = 1) {
  const Linked article(text, "2024-05-20");
  const auto& noun = article.figure(quote, nth).counted;
  return noun ? std::string(noun->text) : "none";
}

TEST_CASE("A count names the noun behind it") {
  CHECK(counted("Xã trồng thêm 1.250 cây xanh ven đường.", "1.250") == "cây xanh");
  CHECK(counted("Chi đoàn tặng học sinh 60 chiếc xe đạp.", "60") == "chiếc xe đạp");
}

TEST_CASE("A share names its whole") {
  CHECK(counted("Hội thu hút 62% tổng số giáo viên trong vùng.", "62%") == "giáo viên");
  CHECK(counted("Quỹ chi trả 80% chi phí khám bệnh.", "80%") == "chi phí");
  CHECK(counted("Đã có 45% trong số 320 chi bộ đăng ký.", "45%") == "chi bộ");
  CHECK(counted("Tỷ lệ hộ nghèo còn 3,5%.", "3,5%").starts_with("hộ"));
  CHECK(counted("Đoàn giải quyết 131 kiến nghị, đạt 80,9%.", "80,9%") == "kiến nghị");
}

TEST_CASE("Growth names nothing") {
  CHECK(counted("Doanh thu tăng 12% so với năm trước.", "12%") == "none");
}

TEST_CASE("A measure names the substance right behind it") {
  CHECK(counted("Xã cấp 3,2 tấn gạo cho các hộ.", "3,2 tấn") == "gạo");
  CHECK(counted("Cầu dài 120 m, rộng 8 m.", "120 m") == "none");
}

TEST_CASE("An amount names the quantity before it, never a generic word") {
  CHECK(counted("Doanh thu cả năm ước đạt 45 tỷ đồng.", "45 tỷ đồng") == "Doanh thu");
  CHECK(counted("Trường được xây với kinh phí 9 tỷ đồng.", "9 tỷ đồng") == "kinh phí");
  CHECK(counted("Giá tôm tại ao đang ở mức 190.000 đồng/kg.", "190.000 đồng/kg") == "Giá tôm");
  CHECK(counted("Đoàn trao quà với tổng số tiền 30 triệu đồng.", "30 triệu đồng") == "none");
  CHECK(counted("Câu lạc bộ tặng em Hoa 2 triệu đồng.", "2 triệu đồng") == "none");
}

TEST_CASE("An elided noun is that of the figure before") {
  CHECK(counted("Huyện mở thêm 5 trạm y tế, nâng tổng số lên 33.", "33") == "trạm y tế");
}

TEST_CASE("Durations and ages count nothing") {
  CHECK(counted("Ông Năm, 72 tuổi, làm nghề đã 40 năm.", "72 tuổi") == "none");
  CHECK(counted("Ông Năm, 72 tuổi, làm nghề đã 40 năm.", "40 năm") == "none");
}

}  // namespace
}  // namespace solieu
