#include <unicode/unistr.h>

#include "catch.h"
#include "page/pages.h"
#include "unit/text/encoders.h"

using namespace solieu;
using namespace solieu::testing;

namespace {

constexpr Encoding kTcvn3 = Encoding::kTcvn3;

std::string in_capitals(const std::string& text) {
  std::string out;
  icu::UnicodeString::fromUTF8(text).toUpper().toUTF8String(out);
  return out;
}

std::string without_edges(std::string line) {
  line.erase(line.find_last_not_of(" \r") + 1);
  return line;
}

// An article's first line as the headline in `font`, its other lines in .VnTime; TCVN3 bytes.
std::string page_of(const std::string& text, const std::string& font) {
  std::string body;
  size_t begin = text.find('\n') + 1;
  while (begin != 0 && begin < text.size()) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    body += "<p><font face=\".VnTime\">" + text.substr(begin, end - begin) + "</font></p>\n";
    begin = end + 1;
  }
  return "<html><head><title>x</title></head><body><h1><font face=\"" + font + "\">" +
         encode(without_edges(text.substr(0, text.find('\n'))), kTcvn3) + "</font></h1>" +
         encode(body, kTcvn3) + "</body></html>";
}

void check_capitals(const std::vector<Article>& articles) {
  size_t read_capitals = 0;
  for (const Article& article : articles) {
    CAPTURE(article.name);
    const std::string text = holdable(article.text, kTcvn3);
    const ReadPage small(page_of(text, ".VnTime"));
    const ReadPage capitals(page_of(text, ".VnTimeH"));
    const std::string title = without_edges(text.substr(0, text.find('\n')));
    const size_t at = small.text().find(title);
    // A first line that is no title of the page: its section's name, say.
    if (small.block(BlockKind::kTitle) != title) continue;
    std::string expected = small.text();
    CHECK(capitals.text() == expected.replace(at, title.size(), in_capitals(title)));
    ++read_capitals;
  }
  CHECK(2 * read_capitals >= articles.size());
  WARN("capitals by a font's name alone in " << read_capitals << " of " << articles.size()
                                             << " articles");
}

}  // namespace

TEST_CASE("A font of capitals makes capitals of small letters, and of nothing else") {
  const std::string body = encode(holdable(std::string(kBody), kTcvn3), kTcvn3);
  const std::string title = encode("tân lập trao quà cho hộ khó khăn", kTcvn3);
  const std::string capitals = "TÂN LẬP TRAO QUÀ CHO HỘ KHÓ KHĂN";
  for (const char* open : {"<h1><font face='.VnTimeH, Arial' size=4>",
                           "<h1 style='margin:0;font-family: \".VnArialH\"'>",
                           "<h1><span style=\"font-family:.VnTimeH;color:red\"><b>",
                           "<h1><SPAN STYLE='COLOR:red; FONT-FAMILY: .VnTimeH'>",
                           "<h1><span style='font-family:&quot;.VnTimeH&quot;'>"}) {
    CAPTURE(open);
    const ReadPage read("<title>x</title><body>" + std::string(open) + title + "</h1>" + body);
    CHECK(read.block(BlockKind::kTitle) == capitals);
    CHECK(read.text().find("mỗi suất trị giá 300.000 đồng") != std::string::npos);
    const auto at = static_cast<uint32_t>(read.text().find("TRAO QUÀ"));
    const Span source = read.page.clean.to_source({at, at + 9});
    CHECK(source.of(read.document->bytes) == "trao qu\xB5");
  }
}

TEST_CASE("A font of capitals ends with its element, and an inner font wins") {
  const ReadPage read("<title>x</title><body><h1><font face=.VnTimeH>" +
                      encode("xã tân lập <font face=.VnTime>trao quà cho</font> hộ khó", kTcvn3) +
                      "</font>" + encode(" khăn</h1>", kTcvn3) +
                      encode(holdable(std::string(kBody), kTcvn3), kTcvn3));
  CHECK(read.block(BlockKind::kTitle) == "XÃ TÂN LẬP trao quà cho HỘ KHÓ khăn");
}

TEST_CASE("TCVN3 that was saved as UTF-8 keeps the capitals of its fonts") {
  const std::string page = "<title>x</title><body><h1><font face=.VnTimeH>" +
                           encode("tân lập trao quà cho hộ khó khăn", kTcvn3) + "</font></h1>" +
                           encode(holdable(std::string(kBody), kTcvn3), kTcvn3);
  const ReadPage read(as_latin1(page));
  CHECK(read.block(BlockKind::kTitle) == "TÂN LẬP TRAO QUÀ CHO HỘ KHÓ KHĂN");
}

TEST_CASE("The forgotten name of a font changes no Unicode text") {
  const ReadPage read(
      in_page("<h1><span style='font-family:.VnTimeH'>Tân Lập trao quà cho hộ khó "
              "khăn</span></h1>" +
              std::string(kBody)));
  CHECK(read.block(BlockKind::kTitle) == "Tân Lập trao quà cho hộ khó khăn");
}

TEST_CASE("Titles of the corpus in a font of capitals are read in capitals") {
  check_capitals(corpus_articles());
}

TEST_CASE("Titles of ../shared/articles in a font of capitals are read in capitals") {
  const std::vector<Article> articles = shared_articles();
  if (articles.empty()) {
    WARN("no ../shared/articles here");
    return;
  }
  check_capitals(articles);
}
