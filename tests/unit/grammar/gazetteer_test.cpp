#include "grammar/gazetteer.h"

#include <set>
#include <string>

#include "base/tsv.h"
#include "catch.h"
#include "grammar/successors.h"

using namespace solieu;

namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer loaded = [] {
    auto result = Gazetteer::load(std::string(SOLIEU_SOURCE_DIR) + "/rules/gazetteer");
    if (!result) FAIL(result.error().to_string());
    return std::move(*result);
  }();
  return loaded;
}

std::set<std::string> codes(std::string_view name, Day day) {
  std::set<std::string> out;
  for (const NamedUnit& n : gazetteer().lookup(name, day))
    out.emplace(gazetteer().unit(n.unit).code);
  return out;
}

std::string iso_of(std::string_view name, Day day) {
  const auto found = gazetteer().lookup(name, day);
  if (found.empty()) return "";
  const int32_t province = gazetteer().province_of(found.front().unit, day);
  return province < 0 ? "" : std::string(gazetteer().unit(static_cast<uint32_t>(province)).iso);
}

}  // namespace

TEST_CASE("days are read from the beginning of ISO 8601") {
  CHECK(day_of("2023-12-28") == 20231228);
  CHECK(day_of("2023-12-28T15:43:35+07:00") == 20231228);
  CHECK(day_of("2023-12") == kNoDay);
  CHECK(day_of("28/12/2023") == kNoDay);
  CHECK(day_of("") == kNoDay);
}

TEST_CASE("a unit is found by name, by type and name, in any spelling") {
  CHECK(codes("huyện Kim Sơn", 20230104).contains("376"));
  CHECK(codes("HUYỆN KIM SƠN", 20230104).contains("376"));
  CHECK(iso_of("tỉnh Hoà Bình", 20230104) == "VN-14");
  CHECK(iso_of("tỉnh Hòa Bình", 20230104) == "VN-14");
  CHECK(iso_of("Đăk Nông", 20230104) == "VN-72");
  CHECK(iso_of("Bà Rịa-Vũng Tàu", 20230104) == "VN-43");
  CHECK(iso_of("TP.HCM", 20230104) == "VN-SG");
  CHECK(codes("xã Không Có Thật", 20230104).empty());
}

TEST_CASE("units come and go with the reform of July 2025") {
  CHECK(codes("huyện Kim Sơn", 20250630).contains("376"));
  CHECK(codes("huyện Kim Sơn", 20250701).empty());
  CHECK(codes("tỉnh Hà Giang", 20250630) == std::set<std::string>{"02"});
  CHECK(codes("tỉnh Hà Giang", 20250701).empty());
  // 15 was Yên Bái and is Lào Cai.
  CHECK(codes("tỉnh Yên Bái", 20240101) == std::set<std::string>{"15"});
  CHECK(codes("tỉnh Lào Cai", 20240101) == std::set<std::string>{"10"});
  CHECK(codes("tỉnh Lào Cai", 20250701) == std::set<std::string>{"15"});
}

TEST_CASE("what a vanished unit became is known, of districts nothing is") {
  const auto successors = Successors::load(std::string(SOLIEU_SOURCE_DIR) + "/rules/gazetteer");
  REQUIRE(successors);
  const auto became = [&](std::string_view name, Day day) {
    const auto found = gazetteer().lookup(name, day);
    REQUIRE(found.size() == 1);
    return std::string(successors->of(gazetteer().unit(found.front().unit)));
  };
  CHECK(became("xã Nghĩa Dân", 20230104) == "12286");
  CHECK(became("xã Nghĩa Dân", 20250801).empty());
  CHECK(became("huyện Kim Sơn", 20230104).empty());
  CHECK(became("tỉnh Yên Bái", 20240101) == "15");
  CHECK(became("tỉnh Hà Tây", 20080101) == "01");
}

TEST_CASE("a folder without successors is an error that names the file") {
  const auto none = Successors::load("/nowhere");
  REQUIRE_FALSE(none);
  CHECK(none.error().to_string().find("successors.tsv") != std::string::npos);
}

TEST_CASE("a day before the table begins is answered with doubt") {
  const auto found = gazetteer().lookup("huyện Kim Sơn", 20130528);
  REQUIRE(found.size() == 1);
  CHECK(gazetteer().in_force(found.front().unit, 20130528) == InForce::kUnknown);
  CHECK(gazetteer().in_force(found.front().unit, 20200101) == InForce::kYes);
  CHECK(gazetteer().in_force(found.front().unit, 20260101) == InForce::kNo);
}

TEST_CASE("provinces are known in host names") {
  const auto at = [](std::string_view host) {
    const int32_t province = gazetteer().province_of_site(host, 20190808);
    return province < 0 ? std::string()
                        : std::string(gazetteer().unit(static_cast<uint32_t>(province)).iso);
  };
  CHECK(at("huyen.daknong.gov.vn") == "VN-72");
  CHECK(at("baothanhhoa.vn") == "VN-21");
  CHECK(at("example.com").empty());
}

TEST_CASE("names in a text are matched over marks, the longest last") {
  const std::string text = "Bà Rịa - Vũng Tàu đón khách";
  std::vector<Token> tokens;
  tokenise(text, {0, static_cast<uint32_t>(text.size())}, tokens);
  const auto found = gazetteer().match(text, tokens, 0);
  REQUIRE(found.count >= 1);
  CHECK(found.match[found.count - 1].tokens == 5);
  CHECK(gazetteer().match(text, tokens, 5).count == 0);
}

TEST_CASE("every unit in force in July 2026 is found under its own name") {
  size_t units = 0;
  for (uint32_t i = 0; i < gazetteer().size(); ++i) {
    if (gazetteer().in_force(i, 20260715) != InForce::kYes) continue;
    ++units;
    const AdminUnit& unit = gazetteer().unit(i);
    INFO(unit.code << " " << unit.type << " " << unit.name);
    CHECK(codes(std::string(unit.type) + " " + std::string(unit.name), 20260715)
              .contains(std::string(unit.code)));
  }
  CHECK(units == 34 + 3321);
}
