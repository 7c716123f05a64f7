#include "segment/cues.h"

#include "catch.h"

namespace solieu {
namespace {

LayoutCues cues_of(const std::string& rows) {
  const std::string text = "phrase\tcue\tnote\n" + rows;
  auto table = TsvReader::begin(text, "cues.tsv");
  REQUIRE(table.ok());
  LayoutCues cues;
  const Status added = cues.add(*table);
  REQUIRE(added.ok());
  return cues;
}

LineWords words_of(std::string_view line, const LayoutCues& cues) {
  LineWords words;
  words.read(line, {0, static_cast<uint32_t>(line.size())}, cues);
  return words;
}

}  // namespace

TEST_CASE("a cue that nobody knows is an error with its line") {
  auto table = TsvReader::begin("phrase\tcue\tnote\nlượt xem\tcounter\t\n", "cues.tsv");
  REQUIRE(table.ok());
  LayoutCues cues;
  const Status added = cues.add(*table);
  REQUIRE_FALSE(added.ok());
  CHECK(added.error().place == "cues.tsv:2");
  CHECK(added.error().code == Error::Code::kRules);
}

TEST_CASE("a phrase without words is an error") {
  auto table = TsvReader::begin("phrase\tcue\tnote\n123\tline\t\n", "cues.tsv");
  REQUIRE(table.ok());
  LayoutCues cues;
  CHECK_FALSE(cues.add(*table).ok());
}

TEST_CASE("the longest phrase with a wanted cue matches") {
  const LayoutCues cues = cues_of("tin\tbyline\t\ntin khác\tend\t\ntin khác hay\tline\t\n");
  const LineWords words = words_of("TIN KHÁC hay", cues);
  CHECK(cues.match(words, 0, Cue::kByline) == 1);
  CHECK(cues.match(words, 0, Cue::kEnd) == 2);
  CHECK(cues.match(words, 0, Cue::kEnd | Cue::kLine) == 3);
  CHECK(cues.match(words, 0, Cue::kSite) == 0);
  CHECK(cues.match(words, 1, Cue::kLine) == 0);
}

TEST_CASE("a line is made of phrases, numbers and marks") {
  const LayoutCues cues = cues_of("lượt xem\tline\t\nbình luận\tline\t\n");
  CHECK(cues.made_of(words_of("1.204 lượt xem | 3 bình luận", cues),
                     static_cast<CueSet>(Cue::kLine)));
  CHECK_FALSE(
      cues.made_of(words_of("1.204 lượt xem của hội viên", cues), static_cast<CueSet>(Cue::kLine)));
  CHECK_FALSE(cues.made_of(words_of("1.204", cues), static_cast<CueSet>(Cue::kLine)));
}

TEST_CASE("a suffix begins with a capital") {
  const LayoutCues cues = cues_of("gửi bình luận\tsuffix\t\n");
  CHECK(cues.suffix_of("khó khăn.Gửi bình luận") == std::string_view("Gửi bình luận").size());
  CHECK(cues.suffix_of("mời bạn gửi bình luận") == 0);
}

TEST_CASE("a file that is missing is an error that names it") {
  const auto cues = LayoutCues::load({"/nowhere/layout.tsv"});
  REQUIRE_FALSE(cues.ok());
  CHECK(cues.error().place == "/nowhere/layout.tsv");
}

}  // namespace solieu
