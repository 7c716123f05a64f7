#include "page/page.h"

#include "catch.h"
#include "page/pages.h"

using namespace solieu;
using namespace solieu::testing;

TEST_CASE("An article is its title and its body, without menus, related stories and comments") {
  const ReadPage read(in_page(
      "<nav><a href='/'>Trang chủ</a></nav>"
      "<div id='left'><ul><li><a href='/a'>Xã Tân Hòa khánh thành 3 cây cầu nông thôn</a></li>"
      "<li><a href='/b'>Huyện chi 12 tỷ đồng sửa đường vào khu dân cư mới</a></li></ul></div>"
      "<div id='main'><h1>Tân Lập trao quà cho hộ khó khăn</h1><span>12/03/2024 08:15</span>" +
      std::string(kBody) +
      "<p><strong>Văn Biên</strong></p>"
      "<div class='related-news'><a href='/c'>Trao 20 suất học bổng cho học sinh nghèo</a></div>"
      "<h3>Bình luận</h3><p>Bài viết rất hay, tôi đã gửi 500.000 đồng ủng hộ bà con trong xã "
      "nhà.</p>"
      "</div><footer>Giấy phép số 12/GP-TTĐT. Điện thoại: 0200 123 456</footer>"));
  CHECK(read.page.status == ArticleStatus::kOk);
  CHECK(read.page.title == "Tân Lập trao quà cho hộ khó khăn");
  CHECK(read.page.published == "2024-03-12T08:15:00+07:00");
  CHECK(read.page.byline == "Văn Biên");
  CHECK(read.text().starts_with("Tân Lập trao quà cho hộ khó khăn\nSáng 12/3, Hội Nông dân"));
  CHECK(read.text().ends_with("theo tinh thần tự nguyện."));
  for (const char* chrome : {"Trang chủ", "cây cầu", "học bổng", "rất hay", "Giấy phép", "Biên"}) {
    CAPTURE(chrome);
    CHECK(read.text().find(chrome) == std::string::npos);
  }
}

TEST_CASE("A page of teasers is no article and has no text") {
  std::string list;
  for (const char* story : {"cầu", "chợ", "trường", "trạm", "đường", "kênh", "hồ", "rừng", "bến"}) {
    list += "<div class='item'><h3><a href='/x'>Khởi công xây dựng " + std::string(story) +
            " mới tại xã Tân Hòa trong quý tới</a></h3><p>Công trình có tổng vốn 12 tỷ đồng, dự "
            "kiến hoàn thành vào cuối năm sau và phục vụ hơn 300 hộ dân trong vùng.</p></div>";
  }
  const ReadPage read(in_page("<h2>Tin mới trong ngày</h2>" + list));
  CHECK(read.page.status == ArticleStatus::kNoArticle);
  CHECK(read.text().empty());
  CHECK(read.page.published.empty());
}

TEST_CASE("The lead between title and body belongs to the article") {
  const ReadPage read(
      in_page("<div class='top'><h1>Tân Lập trao quà cho hộ khó khăn</h1>"
              "<h2 class='sapo'>Hội Nông dân xã đã trao quà cho 49 hộ</h2></div>"
              "<div class='share'><a href='#'>Chia sẻ</a></div><div class='noi'>" +
              std::string(kBody) + "</div>"));
  CHECK(read.text().find("\nHội Nông dân xã đã trao quà cho 49 hộ\n") != std::string::npos);
}

TEST_CASE("A <br> between sentences ends a block, one within a sentence does not") {
  const ReadPage read(article_page(
      "Sáng nay, xã Tân Lập đã khánh thành tuyến kênh dài 2,5 km với tổng vốn là 1,7 tỷ<br>đồng do "
      "huyện cấp từ nguồn vốn đầu tư công năm trước.<br>Tuyến kênh tưới cho 120 ha lúa của bà con "
      "ba thôn trong xã, bảo đảm nước cho cả hai vụ trong năm."));
  CHECK(read.text().find("1,7 tỷ đồng do huyện cấp") != std::string::npos);
  CHECK(read.text().find("năm trước.\nTuyến kênh") != std::string::npos);
}

TEST_CASE("Raised numbers are units or exponents, lowered ones stay in line") {
  const ReadPage read(article_page(
      "<p>Nhà văn hóa rộng 120 m<sup>2</sup>, hồ chứa 10<sup>3</sup> m<sup>3</sup> nước, đo nồng "
      "độ "
      "CO<sub>2</sub> hằng ngày<sup>1</sup> để bảo đảm an toàn cho bà con trong xã.</p>" +
      std::string(kBody)));
  CHECK(read.text().find("120 m2, hồ chứa 10³ m3 nước") != std::string::npos);
  CHECK(read.text().find("CO2 hằng ngày¹ để") != std::string::npos);
}

TEST_CASE("Blocks keep their kinds") {
  const ReadPage read(article_page(
      "<h2>Kết quả bước đầu</h2>" + std::string(kBody) +
      "<figure><img src='a.jpg'><figcaption>Đại diện hội trao quà cho bà con</figcaption></figure>"
      "<ul><li>Thôn 1 có 12 hộ nhận quà trong đợt này.</li><li>Thôn 2 có 37 hộ nhận "
      "quà.</li></ul>" +
      "<p>Hội sẽ tiếp tục vận động để có thêm 20 suất quà cho các hộ còn lại trong dịp tới.</p>"));
  CHECK(read.block(BlockKind::kTitle) == "Tân Lập trao quà cho hộ khó khăn");
  CHECK(read.block(BlockKind::kHeading) == "Kết quả bước đầu");
  CHECK(read.block(BlockKind::kCaption) == "Đại diện hội trao quà cho bà con");
  CHECK(read.block(BlockKind::kListItem) == "Thôn 1 có 12 hộ nhận quà trong đợt này.");
}

TEST_CASE("A box that its marks call aside stays when it holds most of the text") {
  const ReadPage read(
      in_page("<div class='comments-open widget'><h1>Tân Lập trao quà cho hộ khó "
              "khăn</h1>" +
              std::string(kBody) + "</div>"));
  CHECK(read.text().find("14,7 triệu đồng") != std::string::npos);
}

TEST_CASE("What is left out is told with its reason and its bytes") {
  const ReadPage read(article_page(std::string(kBody) +
                                   "<p><a href='/c'>Trao 20 suất học bổng cho học sinh</a></p>"));
  bool told = false;
  for (const LeftOut& line : read.page.left_out) {
    if (line.text != "Trao 20 suất học bổng cho học sinh") continue;
    told = true;
    CHECK(line.reason == "links");
    CHECK(line.source.of(read.document->bytes) == line.text);
  }
  CHECK(told);
}

TEST_CASE("An article without a text is empty, and its title and date are told") {
  const ReadPage read(
      in_page("<h1>Tân Lập trao quà cho hộ khó khăn</h1><video src='a.mp4'></video>",
              "<meta property='og:type' content='article'><meta "
              "property='article:published_time' content='2024-02-09'>"));
  CHECK(read.page.status == ArticleStatus::kEmpty);
  CHECK(read.text().empty());
  CHECK(read.page.title == "Tân Lập trao quà cho hộ khó khăn");
  CHECK(read.page.published == "2024-02-09");
}

TEST_CASE("Neighbours that only a style sets apart are no one word") {
  const ReadPage read(
      article_page("<div class='m'><span class='a'>Thu Hà</span><time>12/03/2024 "
                   "08:15</time><a href='#'>44 bình luận</a></div>" +
                   std::string(kBody)));
  CHECK(read.page.published == "2024-03-12T08:15:00+07:00");
  CHECK(read.page.byline == "Thu Hà");
}

TEST_CASE("Empty brackets behind a title are no part of it") {
  const ReadPage read(
      in_page("<h2>Tân Lập trao quà cho hộ khó khăn <span>( )</span></h2>" + std::string(kBody)));
  CHECK(read.page.title == "Tân Lập trao quà cho hộ khó khăn");
}

TEST_CASE("A box of other stories amid the body does not end the article") {
  const std::string box =
      "<div class='hop'><h4>Tin mới</h4><ul><li><a href='/a'>Khởi công chợ mới tại xã Tân Hòa "
      "trong "
      "quý tới</a></li></ul></div>";
  std::string long_body;
  for (int i = 0; i < 3; ++i) {
    long_body +=
        "<p>Đợt " + std::to_string(i) +
        ": các chi hội đã rà soát, lập danh sách và trao quà tận tay cho từng hộ dân trong "
        "thôn, bảo đảm công khai và đúng đối tượng.</p>";
  }
  const ReadPage read(article_page(long_body + box + std::string(kBody)));
  CHECK(read.text().find("14,7 triệu đồng") != std::string::npos);
  CHECK(read.text().find("Tin mới") == std::string::npos);
  CHECK(read.text().find("Khởi công") == std::string::npos);
}
