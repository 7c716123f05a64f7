#include "segment/date_line.h"

#include "catch.h"
#include "golden.h"

namespace solieu::testing {
namespace {

// The ISO date, "-" for a line that has a time only, "none" for a line that is no date line.
std::string iso_of(std::string_view line) {
  LineWords words;
  const Span span{0, static_cast<uint32_t>(line.size())};
  words.read(line, span, layout_cues());
  const auto date = read_date_line(line, span, words, layout_cues());
  if (!date) return "none";
  return date->iso.empty() ? "-" : date->iso;
}

}  // namespace

TEST_CASE("days come first, whatever separates them") {
  CHECK(iso_of("04/01/2021") == "2021-01-04");
  CHECK(iso_of("4-1-2021") == "2021-01-04");
  CHECK(iso_of("15.8.2016") == "2016-08-15");
  CHECK(iso_of("thứ năm, 08 08 2019 08:51") == "2019-08-08T08:51:00+07:00");
  CHECK(iso_of("28/05/13 08:11 GMT+7") == "2013-05-28T08:11:00+07:00");
  CHECK(iso_of("2023-12-28") == "2023-12-28");
  CHECK(iso_of("Ngày 5 tháng 9 năm 2018") == "2018-09-05");
  CHECK(iso_of("30 Tháng Mười Một, 2021") == "2021-11-30");
  CHECK(iso_of("29/02/2024") == "2024-02-29");
}

TEST_CASE("impossible days are none") {
  CHECK(iso_of("29/02/2023") == "none");
  CHECK(iso_of("31/04/2023") == "none");
  CHECK(iso_of("12/13/2023") == "none");
  CHECK(iso_of("00/10/2023") == "none");
  CHECK(iso_of("12/10/1723") == "none");
}

TEST_CASE("times and zones") {
  CHECK(iso_of("Thứ 5, 28/12/2023 | 15:43:35") == "2023-12-28T15:43:35+07:00");
  CHECK(iso_of("(10:25 | 12/05/2020)") == "2020-05-12T10:25:00+07:00");
  CHECK(iso_of("Ngày đăng: 12/05/2020 10h05") == "2020-05-12T10:05:00+07:00");
  CHECK(iso_of("Cập nhật lúc 10:42, Thứ Hai, 06/12/2021 (GMT+7)") == "2021-12-06T10:42:00+07:00");
  CHECK(iso_of("06/12/2021 22:10 GMT+8") == "2021-12-06T22:10:00+08:00");
  CHECK(iso_of("06/12/2021 3:05 PM") == "2021-12-06T15:05:00+07:00");
  CHECK(iso_of("06/12/2021 12:05 SA") == "2021-12-06T00:05:00+07:00");
  CHECK(iso_of("(Cập nhật lúc 10h05)") == "-");
  CHECK(iso_of("25:10 06/12/2021") == "none");
}

TEST_CASE("counters, names and lunar dates beside the date") {
  CHECK(iso_of("Thứ tư, 04/01/2023 478 lượt xem") == "2023-01-04");
  CHECK(iso_of("Lượt xem: 478 - 04/01/2023") == "2023-01-04");
  CHECK(iso_of("HOÀI THƯƠNG - 04/01/2023, 10:30") == "2023-01-04T10:30:00+07:00");
  CHECK(iso_of("Cập nhật: 19/01/2012 (26 tháng Chạp năm Tân Mão)") == "2012-01-19");
}

TEST_CASE("lines of the article that hold a date are none") {
  CHECK(iso_of("Sáng 04/01/2023, xã tổ chức họp dân") == "none");
  CHECK(iso_of("Kỷ niệm 20 năm thành lập xã (27.7.1999/27.7.2019)") == "none");
  CHECK(iso_of("Hội nghị ngày 04/01/2023 có 45 đại biểu") == "none");
  CHECK(iso_of("12 hộ - 04/01/2023") == "none");
  CHECK(iso_of("1.204") == "none");
  CHECK(iso_of("Hà Nội") == "none");
}

TEST_CASE("pieces of a date line") {
  const std::string_view line = "HOÀI THƯƠNG - Thứ tư, 04/01/2023 478 lượt xem";
  LineWords words;
  const Span span{0, static_cast<uint32_t>(line.size())};
  words.read(line, span, layout_cues());
  const auto date = read_date_line(line, span, words, layout_cues());
  REQUIRE(date);
  REQUIRE(date->pieces.size() == 3);
  CHECK(date->pieces[0].part == DateLine::Part::kNames);
  CHECK(date->pieces[0].span.of(line) == "HOÀI THƯƠNG");
  CHECK(date->pieces[1].part == DateLine::Part::kDate);
  CHECK(date->pieces[1].span.of(line) == "Thứ tư, 04/01/2023");
  CHECK(date->pieces[2].part == DateLine::Part::kChrome);
  CHECK(date->pieces[2].span.of(line) == "478 lượt xem");
}

TEST_CASE("the name of a site is no author") {
  const std::string_view line = "BÁO ĐIỆN TỬ ĐỒNG XANH - Thứ Ba, 06/02/2018";
  LineWords words;
  const Span span{0, static_cast<uint32_t>(line.size())};
  words.read(line, span, layout_cues());
  const auto date = read_date_line(line, span, words, layout_cues());
  REQUIRE(date);
  REQUIRE(date->pieces.size() == 2);
  CHECK(date->pieces[0].part == DateLine::Part::kChrome);
  CHECK(date->pieces[0].span.of(line) == "BÁO ĐIỆN TỬ ĐỒNG XANH");
}

}  // namespace solieu::testing
