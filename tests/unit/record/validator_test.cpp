#include "record/validator.h"

#include "catch.h"
#include "sample_record.h"
#include "solieu/json.h"

using namespace solieu;

namespace {

// A record that holds the schema in everything.
std::string valid_record() {
  ArticleRecord record = sample_record();
  record.rules = record.sha256;
  record.units.clear();
  record.dates.clear();
  record.figures.resize(1);
  std::string out;
  append_json(record, {.with_text = true}, out);
  return out;
}

std::string changed(std::string json, const std::string& from, const std::string& to) {
  const size_t at = json.find(from);
  REQUIRE(at != std::string::npos);
  return json.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a valid record passes, each kind of fault is told with its place") {
  const auto validator = RecordValidator::load();
  if (!validator) {
    CHECK(validator.error().message == "is not built in");
    return;
  }
  const std::string valid = valid_record();
  const Status passed = validator->check(valid);
  INFO((passed ? "" : passed.error().message));
  CHECK(passed.ok());
  for (const auto& [from, to] :
       {std::pair<std::string, std::string>{R"("kind":"count")", R"("kind":"weight")"},
        {R"("confidence":0.97)", R"("confidence":1.5)"},
        {R"("start":16,)", R"("start":"16",)"},
        {R"("per":null,)", ""},
        {R"("byline":null)", R"("byline":"")"},
        {R"("schema":"solieu.article/1")", R"("schema":"solieu.article/2")"},
        {R"("language":"vi")", R"("language":"vi","more":1)"}}) {
    INFO(to);
    const Status status = validator->check(changed(valid, from, to));
    REQUIRE_FALSE(status.ok());
    CHECK(status.error().code == Error::Code::kOutput);
    CHECK(status.error().message.find("not valid: ") != std::string::npos);
  }
  CHECK_FALSE(validator->check("{").ok());
}
