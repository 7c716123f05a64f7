#include "store/plain.h"

#include "catch.h"

using namespace solieu;

TEST_CASE("case, tones, marks and punctuation do not count") {
  CHECK(plain("Hòa Bình") == " hoa binh ");
  CHECK(plain("ĐƯỜNG liên-xã, “Đổi mới”!") == " duong lien xa doi moi ");
  CHECK(plain("1.200 m2") == " 1 200 m2 ");
  CHECK(plain("Ho\u0300a Bi\u0300nh") == " hoa binh ");  // NFD
  CHECK(plain("a\u00a0b") == " a b ");
}

TEST_CASE("without words it is one space") {
  CHECK(plain("") == " ");
  CHECK(plain(" ... ") == " ");
}

TEST_CASE("words are found whole") {
  const std::string text = plain("Hội Phụ nữ xã Tân Lập");
  CHECK(text.find(plain("phu nu")) != std::string::npos);
  CHECK(text.find(plain("hu nu")) == std::string::npos);
}

TEST_CASE("other letters and broken bytes do no harm") {
  CHECK(plain("Łódź 📈 x") == " Łodź 📈 x ");
  CHECK(plain("a\xff"
              "b") == " ab ");
}
