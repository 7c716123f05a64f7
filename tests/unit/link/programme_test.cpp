#include "link/programme.h"

#include "linked.h"

namespace solieu {
namespace {

std::string programme(const std::string& text, std::string_view quote, int nth = 1) {
  const Linked article(text, "2024-05-20");
  const std::string_view found = article.figure(quote, nth).programme;
  return found.empty() ? "none" : std::string(found);
}

TEST_CASE("A name that opens the sentence rules over it and over its paragraph") {
  const std::string text =
      "Tin từ huyện Hòa An\n\nThực hiện chương trình “Thắp sáng bản làng”, Hội lắp 120 bóng đèn; "
      "tặng 15 xe đạp. "
      "Trong năm, các chi hội còn trao 30 suất quà.\n\nCũng trong năm, Hội kết nạp 77 hội viên.";
  CHECK(programme(text, "120") == "Thắp sáng bản làng");
  CHECK(programme(text, "15") == "Thắp sáng bản làng");
  CHECK(programme(text, "30") == "Thắp sáng bản làng");
  CHECK(programme(text, "77") == "none");
}

TEST_CASE("A name behind the figure belongs to its clause") {
  const std::string text =
      "Hội khen 75 tập thể có thành tích trong phong trào “Ngõ xanh”; trao 15 kỷ niệm chương.";
  CHECK(programme(text, "75") == "Ngõ xanh");
  CHECK(programme(text, "15") == "none");
}

TEST_CASE("A count of what the name is of") {
  const std::string text = "Xã lập 40 mô hình “Vườn sạch”, 22 mô hình “Ao sạch”.";
  CHECK(programme(text, "40") == "Vườn sạch");
  CHECK(programme(text, "22") == "Ao sạch");
}

TEST_CASE("The short form of a numbered one") {
  CHECK(programme("Thực hiện Đề án 412, tỉnh mở 18 lớp tập huấn.", "18") == "Đề án 412");
  CHECK(programme("Thực hiện Đề án “Vì làng quê an toàn” (Đề án 412), tỉnh mở 18 lớp.", "18") ==
        "Đề án 412");
}

TEST_CASE("The name of a list's head rules over its items") {
  const std::string text =
      "Kết quả của chiến dịch “Hè xanh”:\n- Làm 12 km đường.\n- Khám bệnh cho 900 người.\n";
  CHECK(programme(text, "12 km") == "Hè xanh");
  CHECK(programme(text, "900") == "Hè xanh");
}

TEST_CASE("A description is no name") {
  CHECK(programme("Hội duy trì mô hình thu gom rác, giúp 45 hộ.", "45") == "none");
  CHECK(programme("Trường đạt danh hiệu “Trường học thân thiện” có 45 lớp.", "45") == "none");
}

TEST_CASE("a project goes by what it builds and where, without quotation marks") {
  const Linked a(
      "Đường mới ở Tân Phong\n\n"
      "Huyện giao đất cho dự án cao tốc Tân Phong - Bến Đá với 19 cầu. "
      "Một dự án nông nghiệp khác có 40 hộ.\n",
      "2024-03-05");
  CHECK(a.figure("19").programme == "cao tốc Tân Phong - Bến Đá");
}

TEST_CASE("words that open a sentence do not part a programme from what is done under it") {
  const Linked a(
      "Hội xã Tân Phong\n\n"
      "Bên cạnh đó, hưởng ứng phong trào “Sạch ngõ”, các chi hội trồng 300 cây, dọn 12 tấn rác.\n",
      "2024-03-05");
  CHECK(a.figure("300").programme == "Sạch ngõ");
  CHECK(a.figure("12 tấn").programme == "Sạch ngõ");
}

}  // namespace
}  // namespace solieu
