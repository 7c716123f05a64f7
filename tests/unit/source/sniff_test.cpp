#include "source/sniff.h"

#include <string>

#include "catch.h"

using namespace solieu;
using namespace std::string_literals;

namespace {

std::string utf16le(const std::string& ascii) {
  std::string out;
  for (const char c : ascii) out += {c, '\0'};
  return out;
}

}  // namespace

TEST_CASE("pages are told by their markup") {
  for (const std::string& page :
       {"<!DOCTYPE html><html>"s, "\xEF\xBB\xBF\r\n <HTML lang=vi>"s, "<!-- saved --><p>x"s,
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML\">"s,
        "<div class=\"detail\">49 suất quà"s, "<p>Hội đã trao</p>"s, "<P\nalign=left>x"s,
        "<%@ Page %>\n<html>"s, "<html>\0\0\0bad"s, utf16le("<html><body>x"),
        "\xFF\xFE"s + utf16le("<!doctype html>x"), "<meta charset=windows-1258><title>x"s}) {
    CHECK(sniff(page) == "text/html");
  }
}

TEST_CASE("text is what is nothing else, in any encoding") {
  for (const std::string& text :
       {""s, "\n"s, "Hội đã trao 49 suất quà."s, "Thẻ <html> mở đầu một trang."s, "<< Quay lại"s,
        "<3 các bạn"s, "[Video] Trao 5 nhà"s, "\xFF\xFE" + utf16le("Trao 5 suat"),
        utf16le("Khong co dau hieu gi o dau"), "H\xE9i \xAE\x95 trao 49 su\xCAt"s,
        "TCVN\x02\x05\x14 VISCII"s, std::string(2000, 'x') + "\0"s, "{5 suất quà}"s,
        "Tệp %PDF- là gì?"s}) {
    CHECK(sniff(text) == "text/plain");
  }
}

TEST_CASE("containers are told by their signatures") {
  CHECK(sniff("WARC/1.0\r\n") == "application/warc");
  CHECK(sniff("\x1F\x8B\x08\0\0"s) == "application/gzip");
  CHECK(sniff("\x28\xB5\x2F\xFD\x20") == "application/zstd");
  CHECK(sniff("BZh91AY&SY") == "application/x-bzip2");
  CHECK(sniff("BZh9 là tên") == "text/plain");
  CHECK(sniff("\xFD"s + "7zXZ\0\0"s) == "application/x-xz");
  CHECK(sniff("7z\xBC\xAF\x27\x1C") == "application/x-7z-compressed");
  CHECK(sniff("PK\3\4\x14\0\0\0a.html"s) == "application/zip");
  CHECK(sniff("PK\5\6"s + std::string(18, '\0')) == "application/zip");
  const std::string header = "a.txt" + std::string(252, '\0');
  CHECK(sniff(header + "ustar\0"s) == "application/x-tar");
  // Before POSIX: a checksum and no mark.
  std::string old(512, '\0');
  old.replace(0, 5, "a.txt");
  old.replace(148, 8, "001357 \0"s);
  CHECK(sniff(old) == "application/x-tar");
  old[0] = 'b';
  CHECK(sniff(old) == "application/octet-stream");
}

TEST_CASE("what needs a converter, or is no article at all") {
  CHECK(sniff("%PDF-1.4\n") == "application/pdf");
  CHECK(sniff("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == "application/msword");
  CHECK(sniff("PK\3\4...[Content_Types].xml") == "application/vnd.openxmlformats-officedocument");
  CHECK(sniff("PK\3\4mimetypeapplication/vnd.oasis.opendocument.text") ==
        "application/vnd.oasis.opendocument");
  CHECK(sniff("{\\rtf1\\ansi") == "application/rtf");
  CHECK(sniff("{\"id\": 1}\n{\"id\": 2}\n") == "application/json");
  CHECK(sniff(" [\n {\"id\": 1}]") == "application/json");
  CHECK(sniff("<?xml version=\"1.0\"?><urlset>") == "application/xml");
  CHECK(sniff("<rss version=\"2.0\">") == "application/xml");
  CHECK(sniff("From: <Saved by Blink>\r\n") == "message/rfc822");
  CHECK(sniff("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s) == "application/octet-stream");
  CHECK(sniff("\0"s) == "application/octet-stream");
}
