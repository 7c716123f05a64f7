#include "eval/compare.h"

#include <algorithm>

#include "catch.h"

using namespace solieu;

namespace {

size_t index_of(std::string_view attribute) {
  const auto at = std::find(kAttributes.begin(), kAttributes.end(), attribute);
  REQUIRE(at != kAttributes.end());
  return static_cast<size_t>(at - kAttributes.begin());
}

ScoredFigure with(size_t attribute, const Slot& slot) {
  ScoredFigure figure;
  figure.attributes[attribute] = slot;
  return figure;
}

bool right(std::string_view attribute, const Slot& gold, const Slot& predicted) {
  const size_t a = index_of(attribute);
  return attribute_right(a, with(a, gold), with(a, predicted));
}

bool scored(std::string_view attribute, const Slot& gold, const Slot& predicted) {
  const size_t a = index_of(attribute);
  return attribute_scored(a, with(a, gold), with(a, predicted));
}

Slot string(const std::string& text) {
  Slot slot;
  slot.form = Slot::Form::kString;
  slot.text = text;
  return slot;
}

Slot counted(const std::string& head, const std::string& max) {
  Slot slot;
  slot.form = Slot::Form::kObject;
  slot.text = slot.head = head;
  slot.max = max;
  return slot;
}

Slot unit(const std::string& name, const std::string& mention) {
  Slot slot;
  slot.form = Slot::Form::kObject;
  slot.text = slot.name = name;
  slot.mention = mention;
  return slot;
}

Slot change(const std::string& direction) {
  Slot slot;
  slot.form = Slot::Form::kObject;
  slot.direction = direction;
  return slot;
}

}  // namespace

TEST_CASE("names compare by NFC, case, tone style and without punctuation") {
  CHECK(compare_form("“Mẹ  đỡ đầu”.") == "mẹ đỡ đầu");
  CHECK(compare_form("XÃ HOÀ THUỶ") == compare_form("xã Hòa Thủy"));
  CHECK(compare_form("ho\xC3\xA0") == compare_form("hoa\xCC\x80"));
  CHECK(compare_form("a\xC2\xA0/ b") == "a b");
  CHECK(compare_form("(.)").empty());
}

TEST_CASE("counted begins with the head and is a prefix of the longest, by whole syllables") {
  const Slot gold = counted("hộ", "hộ nghèo, cận nghèo");
  CHECK(right("counted", gold, string("hộ")));
  CHECK(right("counted", gold, string("hộ nghèo")));
  CHECK(right("counted", gold, string("Hộ nghèo, cận nghèo")));
  CHECK_FALSE(right("counted", gold, string("hộ ngh")));
  CHECK_FALSE(right("counted", gold, string("hộ nghèo, cận nghèo mới")));
  CHECK_FALSE(right("counted", gold, string("nghèo")));
  CHECK_FALSE(right("counted", gold, Slot()));
}

TEST_CASE("an organisation is right by name or mention") {
  CHECK(right("unit_org", string("Hội Chữ thập đỏ"), unit("Hội Chữ Thập Đỏ", "Hội")));
  CHECK(right("unit_org", string("Hội"), unit("Hội Chữ thập đỏ", "Hội")));
  CHECK_FALSE(right("unit_org", string("Đoàn"), unit("Hội Chữ thập đỏ", "Hội")));
  CHECK_FALSE(right("unit_org", Slot(), unit("Hội Chữ thập đỏ", "Hội")));
  CHECK(right("unit_org", Slot(), Slot()));
}

TEST_CASE("of a change only the direction counts") {
  CHECK(right("change", change("increase"), change("increase")));
  CHECK_FALSE(right("change", change("increase"), change("decrease")));
  CHECK_FALSE(right("change", change("increase"), Slot()));
  CHECK_FALSE(right("change", Slot(), change("increase")));
}

TEST_CASE("what gold lacks is scored when it is predicted, but for counted") {
  CHECK(scored("period", Slot(), string("2023")));
  CHECK_FALSE(scored("period", Slot(), Slot()));
  CHECK_FALSE(scored("period", Slot(), string("")));
  CHECK(scored("period", string("2023"), Slot()));
  CHECK_FALSE(scored("counted", Slot(), string("hộ")));
}
