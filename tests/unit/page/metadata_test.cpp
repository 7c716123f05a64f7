#include "page/metadata.h"

#include "catch.h"
#include "page/json_ld.h"
#include "page/pages.h"

using namespace solieu;
using namespace solieu::testing;

TEST_CASE("Dates of machines: ISO and its relatives, seconds, day first") {
  CHECK(machine_date("2023-11-02T19:20:45+07:00") == "2023-11-02T19:20:45+07:00");
  CHECK(machine_date("2025-10-11T10:02:08+0700") == "2025-10-11T10:02:08+07:00");
  CHECK(machine_date("2024-08-04T07:54:29.000 +07:00") == "2024-08-04T07:54:29+07:00");
  CHECK(machine_date("2019-08-07T20:00:00Z") == "2019-08-08T03:00:00+07:00");
  CHECK(machine_date("2019-08-07 20:00") == "2019-08-07T20:00:00+07:00");
  CHECK(machine_date("2019-08-07") == "2019-08-07");
  CHECK(machine_date("1698934268") == "2023-11-02T21:11:08+07:00");
  CHECK(machine_date("05/04/2019 8:30") == "2019-04-05T08:30:00+07:00");
  CHECK(machine_date("0001-01-01T00:00:00") == "");
  CHECK(machine_date("2019-13-01") == "");
  CHECK(machine_date("hôm qua") == "");
}

TEST_CASE("Days in addresses") {
  CHECK(date_of_address("https://a.vn/2023/12/28/tin.html") == "2023-12-28");
  CHECK(date_of_address("https://a.vn/tin-20231228154335.htm") == "2023-12-28");
  CHECK(date_of_address("https://a.vn/tin-4672302.html") == "");
  CHECK(date_of_address("https://a.vn/tin-20239928.html") == "");
}

TEST_CASE("An archive's address is not the page's") {
  CHECK(plain_address("https://web.archive.org/web/20180903121024/http://a.vn/b") ==
        "http://a.vn/b");
  CHECK(plain_address("/a/b") == "");
  for (const char* front :
       {"https://a.vn", "https://a.vn/", "https://a.vn/index.html", "https://a.vn/trang-chu"}) {
    CAPTURE(front);
    CHECK(is_front_page(front));
  }
  CHECK_FALSE(is_front_page("https://a.vn/default.aspx?id=12"));
  CHECK_FALSE(is_front_page("https://a.vn/tin/index.html"));
  CHECK(host_of("https://www.a.vn/b") == "a.vn");
}

TEST_CASE("JSON-LD as lists, graphs, escaped text and with line ends in strings") {
  for (
      const char* script :
      {R"([{"@type":"WebSite"},{"@type":"NewsArticle","headline":"Tin A","datePublished":"2024-01-02","author":[{"name":"Văn Biên"},{"name":"Thu Hà"}]}])",
       R"({"@graph":[{"@type":["Article"],"headline":"Tin A","datePublished":"2024-01-02","author":"Văn Biên, Thu Hà"}]})",
       R"({&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Tin A&quot;,&quot;datePublished&quot;:&quot;2024-01-02&quot;,&quot;author&quot;:{&quot;name&quot;:&quot;Văn Biên, Thu Hà&quot;}})"}) {
    CAPTURE(script);
    const LinkedData data = read_json_ld(script);
    CHECK(data.article);
    CHECK(data.headlines == std::vector<std::string>{"Tin A"});
    CHECK(data.published == std::vector<std::string>{"2024-01-02"});
    CHECK(data.authors == std::vector<std::string>{"Văn Biên, Thu Hà"});
  }
  CHECK(read_json_ld("<!-- {\"@type\":\"NewsArticle\",\"headline\":\"a\nb\"} -->").headlines ==
        std::vector<std::string>{"a b"});
  const LinkedData broken =
      read_json_ld("{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-01-02\",}");
  CHECK(broken.published == std::vector<std::string>{"2024-01-02"});
}

TEST_CASE("Dates by rank: what the page says of itself beats the line below the title") {
  const std::string body =
      "<time datetime='2020-01-01'></time><p>10/02/2024 07:00</p>" + std::string(kBody);
  CHECK(ReadPage(article_page(body,
                              "<meta property='article:published_time' "
                              "content='2024-02-09T22:00:00+07:00'>"))
            .page.published == "2024-02-09T22:00:00+07:00");
  CHECK(ReadPage(article_page(body)).page.published == "2024-02-10T07:00:00+07:00");
}

TEST_CASE("The site's clock above the title is not the date of the article") {
  const ReadPage read(in_page(
      "<div class='top'>Thứ năm, 09/05/2024</div><ul><li><a href='/a'>Giới thiệu chung</a></li>"
      "<li><a href='/b'>Tin tức - Sự kiện</a></li></ul><div><h1>Tân Lập trao quà cho hộ khó "
      "khăn</h1>" +
      std::string(kBody) + "</div>"));
  CHECK(read.page.title == "Tân Lập trao quà cho hộ khó khăn");
  CHECK(read.page.published == "");
}

TEST_CASE("A page without a date has none, whatever days its text names") {
  CHECK(ReadPage(article_page(kBody)).page.published == "");
}

TEST_CASE("An author is a name, not the site or an account") {
  const auto byline = [](const std::string& head, const std::string& tail = {}) {
    return ReadPage(article_page(std::string(kBody) + tail, head)).page.byline;
  };
  CHECK(byline("<meta name='author' content='Thu Hà'>") == "Thu Hà");
  CHECK(byline("<meta name='author' content='admin'>") == "");
  CHECK(byline("<meta name='author' content='Đồng Xanh'><meta property='og:site_name' "
               "content='Báo Đồng Xanh'>") == "");
  CHECK(byline("", "<p><b>Bài và ảnh: Thu Hà</b></p>") == "Thu Hà");
  CHECK(byline("", "<p class='author'>THU HÀ - VĂN BIÊN</p>") == "THU HÀ - VĂN BIÊN");
}

TEST_CASE("Titles come without the site") {
  CHECK(ReadPage(in_page("<div>" + std::string(kBody) + "</div>")).page.title ==
        "Tân Lập trao quà cho hộ khó khăn");
}
