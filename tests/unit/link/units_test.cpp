#include <string>

#include "catch.h"
#include "own_rules.h"

using namespace solieu;

namespace {

struct Found {
  bool there = false;
  std::string name, type, level, ref, place;
};

Found unit(const std::string& text, std::string_view mention,
           const std::string& date = "2023-03-10") {
  Document document;
  document.id = "test";
  document.bytes = text;
  document.metadata.date = date;
  const ArticleRecord record = own_extractor().extract(std::move(document));
  for (const Unit& u : record.units) {
    if (u.evidence.quote != mention) continue;
    return {true,
            std::string(u.name),
            std::string(u.type),
            std::string(u.level),
            std::string(u.ref),
            std::string(u.place)};
  }
  return {};
}

}  // namespace

TEST_CASE("an administrative unit has its code and province") {
  const Found found =
      unit("Đoàn công tác về huyện Kim Sơn, tỉnh Ninh Bình kiểm tra đê.", "huyện Kim Sơn");
  REQUIRE(found.there);
  CHECK(found.type == "administrative");
  CHECK(found.level == "district");
  CHECK(found.ref == "376");
  CHECK(found.place == "VN-18");
}

TEST_CASE("no vanished unit is offered a code") {
  CHECK(unit("Đoàn công tác về huyện Kim Sơn kiểm tra đê.", "huyện Kim Sơn", "2025-09-01")
            .ref.empty());
}

TEST_CASE("a common name is resolved by the place beside it") {
  CHECK(unit("Mô hình ở xã Tân Thành, tỉnh Bắc Giang cho thu nhập khá.", "xã Tân Thành").place ==
        "VN-54");
  CHECK(unit("Mô hình ở xã Tân Thành, tỉnh Cà Mau cho thu nhập khá.", "xã Tân Thành").place ==
        "VN-59");
}

TEST_CASE("a name ends before a person's") {
  const std::string text = "Chủ tịch Hội LHPN tỉnh Nam Định Trần Thị Bích Hằng dự lễ trao quà.";
  CHECK(unit(text, "Hội LHPN tỉnh Nam Định").there);
  CHECK(unit("Bí thư Huyện ủy Lê Quang Tám thăm hỏi bà con.", "Huyện ủy").there);
}

TEST_CASE("words that only look like places are none") {
  CHECK_FALSE(unit("Mọi người đều yêu chuộng hòa bình.", "hòa bình").there);
  CHECK_FALSE(unit("Ông Trần Thái Bình nhận quà.", "Thái Bình").there);
  CHECK_FALSE(unit("Nhà chị ở đường Điện Biên Phủ.", "Điện Biên").there);
}

TEST_CASE("organisations take fields, connectors and places") {
  CHECK(
      unit("Sở Giáo dục và Đào tạo Thanh Hóa báo cáo.", "Sở Giáo dục và Đào tạo Thanh Hóa").there);
  CHECK(unit("Sở Văn hóa, Thể thao và Du lịch Lào Cai báo cáo.",
             "Sở Văn hóa, Thể thao và Du lịch Lào Cai")
            .there);
  CHECK(unit("Ủy ban MTTQ Việt Nam xã Quỳnh Đôi vận động quỹ.", "Ủy ban MTTQ Việt Nam xã Quỳnh Đôi")
            .there);
  CHECK(unit("Công ty cổ phần Cao su Phú Riềng trả lương.", "Công ty cổ phần Cao su Phú Riềng")
            .there);
}

TEST_CASE("a list shares its type word") {
  const std::string text =
      "Dự án triển khai tại các huyện: Kim Sơn, Yên Khánh và Yên Mô của tỉnh Ninh Bình.";
  CHECK(unit(text, "Kim Sơn").level == "district");
  CHECK(unit(text, "Yên Khánh").level == "district");
  CHECK(unit(text, "Yên Mô").place == "VN-18");
}

TEST_CASE("an abbreviation that the article defines is known later") {
  const std::string text =
      "Trung tâm Khuyến nông quốc gia (TTKNQG) tổng kết mô hình.\n\nTheo kế hoạch, TTKNQG mở 6 lớp "
      "tập huấn.\n";
  CHECK(unit(text, "TTKNQG").name == "Trung tâm Khuyến nông quốc gia");
}

TEST_CASE("a unit without a place of its own lies in the article's home") {
  const std::string text =
      "Quảng Ngãi: trao nhà tình nghĩa\n\nSáng 2/3, UBND tỉnh Quảng Ngãi trao nhà. UBND xã hỗ trợ "
      "ngày công.\n";
  CHECK(unit(text, "UBND xã").place == "VN-29");
}
