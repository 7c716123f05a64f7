#include "text/dirt.h"

#include <random>

#include "catch.h"
#include "text/clean_text.h"
#include "text/utf8.h"

using solieu::dirty_stretches;
using solieu::dirty_stretches_scalar;
using solieu::Span;

TEST_CASE("ordinary text has no dirt") {
  for (const std::string text :
       {"Hội Phụ nữ xã Hòa Bình trao “49 suất quà” – mỗi suất 300.000 đồng… Ủy ban nhân dân",
        "ĐƯỢC GIAO 1.250 m² ĐẤT Ở, QUỸ GIÚP NGƯỜI GIÀ, QUẢNG NGÃI 37°",
        "ngoài toàn huỳnh hoạch quý giỏi",
        "nghĩa địa mía của lửa tuổi thuộc thuế huệ thuyền khuya đoàn khỏe khoẻ quỳ Xuân Quý",
        "trượt giờ ượt ướt đường về nước ngoài"}) {
    INFO(text);
    CHECK(dirty_stretches(text).empty());
    CHECK(dirty_stretches_scalar(text).empty());
  }
}

TEST_CASE("what a pass would repair is not, wherever it stands") {
  for (const std::string dirt :
       {"\u00A0", "\u200B", "\u00AD", "\uFEFF",     "a\u0301", "Ä‘",    "áº¡", "Ã“",
        "&#225;", "&amp;",  "®",      "ð",          "\u0093",  "Ａ",    "а",   "nghịêp",
        "hòan",   "qủa",    "gìa",    "gỉa",        "cuả",     "nghiã", "naò", "đuờng",
        "nuơc",   "đưòng",  "đưong",  "\U0001D400", "\uFFFD"}) {
    for (size_t lead = 0; lead < 40; ++lead) {
      for (size_t tail : {0, 1, 3, 40}) {
        const std::string text =
            "ạ " + std::string(lead, 'x') + " " + dirt + std::string(tail, '.');
        INFO(text);
        CHECK_FALSE(dirty_stretches(text).empty());
        CHECK(dirty_stretches(text) == dirty_stretches_scalar(text));
      }
    }
  }
}

TEST_CASE("dirt is found where it stands, with the words around it") {
  const std::string text = "Xã Đồng Tâm trao 49\u00A0suất quà cho các hộ nghèo, nghịêp đoàn tặng 3";
  std::string found;
  for (const Span part : dirty_stretches(text)) {
    found += "[" + std::string(part.of(text)) + "]";
  }
  CHECK(found == "[ 49\u00A0suất][ nghịêp]");
}

TEST_CASE("both forms agree on any text, and what lies outside of the dirt stays as it is") {
  std::mt19937 random(7);
  const std::u32string alphabet =
      U"aeiouybcdghnqtgq  "
      U"..&#T\nAEIOUYGQàáảãạăắâấđèéẻẽẹêếệìíỉĩịòóỏõọôốơớợờùúủũụưứừỳýỷỹỵÀÁẢÃẠĂÂĐÌÍỈĨỊÔƠỢƯỲ"
      U"“”–°²³…•\u00A0®áºÃ‘āƏ★";
  int clean = 0;
  for (int round = 0; round < 60'000; ++round) {
    std::string text = "ạ ";
    const size_t length = random() % (round % 3 == 0 ? 100 : 8);
    for (size_t i = 0; i < length; ++i)
      solieu::append_utf8(text, alphabet[random() % alphabet.size()]);
    INFO(text);
    const auto dirt = dirty_stretches(text);
    REQUIRE(dirt == dirty_stretches_scalar(text));
    std::string rest;
    uint32_t end = 0;
    for (const Span part : dirt) {
      REQUIRE(part.begin >= end);
      REQUIRE(part.end > part.begin);
      rest += text.substr(end, part.begin - end);
      end = part.end;
    }
    rest += text.substr(end);
    clean += rest.size() > 10;
    REQUIRE(solieu::clean(rest).text() == rest);
  }
  CHECK(clean > 1000);
}
