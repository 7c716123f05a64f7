#include "catch.h"
#include "sample_batch.h"
#include "solieu/extractor.h"

using namespace solieu;

TEST_CASE("a profile has every stage and the rules that were tried, the costliest first") {
  const auto extractor =
      Extractor::load({.rules = SOLIEU_SOURCE_DIR "/rules", .rules_extra = {}, .profile = true});
  REQUIRE(extractor.ok());
  Document document;
  document.id = "1";
  document.bytes = sample_text(1);
  const size_t figures = extractor->extract(std::move(document)).figures.size();
  const ExtractionProfile profile = extractor->profile();
  CHECK(profile.stages.size() == 6);
  for (const auto& stage : profile.stages) CHECK(stage.seconds >= 0);
  REQUIRE_FALSE(profile.rules.empty());
  uint64_t matched = 0;
  double last = profile.rules.front().seconds;
  for (const auto& rule : profile.rules) {
    CHECK(rule.tried >= std::max<uint64_t>(rule.matched, 1));
    CHECK(rule.seconds <= last);
    last = rule.seconds;
    matched += rule.matched;
  }
  CHECK(matched >= figures);
}

TEST_CASE("without being asked nothing is measured") {
  CHECK(sample_extractor().profile().rules.empty());
}
