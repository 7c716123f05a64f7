#include "text/clean_text.h"

#include <array>
#include <random>

#include "catch.h"
#include "text/utf8.h"

using solieu::clean;
using solieu::CleanText;
using solieu::Span;

TEST_CASE("a clean source is viewed, not copied") {
  const std::string source = "Xã Yên Hòa trao 49 suất quà, trị giá “300.000 đồng”/suất…\n";
  const CleanText text = clean(source);
  CHECK(text.text().data() == source.data());
  CHECK(text.text().size() == source.size());
  CHECK(text.offsets().identity());
  CHECK(text.warnings().empty());
}

TEST_CASE("an unclean suspicion that proves wrong copies nothing either") {
  for (const std::string source : {"Thuở ấy xã có 5 hộ", "chỉ số ½ và 3 ½", "plain words only"}) {
    const CleanText text = clean(source);
    CHECK(text.text().data() == source.data());
    CHECK(text.offsets().identity());
  }
}

TEST_CASE("an empty source") {
  const CleanText text = clean("");
  CHECK(text.text().empty());
  CHECK(text.to_source({0, 0}) == Span{0, 0});
}

TEST_CASE("bytes that are no text are replaced one by one and told") {
  const std::string source =
      "Tổ \xFF"
      "12 hộ\xE1\xBB";
  const CleanText text = clean(source);
  CHECK(text.text() ==
        "Tổ \uFFFD"
        "12 hộ\uFFFD");
  REQUIRE(text.warnings().size() == 1);
  CHECK(text.warnings()[0].code == "replaced_bytes");
  CHECK(text.warnings()[0].count == 2);
  CHECK(text.warnings()[0].source == Span{5, 6});
  const auto at = static_cast<uint32_t>(text.text().find("12 hộ"));
  CHECK(text.to_source({at, at + 7}).of(source) == "12 hộ");
}

TEST_CASE("decomposed letters are composed and keep their place") {
  const std::string source = "100 su\u0061\u0302\u0301t que\u0300 va\u0300 5 ho\u0323\u0302";
  const CleanText text = clean(source);
  CHECK(text.text() == "100 suất què và 5 hộ");
  const auto at = static_cast<uint32_t>(text.text().find("5 hộ"));
  CHECK(text.to_source({at, at + 6}).of(source) == "5 ho\u0323\u0302");
  CHECK(text.to_source({4, 10}).of(source) == "sua\u0302\u0301t");
}

TEST_CASE("marks of one letter may stand in any order") {
  CHECK(clean("a\u0301\u0302").text() == "ấ");
  CHECK(clean("á\u0302").text() == "ấ");
  CHECK(clean("o\u0323\u031B").text() == "ợ");
  CHECK(clean("d\u0335").text() == "đ");
  CHECK(clean("á\u0301").text() == "á");
  CHECK(clean("Z\u030C\u0301").text() == "Ž\u0301");
}

TEST_CASE("what is no Vietnamese letter composes as Unicode has it") {
  CHECK(clean("n\u0303 c\u0327 u\u0308").text() == "ñ ç ü");
  CHECK(clean("\u1112\u1161\u11AB").text() == "한");
  CHECK(clean("10\u00B3 \u00BD").text() == "10³ ½");
}

TEST_CASE("a megabyte of marks takes no longer than a megabyte of text") {
  std::string source = "a";
  while (source.size() < 1'000'000) source += "\u0301\u0323";
  const CleanText text = clean(source);
  CHECK(text.text().substr(0, 3) == "ạ");
  CHECK(text.text().size() < 200);
  REQUIRE(text.warnings().size() == 1);
  CHECK(text.warnings()[0].code == "marks_dropped");
}

TEST_CASE("the text lives on in the released string") {
  CleanText text = clean("ho\u0323\u0302");
  const auto storage = text.release_storage();
  REQUIRE(storage != nullptr);
  CHECK(text.text() == "hộ");
  CHECK(text.text().data() == storage->data());
  CHECK(text.release_storage() == nullptr);
}

TEST_CASE("code points are counted forwards and backwards") {
  const std::string text = "Hộ A: 5 “suất”";
  solieu::CodePointCounter counter(text);
  const auto quote = static_cast<uint32_t>(text.find("“"));
  CHECK(counter.at(quote) == 8);
  CHECK(counter.at(static_cast<uint32_t>(text.size())) == 14);
  CHECK(counter.at(4) == 2);
  CHECK(counter.of({0, quote}) == Span{0, 8});
  CHECK(counter.at(9999) == 14);
}

TEST_CASE("code points are counted in steps of any length, as one by one") {
  std::string text;
  for (int i = 0; text.size() < 3000; ++i) {
    text += std::array{"a", "ư", "ệ", "𝐀", " tháng 12 "}[i * i % 5];
  }
  std::vector<uint32_t> count(1, 0);
  for (const char c : text) count.push_back(count.back() + (solieu::begins_code_point(c) ? 1 : 0));
  std::mt19937 random(3);
  solieu::CodePointCounter counter(text);
  for (int round = 0; round < 5000; ++round) {
    const auto at = static_cast<uint32_t>(random() % (round % 2 == 0 ? 60 : text.size() + 1));
    REQUIRE(counter.at(at) == count[at]);
  }
}
