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

TEST_CASE("The word alone goes back to the name that came last with it") {
  const std::string text =
      "Tuổi trẻ Hòa An\n\nHuyện đoàn phát động chiến dịch “Nắng ấm” và cuộc thi “Ý tưởng xanh”."
      "\n\nQua 2 tháng, cuộc thi đã nhận 64 bài. Chiến dịch thu hút 900 lượt đoàn viên.\n\n"
      "Trong năm, có 12 chiến dịch khác, kết nạp 70 đoàn viên.";
  CHECK(programme(text, "64") == "Ý tưởng xanh");
  CHECK(programme(text, "900") == "Nắng ấm");
  CHECK(programme(text, "70") == "none");
}

TEST_CASE("What the first sentences sum up is what the article is about") {
  const std::string text =
      "Mùa hè của tuổi trẻ Hòa An\n\nSáng 20/5, Huyện đoàn tổng kết chiến dịch “Nắng ấm”.\n\n"
      "Các chi đoàn sửa 14 km đường.\n\nTuy nhiên, còn 3 xã chưa đạt chỉ tiêu.";
  CHECK(programme(text, "14 km") == "Nắng ấm");
  CHECK(programme(text, "3") == "none");
}

TEST_CASE("The project of the title where the article speaks of such a project") {
  const std::string text =
      "Cầu Tân Phong: thông xe trước 2 tháng\n\nDự án xây dựng cầu dài 1,4 km nối hai huyện.\n\n"
      "Nhà thầu huy động 210 công nhân.";
  CHECK(programme(text, "1,4 km") == "Cầu Tân Phong");
  CHECK(programme(text, "210") == "Cầu Tân Phong");
}

TEST_CASE("A name without quotation marks begins with a capital letter or comes twice") {
  CHECK(programme("Qua phong trào Tuổi trẻ chung tay giữ rừng, xã trồng 450 cây.", "450") ==
        "Tuổi trẻ chung tay giữ rừng");
  CHECK(programme("Có 14 hợp tác xã tham gia Dự án ValCo.", "14") == "Dự án ValCo");
  CHECK(programme("Qua phong trào Hội Nông dân, xã trồng 450 cây.", "450") == "none");
  const std::string text =
      "Tin Hòa An\n\nDự án kè dọc bờ sông Cát khởi công năm 2022. Dự án kè dọc bờ sông Cát do xã "
      "làm "
      "chủ đầu tư dài 3 km.";
  CHECK(programme(text, "3 km") == "kè dọc bờ sông Cát");
}

TEST_CASE("Gifts of that name, goods of that label, what is beside a fund") {
  CHECK(programme("Hội trao 280 suất học bổng “Đường xa” cho học sinh.", "280") == "Đường xa");
  CHECK(programme("Xã bàn giao 14 căn nhà “Mái lá”, mỗi căn 50 triệu đồng.", "50 triệu đồng") ==
        "Mái lá");
  CHECK(programme("Làng nghề ở huyện Hòa An\n\nHuyện có 31 sản phẩm OCOP, 16 làng nghề.", "31") ==
        "OCOP");
  CHECK(programme("Làng nghề ở huyện Hòa An\n\nHuyện có 31 sản phẩm OCOP, 16 làng nghề.", "16") ==
        "none");
  CHECK(programme("Tin Hòa An\n\nNgoài quỹ “Nghĩa tình”, xã vận động được 90 triệu đồng.",
                  "90 triệu đồng") == "none");
}

TEST_CASE("A person's own figures belong to no programme that is not named beside them") {
  const std::string text =
      "Chương trình “Nắng ấm” ở Hòa An\n\nHuyện tặng 30 con bò.\n\nAnh Lò Văn Sáng ở bản Lếch "
      "trồng 200 gốc cam.";
  CHECK(programme(text, "30") == "Nắng ấm");
  CHECK(programme(text, "200") == "none");
}

TEST_CASE("What is built and named in the title is the article's project") {
  const std::string text =
      "Cầu Tân Phong thông xe\n\nDự án có tổng vốn 806 tỷ đồng.\n\nNhà thầu dùng 300 lao động.";
  CHECK(programme(text, "806 tỷ đồng") == "Cầu Tân Phong");
  CHECK(programme(text, "300") == "Cầu Tân Phong");
}

TEST_CASE("Each of those counted") {
  const std::string text =
      "Tin Hòa An\n\nĐồn nuôi 24 cháu trong mô hình “Con của đồn”. Mỗi cháu nhận 2 triệu đồng. "
      "Mỗi tổ có 9 chiến sĩ.";
  CHECK(programme(text, "2 triệu đồng") == "Con của đồn");
  CHECK(programme(text, "9") == "none");
}

TEST_CASE("One programme by its longest name, a label where the title has it") {
  const std::string text =
      "Xây dựng nông thôn mới ở Hòa An\n\nHuyện có 8 xã đạt chuẩn.\n\nChương trình mục tiêu quốc "
      "gia "
      "xây dựng nông thôn mới đã làm 14 km đường. Chương trình nông thôn mới giúp 60 hộ.";
  for (const char* quote : {"8", "14 km", "60"})
    CHECK(programme(text, quote) == "Chương trình mục tiêu quốc gia xây dựng nông thôn mới");
  CHECK(programme("Hòa An thêm 5 sản phẩm OCOP\n\nHuyện hỗ trợ 12 chủ thể.", "12") == "OCOP");
}

}  // namespace
}  // namespace solieu
