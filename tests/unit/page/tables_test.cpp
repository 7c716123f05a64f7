#include "catch.h"
#include "page/pages.h"

using namespace solieu;
using namespace solieu::testing;

namespace {

struct Labels {
  std::string row;
  std::string column;
};

Labels labels_of(const ReadPage& read, std::string_view cell) {
  const std::string_view text = read.page.clean.text();
  for (const TableCell& c : read.page.layout.cells) {
    if (c.span.of(text) == cell) {
      return {std::string(c.row_label.of(text)), std::string(c.column_label.of(text))};
    }
  }
  return {"no such cell", ""};
}

}  // namespace

TEST_CASE("A figure in a cell knows its row and column") {
  const ReadPage read(article_page(
      std::string(kBody) +
      "<table><tr><th>TT</th><th>Xã</th><th>Số hộ</th><th>Kinh phí</th></tr>"
      "<tr><td>1</td><td>Tân Lập</td><td>49</td><td>14,7 triệu đồng</td></tr>"
      "<tr><td>2</td><td>Tân Hòa</td><td>37</td><td>11,1 triệu đồng</td></tr></table>"));
  CHECK(labels_of(read, "49").row == "Tân Lập");
  CHECK(labels_of(read, "49").column == "Số hộ");
  CHECK(labels_of(read, "11,1 triệu đồng").row == "Tân Hòa");
  CHECK(labels_of(read, "11,1 triệu đồng").column == "Kinh phí");
  CHECK(read.text().find("1\tTân Lập\t49\t14,7 triệu đồng\n2\tTân Hòa") != std::string::npos);
  CHECK(read.block(BlockKind::kTableRow) == "TT\tXã\tSố hộ\tKinh phí");
}

TEST_CASE("Heads without <th>, over two rows, with spans") {
  const ReadPage read(
      article_page(std::string(kBody) +
                   "<table><tr><td rowspan=2>Xã</td><td colspan=2>Diện tích (ha)</td></tr>"
                   "<tr><td>Lúa</td><td>Ngô</td></tr>"
                   "<tr><td>Tân Lập</td><td>120</td><td>35,5</td></tr>"
                   "<tr><td>Tân Hòa</td><td></td><td>41</td></tr></table>"));
  CHECK(labels_of(read, "120").column == "Lúa");
  CHECK(labels_of(read, "35,5").column == "Ngô");
  CHECK(labels_of(read, "41").column == "Ngô");
  CHECK(labels_of(read, "41").row == "Tân Hòa");
}

TEST_CASE("Tables that only place things are no data") {
  const ReadPage read(
      in_page("<table><tr><td><h1>Tân Lập trao quà cho hộ khó khăn</h1></td></tr>"
              "<tr><td>" +
              std::string(kBody) + "</td><td>&nbsp;</td></tr></table>"));
  CHECK(read.page.layout.cells.empty());
  CHECK(read.block(BlockKind::kParagraph).starts_with("Sáng 12/3"));
}
