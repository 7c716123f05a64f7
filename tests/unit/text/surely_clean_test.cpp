#include "text/surely_clean.h"

#include <random>

#include "catch.h"
#include "text/clean_text.h"
#include "text/slips.h"
#include "text/utf8.h"

using solieu::surely_clean;
using solieu::surely_clean_scalar;

TEST_CASE("ordinary text is surely clean") {
  for (const std::string text :
       {"Hội Phụ nữ xã Hòa Bình trao “49 suất quà” – mỗi suất 300.000 đồng… Ủy ban nhân dân",
        "ĐƯỢC GIAO 1.250 m² ĐẤT Ở, QUỸ GIÚP NGƯỜI GIÀ, QUẢNG NGÃI 37°",
        "ngoài toàn huỳnh hoạch quý giỏi",
        "nghĩa địa mía của lửa tuổi thuộc thuế huệ thuyền khuya đoàn khỏe khoẻ quỳ Xuân Quý",
        "trượt giờ ượt ướt đường về nước ngoài"}) {
    INFO(text);
    CHECK(surely_clean(text));
    CHECK(surely_clean_scalar(text));
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
        CHECK_FALSE(surely_clean(text));
        CHECK_FALSE(surely_clean_scalar(text));
      }
    }
  }
}

TEST_CASE("both forms agree on any text, and a surely clean text stays as it is") {
  std::mt19937 random(7);
  const std::u32string alphabet =
      U"aeiouybcdghnqtgq  "
      U"..&#AEIOUYGQàáảãạăắâấđèéẻẽẹêếệìíỉĩịòóỏõọôốơớợờùúủũụưứừỳýỷỹỵÀÁẢÃẠĂÂĐÌÍỈĨỊÔƠỢƯỲ"
      U"“”–°²³…•\u00A0®áºÃ‘";
  int clean = 0;
  for (int round = 0; round < 60'000; ++round) {
    std::string text = "ạ ";
    const size_t length = random() % (round % 3 == 0 ? 60 : 8);
    for (size_t i = 0; i < length; ++i)
      solieu::append_utf8(text, alphabet[random() % alphabet.size()]);
    INFO(text);
    const bool answer = surely_clean(text);
    REQUIRE(answer == surely_clean_scalar(text));
    if (solieu::surely_well_spelled(text)) {
      solieu::Rewriter slips(text);
      solieu::repair_slips(text, slips);
      REQUIRE_FALSE(slips.changed());
    } else {
      REQUIRE_FALSE(answer);
    }
    if (answer) {
      ++clean;
      REQUIRE(solieu::clean(text).text() == text);
    }
  }
  CHECK(clean > 1000);
}
