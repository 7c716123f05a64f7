#include "text/report.h"

#include "catch.h"

using namespace solieu;

TEST_CASE("the report tells encoding, evidence and repairs") {
  const std::string source = "H\xE9i N\xABng d\xA9n t\xC6ng 5 su\xCAt qu\xB5";
  const CleanText text = clean(source);
  CHECK(text.text() == "Hội Nông dân tặng 5 suất quà");
  const std::string report = cleaning_report(source, {}, text);
  INFO(report);
  CHECK(
      report.starts_with("encoding\ttcvn3\tshare of syllables: 6 words are no UTF-8, 0 are good"));
  CHECK(report.find("tcvn3 6,") != std::string::npos);
  CHECK(report.find("repair\tlegacy_encoding\t6\t") != std::string::npos);
  CHECK(report.find("first at 1..2") != std::string::npos);
}

TEST_CASE("the listing of offsets covers text and source") {
  const std::string source = "5 ho\u0323\u0302\n";
  CHECK(offset_listing(source, clean(source)) ==
        "0..3\t0..3\tsame\t5 h\n3..6\t3..8\twhole\tộ\n6..7\t8..9\tsame\t\\n\n");
  const std::string same = "5 hộ";
  CHECK(offset_listing(same, clean(same)) == "0..6\t0..6\tsame\t5 hộ\n");
}

TEST_CASE("an encoding that is given overrides what the bytes say") {
  const std::string source = "c\xE3 5 h\xE9";
  CHECK(clean(source, {"tcvn3", {}}).text() == "có 5 hộ");
  CHECK(clean(source, {"windows-1252", {}}).text() == "cã 5 hé");
  CHECK(clean(source, {"tcvn3", {}}).encoding() == "tcvn3");
}

TEST_CASE("a declared encoding breaks ties only") {
  // \xE1 is á in VISCII and VPS alike, and so is \xE0.
  const std::string tie = "b\xE1n m\xE0";
  CHECK(clean(tie, {{}, "x-viet-vps"}).encoding() == "vps");
  CHECK(clean(tie, {{}, "viscii"}).encoding() == "viscii");
  const std::string clear = "H\xE9i N\xABng d\xA9n t\xC6ng su\xCAt qu\xB5";
  CHECK(clean(clear, {{}, "viscii"}).encoding() == "tcvn3");
  const std::string utf8 = "Hội Nông dân";
  CHECK(clean(utf8, {{}, "windows-1252"}).text() == utf8);
}
