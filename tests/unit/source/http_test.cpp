#include "source/http.h"

#include "catch.h"

using namespace solieu;

namespace {

HttpResponse read(const std::string& bytes) {
  const Limits limits;
  Budget budget;
  budget.limits = &limits;
  auto response = read_http(bytes, "in.warc", &budget);
  REQUIRE(response.ok());
  return *response;
}

const std::string kOk = "HTTP/1.1 200 OK\r\n";

}  // namespace

TEST_CASE("headers are found without case, values are trimmed") {
  const HeaderLines lines(
      "Content-Type:  text/HTML; Charset=\"UTF-8\" \r\nX: 1\r\nx: 2\r\nbad\r\n");
  CHECK(lines.find("content-type") == "text/HTML; Charset=\"UTF-8\"");
  CHECK(lines.find("X") == "1");
  CHECK(lines.find("Content").empty());
  CHECK(media_type_in(lines.find("Content-Type")) == "text/html");
  CHECK(charset_in(lines.find("Content-Type")) == "utf-8");
  CHECK(charset_in("text/html; charset=windows-1258; x=y") == "windows-1258");
  CHECK(charset_in("text/html").empty());
}

TEST_CASE("a response has status, type and body") {
  const HttpResponse response = read(kOk + "content-type: text/html\n\nThân");
  CHECK(response.status == 200);
  CHECK(response.media_type == "text/html");
  CHECK(response.body == "Thân");
  CHECK_FALSE(response.truncated);
  CHECK(read("HTTP/1.0 404\r\n\r\n").status == 404);
  CHECK(read(kOk).body.empty());
  const Limits limits;
  Budget budget;
  budget.limits = &limits;
  CHECK_FALSE(read_http("GET / HTTP/1.1\r\n\r\n", "", &budget).ok());
  CHECK_FALSE(read_http("HTTP/1.1 OK\r\n\r\n", "", &budget).ok());
  CHECK_FALSE(read_http("", "", &budget).ok());
}

TEST_CASE("chunks are put together, unless there are none") {
  const std::string head = kOk + "Transfer-Encoding: Chunked\r\n\r\n";
  CHECK(read(head + "3;x=1\r\nabc\r\n2\r\nde\r\n0\r\n\r\n").body == "abcde");
  CHECK(read(head + "<p>abc").body == "<p>abc");
  const HttpResponse cut = read(head + "3\r\nabc\r\nA\r\nde");
  CHECK(cut.body == "abcde");
  CHECK(cut.truncated);
  CHECK(read(head + "FFFFFFFFFFFFFFFF\r\nabc").truncated);
}

TEST_CASE("a body that is not encoded as the header says stays as it is") {
  for (const std::string name : {"gzip", "br", "deflate", "zstd", "unknown", "gzip, br", ""}) {
    const HttpResponse response =
        read(kOk + "Content-Encoding: " + name + "\r\n\r\n<p>49 suất quà");
    CHECK(response.body == "<p>49 suất quà");
    CHECK_FALSE(response.truncated);
  }
}
