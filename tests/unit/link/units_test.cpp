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

TEST_CASE("the age group of a team in a sentence of capitals stops nothing") {
  CHECK_FALSE(unit("LỨA U19, VÀO VÒNG THU SAU.", "U19").there);
  CHECK(unit("LỨA U19, VÀO VÒNG SAU TẠI TỈNH NINH BÌNH.", "TỈNH NINH BÌNH").there);
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

TEST_CASE("Hòa Bình is a province, peace, a person or a firm") {
  CHECK(unit("Hòa Bình đón 3 triệu khách.", "Hòa Bình").ref == "17");
  CHECK_FALSE(unit("Hòa bình lập lại đã 30 năm.", "Hòa bình").there);
  CHECK_FALSE(unit("Ông Nguyễn Hòa Bình thăm 5 hộ.", "Hòa Bình").there);
  const Found firm =
      unit("Tập đoàn Xây dựng Hòa Bình lãi 30 tỷ đồng.", "Tập đoàn Xây dựng Hòa Bình");
  CHECK(firm.level == "other");
  CHECK(firm.ref.empty());
  CHECK(unit("Công ty Thái Bình Dương lãi 30 tỷ đồng.", "Công ty Thái Bình Dương").there);
}

TEST_CASE("wards are units, streets and works of the same name are none") {
  const std::string text =
      "Nhà chị ở đường Trần Hưng Đạo, phường Trần Hưng Đạo, TP Nam Định; anh ở phố Văn Hội. Cao "
      "tốc "
      "Bến Lức - Long Thành dài 57 km.";
  CHECK(unit(text, "phường Trần Hưng Đạo").ref == "13666");
  CHECK_FALSE(unit(text, "Trần Hưng Đạo").there);
  CHECK_FALSE(unit(text, "Hội").there);
  CHECK_FALSE(unit(text, "Bến Lức").there);
  CHECK_FALSE(unit(text, "Long Thành").there);
}

TEST_CASE("codes are those of the day") {
  CHECK(unit("Tỉnh Yên Bái có 5 dự án.", "Tỉnh Yên Bái", "2024-03-10").ref == "15");
  CHECK(unit("Tỉnh Lào Cai có 5 dự án.", "Tỉnh Lào Cai", "2024-03-10").ref == "10");
  CHECK(unit("Tỉnh Lào Cai có 5 dự án.", "Tỉnh Lào Cai", "2025-08-10").ref == "15");
  CHECK(unit("Tỉnh Yên Bái có 5 dự án.", "Tỉnh Yên Bái", "2025-08-10").ref.empty());
}

TEST_CASE("cities in their many spellings") {
  for (const std::string_view name : {"TP.HCM", "TP HCM", "TPHCM", "TP. Hồ Chí Minh", "Sài Gòn"})
    CHECK(unit(std::string(name) + " có 5 ca.", name).ref == "79");
  for (const std::string_view name :
       {"Thừa Thiên Huế", "Thừa Thiên - Huế", "TT-Huế", "tỉnh Thừa Thiên–Huế"})
    CHECK(unit("Tại " + std::string(name) + " có 5 ca.", name).ref == "46");
  CHECK_FALSE(unit("Chủ tịch Hồ Chí Minh ra lời kêu gọi.", "Hồ Chí Minh").there);
}

TEST_CASE("BCH is a committee or a command") {
  const std::string committee = "BCH Đảng bộ huyện Kim Sơn họp.";
  CHECK(unit(committee, "BCH Đảng bộ huyện Kim Sơn").name == "Đảng bộ huyện Kim Sơn");
  const std::string command = "BCH Quân sự tỉnh Hà Giang trao 5 suất quà.";
  CHECK(unit(command, "BCH Quân sự tỉnh Hà Giang").name == "BCH Quân sự tỉnh Hà Giang");
}

TEST_CASE("an organ's unit is its body, a post is none of it") {
  const std::string text =
      "Ban Thường vụ Hội LHPN tỉnh Nam Định họp; Phó Bí thư Thường trực Huyện ủy dự.";
  CHECK(unit(text, "Ban Thường vụ Hội LHPN tỉnh Nam Định").name == "Hội LHPN tỉnh Nam Định");
  CHECK(unit(text, "Huyện ủy").there);
  CHECK(unit("Trưởng ban Dân vận Tỉnh ủy dự lễ.", "ban Dân vận Tỉnh ủy").there);
}

TEST_CASE("an abbreviation is known also before the article explains it") {
  const std::string text =
      "TTKN tặng lúa giống\n\nTrung tâm Khuyến nông Hà Nam (TTKN) tặng nông dân 5 tấn lúa.\n";
  CHECK(unit(text, "TTKN").name == "Trung tâm Khuyến nông Hà Nam");
  const std::string firm =
      "Thủy sản Ánh Biển lãi lớn\n\nCông ty CP Thủy sản Ánh Biển lãi 30 tỷ đồng.\n";
  CHECK(unit(firm, "Thủy sản Ánh Biển").name == "Công ty CP Thủy sản Ánh Biển");
}

TEST_CASE("lists share a type word, with and without a plural") {
  const std::string text =
      "Mưa lớn ở huyện Hoàng Su Phì, Xín Mần và Quang Bình của Hà Giang; các quận 1, 3 và 7 của "
      "TP.HCM ngập 5 giờ.";
  CHECK(unit(text, "Xín Mần").ref == "033");
  CHECK(unit(text, "Quang Bình").ref == "035");
  CHECK(unit(text, "quận 1").ref == "760");
  CHECK(unit(text, "7").ref == "778");
  // Where the second name is wider, it is where the first one lies.
  CHECK(unit("Nhà anh ở xã Đại An, Thanh Ba có 5 sào.", "xã Đại An").there);
}

TEST_CASE("the members of a set are units of their own") {
  const std::string text =
      "Cụm thi đua các tỉnh Bắc Trung Bộ (gồm 6 tỉnh: Thanh Hóa, Nghệ An, Hà Tĩnh, Quảng Bình, "
      "Quảng Trị và Thừa Thiên Huế) ký giao ước.";
  CHECK(unit(text, "Cụm thi đua các tỉnh Bắc Trung Bộ").type == "organisation");
  CHECK(unit(text, "Thanh Hóa").ref == "38");
  CHECK(unit(text, "Thừa Thiên Huế").ref == "46");
}

TEST_CASE("work for a body, its laws and the titles of programmes are no mentions of it") {
  const std::string text =
      "Cán bộ Hội làm công tác Hội tại Hội trường; theo Luật Công đoàn và Nghị quyết "
      "33/2021/NQ-HĐND, phong trào “Phụ nữ Lục Ngạn thi đua” có 5 mô hình.";
  CHECK_FALSE(unit(text, "Hội").there);
  CHECK_FALSE(unit(text, "Công đoàn").there);
  CHECK_FALSE(unit(text, "HĐND").there);
  CHECK_FALSE(unit(text, "Lục Ngạn").there);
  CHECK(unit("Quỹ “Vì người nghèo” nhận 5 tỷ đồng.", "Quỹ “Vì người nghèo”").there);
}

TEST_CASE("numbers that belong to names, and counts that do not") {
  CHECK(unit("Ở thôn 6A có 5 hộ.", "thôn 6A").there);
  CHECK(unit("Tới bản Huổi Lụ 3, xã Nậm Tin có 5 hộ.", "bản Huổi Lụ 3").there);
  CHECK(unit("Trường THCS 19/8 có 5 lớp.", "Trường THCS 19/8").there);
  CHECK(unit("Chị ở khu 7, xã Đại An.", "khu 7").there);
  CHECK(unit("Làng Nủ 3 hộ mất nhà.", "Làng Nủ").there);
}

TEST_CASE("towns that begin like a body or a village") {
  CHECK(unit("Tại Hội An (Quảng Nam) có 5 ca.", "Hội An").ref == "503");
  CHECK(unit("Giá ở Buôn Ma Thuột tăng 5%.", "Buôn Ma Thuột").ref == "643");
  CHECK(unit("UBND tỉnh Sơn La họp.\n\nBà con xã Đoàn Kết có 5 sào.", "xã Đoàn Kết", "2025-10-01")
            .ref == "04000");
}

TEST_CASE("a commune is that of the district which the article names") {
  const std::string text =
      "UBND huyện Hải Hậu, tỉnh Nam Định họp.\n\nBà con xã Hải Minh có 5 sào, ở xã Tân Thành, "
      "huyện Yên Thành (Nghệ An) có 3 sào.";
  CHECK(unit(text, "xã Hải Minh").place == "VN-67");
  CHECK(unit(text, "xã Tân Thành").ref == "17515");
}
