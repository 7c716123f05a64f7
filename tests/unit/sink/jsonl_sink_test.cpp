#include "solieu/jsonl_sink.h"

#include "catch.h"
#include "sample_record.h"
#include "temp_folder.h"

using namespace solieu;
namespace fs = std::filesystem;

namespace {

std::string line(const ArticleRecord& record) {
  std::string out;
  append_json(record, {}, out);
  return out + "\n";
}

}  // namespace

TEST_CASE("a file appears under its name when it is complete") {
  const TempFolder folder;
  const fs::path target = folder.path() / "out.jsonl";
  {
    auto sink = open_jsonl_sink(target, {});
    REQUIRE(sink.ok());
    REQUIRE((*sink)->write(sample_record()).ok());
    REQUIRE((*sink)->write(sample_record()).ok());
    CHECK_FALSE(fs::exists(target));
    REQUIRE((*sink)->finish().ok());
  }
  CHECK(folder.read("out.jsonl") == line(sample_record()) + line(sample_record()));
  CHECK(folder.entries() == 1);
}

TEST_CASE("an output that is given up leaves what was there before") {
  const TempFolder folder;
  const fs::path target = folder.write("out.jsonl", "before\n");
  {
    auto sink = open_jsonl_sink(target, {});
    REQUIRE(sink.ok());
    REQUIRE((*sink)->write(sample_record()).ok());
  }
  CHECK(folder.read("out.jsonl") == "before\n");
  CHECK(folder.entries() == 1);
}

TEST_CASE("through a symbolic link its target is replaced, the link stays") {
  const TempFolder folder;
  folder.write("real/out.jsonl", "before\n");
  fs::create_symlink("real/out.jsonl", folder.path() / "link.jsonl");
  auto sink = open_jsonl_sink(folder.path() / "link.jsonl", {});
  REQUIRE(sink.ok());
  REQUIRE((*sink)->finish().ok());
  CHECK(fs::is_symlink(folder.path() / "link.jsonl"));
  CHECK(folder.read("real/out.jsonl").empty());
}

TEST_CASE("a device is written to, not replaced") {
  const TempFolder folder;
  fs::create_symlink("/dev/null", folder.path() / "null");
  auto sink = open_jsonl_sink(folder.path() / "null", {});
  REQUIRE(sink.ok());
  REQUIRE((*sink)->write(sample_record()).ok());
  REQUIRE((*sink)->finish().ok());
  CHECK(fs::is_character_file("/dev/null"));
  CHECK(folder.entries() == 1);
}

TEST_CASE("what cannot be written is an error of the output") {
  const TempFolder folder;
  const auto none = open_jsonl_sink(folder.path() / "no" / "out.jsonl", {});
  REQUIRE_FALSE(none.ok());
  CHECK(none.error().code == Error::Code::kOutput);
  const auto directory = open_jsonl_sink(folder.path(), {});
  REQUIRE_FALSE(directory.ok());
  CHECK(directory.error().code == Error::Code::kOutput);
  auto full = open_jsonl_sink("/dev/full", {});
  REQUIRE(full.ok());
  REQUIRE((*full)->write(sample_record()).ok());  // still in the buffer
  const Status status = (*full)->finish();
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().code == Error::Code::kOutput);
  CHECK(status.error().place == "/dev/full");
}

TEST_CASE("a large output is written in order") {
  const TempFolder folder;
  auto sink = open_jsonl_sink(folder.path() / "out.jsonl", {});
  REQUIRE(sink.ok());
  std::string expected;
  for (int i = 0; i < 400; ++i) {
    ArticleRecord record = sample_record();
    record.document->id = std::to_string(i);
    REQUIRE((*sink)->write(record).ok());
    expected += line(record);
  }
  REQUIRE((*sink)->finish().ok());
  CHECK((folder.read("out.jsonl") == expected));
}
