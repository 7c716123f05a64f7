#include <unicode/normalizer2.h>

#include <regex>

#include "catch.h"
#include "page/attributes.h"
#include "page/characters.h"
#include "page/pages.h"
#include "text/clean_text.h"

using namespace solieu;
using namespace solieu::testing;

namespace {

// A slice of a page as a reader without solieu's parser would take it: tags out, entities decoded,
// normalised, without white space.
std::string stripped(std::string_view slice) {
  static const std::regex kMarkup(
      "<!--[\\s\\S]*?-->|<script[\\s\\S]*?</"
      "script>|<[^'\">]*(?:'[^']*'[^'\">]*|\"[^\"]*\"[^'\">]*)*>");
  const std::string text = std::regex_replace(std::string(slice), kMarkup, "");
  const std::string decoded = attribute_text(text);
  const CleanText cleaned = clean(decoded);
  std::string out;
  for (const char c : cleaned.text()) {
    if (!is_blank(c)) out += c;
  }
  return out;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_blank(c)) out += c;
  }
  return out;
}

// Every word of every block comes from the bytes that its offsets name.
void check_words(const ReadPage& read) {
  const std::string_view text = read.page.clean.text();
  REQUIRE_FALSE(text.empty());
  size_t words = 0;
  for (const Block& block : read.page.layout.blocks) {
    uint32_t at = block.span.begin;
    while (at < block.span.end) {
      uint32_t end = at;
      while (end < block.span.end && !is_blank(text[end])) ++end;
      if (end > at) {
        const Span word{at, end};
        const Span source = read.page.clean.to_source(word);
        CAPTURE(std::string(word.of(text)), std::string(source.of(read.document->bytes)));
        CHECK(stripped(source.of(read.document->bytes)) == without_blanks(word.of(text)));
        ++words;
      }
      at = end + 1;
    }
    const Span source = read.page.clean.to_source(block.span);
    CHECK(stripped(source.of(read.document->bytes)) == without_blanks(block.span.of(text)));
  }
  CHECK(words > 20);
}

}  // namespace

TEST_CASE("Offsets name the bytes of the page") { check_words(ReadPage(article_page(kBody))); }

TEST_CASE("Offsets survive entities, named, numbered and without a semicolon") {
  const ReadPage read(article_page(
      "<p>H&#7897;i &amp; b&agrave; con&nbsp;&nbsp;t&#x1EB7;ng 49&nbsp;su&#7845;t qu&agrave; cho "
      "c&aacute;c h&#7897; kh&oacute; kh&#259;n &ldquo;trong x&atilde&rdquo; nh&acirc;n d&#7883;p "
      "T&#7871;t &lt;2024&gt;.</p>" +
      std::string(kBody)));
  CHECK(read.text().find("Hội & bà con tặng 49 suất quà cho các hộ khó khăn “trong xã” nhân dịp "
                         "Tết <2024>.") != std::string::npos);
  const std::string_view text = read.page.clean.text();
  const auto at = static_cast<uint32_t>(text.find("49 suất"));
  const Span source = read.page.clean.to_source({at, at + 9});
  CHECK(source.of(read.document->bytes) == "49&nbsp;su&#7845;t");
}

TEST_CASE("Offsets survive tags, comments and scripts within words") {
  check_words(ReadPage(article_page(
      "<p>H<b>ộ</b>i đã tr<!-- x > y -->ao 4<i>9</i> suất<script>var a = '<p>500</p>';</script> "
      "quà "
      "cho các hộ <a href='/x' title='a > b'>khó khăn</a> trong xã nhân dịp đầu năm mới.</p>" +
      std::string(kBody))));
}

TEST_CASE("Offsets survive decomposed letters") {
  std::string nfd;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&nfd);
  icu::Normalizer2::getNFDInstance(status)->normalizeUTF8(0, article_page(kBody), sink, nullptr,
                                                          status);
  const ReadPage read(nfd);
  CHECK(read.text() == ReadPage(article_page(kBody)).text());
  check_words(read);
}

TEST_CASE("UTF-16 pages are read") {
  const std::string utf8 = article_page(kBody);
  std::string utf16 = "\xFF\xFE";
  const auto units = icu::UnicodeString::fromUTF8(utf8);
  for (int32_t i = 0; i < units.length(); ++i) {
    utf16 += static_cast<char>(units[i] & 0xFF);
    utf16 += static_cast<char>(units[i] >> 8);
  }
  const ReadPage read(utf16);
  CHECK(read.page.clean.encoding() == "utf-16le");
  CHECK(read.text() == ReadPage(utf8).text());
  const auto at = static_cast<uint32_t>(read.text().find("49 suất"));
  const Span source = read.page.clean.to_source({at, at + 2});
  CHECK(source.of(read.document->bytes) == std::string_view("4\0"
                                                            "9\0",
                                                            4));
}

TEST_CASE("A page in TCVN3 bytes is read, whatever it declares") {
  // "Hội đã trao 49 suất quà cho các hộ khó khăn trong xã." in TCVN3
  const std::string sentence =
      "H\xE9i \xAE\xB7 trao 49 su\xCAt qu\xB5 cho c\xB8"
      "c h\xE9 kh\xE3 kh\xA8n trong x\xB7 nh\xA9n d\xDEp \xAE\xC7u n\xA8m m\xEDi.";
  std::string body;
  for (const char* part : {"1", "2", "3", "4", "5", "6", "7"}) {
    body += std::string("<p>") + part + ": " + sentence + "</p>";
  }
  const ReadPage read("<html><head><meta charset=windows-1252><title>x</title></head><body>" +
                      body + "</body></html>");
  CHECK(read.page.clean.encoding() == "tcvn3");
  CHECK(read.text().find("Hội đã trao 49 suất quà cho các hộ khó khăn trong xã nhân dịp đầu năm "
                         "mới.") != std::string::npos);
  const auto at = static_cast<uint32_t>(read.text().find("49 suất"));
  const Span source = read.page.clean.to_source({at, at + 9});
  CHECK(source.of(read.document->bytes) == "49 su\xCAt");
}
