#include "segment/layout.h"

#include <chrono>

#include "catch.h"
#include "golden.h"

namespace solieu::testing {
namespace {

constexpr std::string_view kPage =
    "Hội Nông dân xã Phú Lâm sơ kết sáu tháng\n"
    "12/07/2022\n"
    "\n"
    "Sáng nay, Hội Nông dân xã Phú Lâm sơ kết sáu tháng đầu năm, bàn việc nửa năm còn lại với các "
    "chi hội.\n";

}  // namespace

TEST_CASE("the date of the caller beats the one of the text") {
  Metadata metadata;
  metadata.date = "2022-07-13";
  CHECK(lay_out(kPage, {}, layout_cues()).published == "2022-07-12");
  const Layout layout = lay_out(kPage, metadata, layout_cues());
  CHECK(layout.published == "2022-07-13");
  CHECK(layout.date_line.of(kPage) == "12/07/2022");
}

TEST_CASE("the title of the caller is found in the text") {
  const std::string page = "Dòng tin ngắn của trang xã nhà\n" + std::string(kPage);
  Metadata metadata;
  metadata.title = "Hội Nông dân xã Phú Lâm sơ kết sáu tháng";
  CHECK(lay_out(page, metadata, layout_cues()).title.of(page) == *metadata.title);
}

TEST_CASE("empty and odd texts have a layout") {
  for (const std::string_view text :
       {"", "\n\n \n", "\u00A0", ".", "- ", "12", "Ảnh 1.", "- Ảnh 1."}) {
    const Layout layout = lay_out(text, {}, layout_cues());
    CHECK(layout.published.empty());
    for (const Block& block : layout.blocks) CHECK(block.span.end <= text.size());
  }
}

TEST_CASE("every visible byte stands in a block or is a marker between blocks") {
  const Layout layout = lay_out(kPage, {}, layout_cues());
  REQUIRE(layout.blocks.size() == 3);
  CHECK(layout.blocks[0].kind == BlockKind::kTitle);
  CHECK(layout.blocks[1].kind == BlockKind::kDateLine);
  CHECK(layout.blocks[2].kind == BlockKind::kParagraph);
  CHECK(layout.blocks[2].span.end + 1 == kPage.size());
}

TEST_CASE("many lines of a kind take linear time") {
  const std::string paragraph(kPage.substr(kPage.find("Sáng")));
  for (const std::string unit :
       {"Tin liên quan\nGiá lúa tăng 5 đồng\n", "Bình luận\n", "12/07/2022\n", "Lê Hoa\n",
        "Hôm nay: 5\n", "Lê Hoa\n12 lượt xem\n", "- \n", "một\n"}) {
    for (const bool above : {false, true}) {
      std::string page = above ? std::string(kPage) : std::string();
      while (page.size() < 100'000) page += unit;
      page += paragraph + paragraph;
      const auto start = std::chrono::steady_clock::now();
      lay_out(page, {}, layout_cues());
      INFO(unit);
      CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() < 2);
    }
  }
}

}  // namespace solieu::testing
