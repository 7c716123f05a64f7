#include "solieu/outputs.h"

#include <algorithm>

#include "base/csv.h"
#include "catch.h"
#include "sample_record.h"
#include "sink/fan_out.h"
#include "temp_folder.h"

using namespace solieu;

namespace {

size_t lines(const std::string& text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("positions of several sinks, empty ones among them") {
  CHECK(split_position("", 3).value() == std::vector<std::string>{"", "", ""});
  CHECK(split_position("12\n\n7", 3).value() == std::vector<std::string>{"12", "", "7"});
  CHECK(split_position("\n", 2).value() == std::vector<std::string>{"", ""});
  CHECK(split_position("12", 1).value() == std::vector<std::string>{"12"});
  CHECK_FALSE(split_position("12\n7", 3).ok());
  CHECK_FALSE(split_position("12\n7", 1).ok());
}

TEST_CASE("all outputs go on at their positions") {
  const TempFolder folder;
  const auto in = [&](const char* name) { return (folder.path() / name).string(); };
  const std::vector<std::string> targets = {"jsonl:" + in("a.jsonl"), "sqlite:" + in("a.db"),
                                            "csv+bom:" + in("a.csv"), "flat:" + in("a.flat")};
  std::string position;
  {
    auto sink = open_outputs(targets, {});
    REQUIRE(sink.ok());
    REQUIRE((*sink)->write(sample_record()).ok());
    auto done = (*sink)->checkpoint();
    REQUIRE(done.ok());
    position = *done;
    ArticleRecord lost = sample_record();
    lost.document->id = "lost";
    REQUIRE((*sink)->write(lost).ok());
  }
  auto sink = open_outputs(targets, {}, {.position = position, .keep = false});
  REQUIRE(sink.ok());
  ArticleRecord second = sample_record();
  second.document->id = "second";
  REQUIRE((*sink)->write(second).ok());
  REQUIRE((*sink)->finish().ok());
  CHECK(lines(folder.read("a.jsonl")) == 2);
  CHECK(lines(folder.read("a.flat")) == 4);
  CHECK(lines(folder.read("a.csv")) == 5);
  CHECK(folder.read("a.csv").find("lost") == std::string::npos);
  CHECK(folder.read("a.csv").rfind("\xEF\xBB\xBF"
                                   "article_id,",
                                   0) == 0);
  sink->reset();  // closes the database
  CHECK(folder.entries() == 4);
}

TEST_CASE("what is not understood is an error of usage that tells no password") {
  for (const char* target : {"parquet:x", "csv", "csv:", "csv+tab:x", ""}) {
    const auto sink = open_outputs({target}, {});
    REQUIRE_FALSE(sink.ok());
    CHECK(sink.error().code == Error::Code::kUsage);
    CHECK_FALSE(sink.error().remedy.empty());
  }
  const auto sink = open_outputs({"postgres+x:password=hidden"}, {});
  REQUIRE_FALSE(sink.ok());
  CHECK(sink.error().to_string().find("hidden") == std::string::npos);
}

TEST_CASE("cells of CSV: quotes where needed, no formula") {
  const auto cell = [](std::string_view text) {
    std::string out;
    append_csv_cell(text, ',', out);
    return out;
  };
  CHECK(cell("plain; text") == "plain; text,");
  CHECK(cell("a,b") == "\"a,b\",");
  CHECK(cell("nói \"vậy\"") == "\"nói \"\"vậy\"\"\",");
  CHECK(cell("hai\ndòng") == "\"hai\ndòng\",");
  CHECK(cell("") == ",");
  for (const char* text : {"=1+1", "+84", "-17,69%", "@x", "\tx", "＝1"})
    CHECK(looks_like_formula(text));
  for (const char* text : {"", "17%", "'=x", "a=b"}) CHECK_FALSE(looks_like_formula(text));
}
