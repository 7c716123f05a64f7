// What breaks other readers of pages; each was seen to.
#include <chrono>

#include "catch.h"
#include "page/pages.h"

using namespace solieu;
using namespace solieu::testing;

namespace {

std::string repeated(std::string_view what, size_t times) {
  std::string out;
  out.reserve(what.size() * times);
  for (size_t i = 0; i < times; ++i) out += what;
  return out;
}

double seconds_of(const std::string& page) {
  const auto begin = std::chrono::steady_clock::now();
  const ReadPage read(page);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

constexpr std::string_view kLast = "theo tinh thần tự nguyện.";

}  // namespace

TEST_CASE("Text below 256 levels of elements is not lost") {
  for (const char* tag : {"div", "b", "font", "span", "blockquote", "ul><li"}) {
    CAPTURE(tag);
    const ReadPage read(
        article_page(repeated("<" + std::string(tag) + ">", 3000) + std::string(kBody)));
    CHECK(read.text().find(kLast) != std::string::npos);
  }
}

TEST_CASE("A text of 11 MB in one node is not cut") {
  const ReadPage read(article_page("<p>" +
                                   repeated("Hội đã trao 49 suất quà cho bà con. ", 260000) +
                                   std::string(kLast) + "</p>"));
  CHECK(read.text().size() > 10'000'000);
  CHECK(read.text().ends_with(kLast));
}

TEST_CASE("A NUL in a tag or in the text loses nothing") {
  std::string page = article_page(std::string("<p cl@ass='a'>Có 12 h@ộ.</p>") + std::string(kBody));
  for (char& c : page) {
    if (c == '@') c = '\0';
  }
  CHECK(ReadPage(page).text().find(kLast) != std::string::npos);
}

TEST_CASE("A bad byte does not turn the rest to another encoding") {
  const ReadPage read(article_page("<p>Một byte hỏng \xFF ở đây, phần còn lại vẫn đọc được.</p>" +
                                   std::string(kBody)));
  CHECK(read.page.clean.encoding() == "utf-8");
  CHECK(read.text().find("byte hỏng \uFFFD ở đây") != std::string::npos);
  CHECK(read.text().find(kLast) != std::string::npos);
}

TEST_CASE("A wrongly declared encoding does not beat UTF-8, nor leak into the next page") {
  const ReadPage first(article_page(kBody,
                                    "<meta http-equiv='Content-Type' content='text/html; "
                                    "charset=windows-1252'>"));
  CHECK(first.text().find("Hội Nông dân") != std::string::npos);
  CHECK(ReadPage(article_page(kBody)).text() == first.text());
}

TEST_CASE("Half a megabyte of attributes on one tag takes no time") {
  std::string tag = "<p";
  for (int i = 0; i < 50000; ++i) tag += " a" + std::to_string(i) + "='x'";
  const std::string page = article_page(tag + ">Có 12 hộ nhận quà.</p>" + std::string(kBody));
  CHECK(seconds_of(page) < 2);
  CHECK(ReadPage(page).text().find(kLast) != std::string::npos);
}

TEST_CASE("Tens of thousands of stray end tags take no time") {
  const std::string divs = repeated("<div>", 40000);
  CHECK(seconds_of(article_page(divs + repeated("</p>", 40000) + std::string(kBody))) < 2);
  CHECK(seconds_of(article_page(divs + repeated("</b></i></td>", 40000) + std::string(kBody))) < 2);
  CHECK(seconds_of(article_page(repeated("<a href='x'>", 40000) + repeated("</b>", 40000))) < 2);
}

TEST_CASE("Broken quotes, comments and scripts take no time") {
  CHECK(seconds_of(article_page(repeated("<a title=\"x ", 100000) + std::string(kBody))) < 2);
  CHECK(seconds_of(article_page(repeated("<a title='x ' b=\"y ", 100000))) < 2);
  CHECK(seconds_of(article_page(repeated("<!-- ", 200000) + std::string(kBody))) < 2);
  CHECK(seconds_of(article_page(repeated("<textarea>", 100000) + std::string(kBody))) < 2);
  CHECK(seconds_of(article_page(repeated("<table><tr><td>", 30000) + std::string(kBody))) < 4);
  CHECK(seconds_of(article_page(repeated("&", 1000000))) < 2);
  CHECK(seconds_of(article_page(repeated("<", 1000000))) < 2);
}

TEST_CASE("What is no page at all has no article") {
  for (const char* bytes : {"", "<", "<!--", "<html>", "<p", "</p>", "&", "<title>", "<script>"}) {
    CAPTURE(bytes);
    const ReadPage read(bytes);
    CHECK(read.page.status == ArticleStatus::kNoArticle);
    CHECK(read.text().empty());
  }
}

TEST_CASE("A tag that nothing closes takes only itself") {
  const ReadPage read(article_page(std::string(kBody) + "<p>Có 12 hộ nhận quà <a href='x"));
  CHECK(read.text().find(kLast) != std::string::npos);
}
