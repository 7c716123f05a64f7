#include "solieu/json.h"

#include "catch.h"
#include "sample_record.h"

using namespace solieu;

namespace {

std::string json(const ArticleRecord& record, const JsonOptions& options = {}) {
  std::string out;
  append_json(record, options, out);
  return out;
}

size_t count(const std::string& text, const std::string& part) {
  size_t found = 0;
  for (size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++found;
  return found;
}

bool has(const std::string& text, const std::string& part) { return count(text, part) > 0; }

}  // namespace

TEST_CASE("the envelope of an article, keys in the order of the contract") {
  ArticleRecord record = sample_record();
  record.figures.clear();
  record.units.clear();
  record.dates.clear();
  record.checks.clear();
  record.warnings.clear();
  CHECK(json(record) ==
        R"({"schema":"solieu.article/1","status":"ok","duplicate_of":null,"id":"xa-tan-lap",)"
        R"("source":{"uri":"bai/xa-tan-lap.txt","sha256":")" +
            std::string(64, 'a') +
            R"(","bytes":31,"media_type":"text/plain","encoding":"utf-8","captured_at":null},)"
            R"("title":"Trao quà \"Tết ấm\"","byline":null,"site":null,"url":null,"language":"vi",)"
            R"("published":"2023-12-28","modified":null,"text":null,)"
            R"("figures":[],"units":[],"dates":[],"checks":[],"warnings":[],)"
            R"("provenance":{"solieu":")" +
            std::string(version()) + R"(","rules":"5f"}})");
}

TEST_CASE("a figure, with what it says and null for what it does not") {
  const std::string out = json(sample_record());
  CHECK(has(
      out,
      R"({"id":"0000000053e42b95","kind":"count","value":49,"min_value":49,"max_value":49,"of":null,)"
      R"("unit":null,"modifier":"exact","modifier_text":null,"quote":"49","start":16,"end":18,)"
      R"("text_start":12,"text_end":14,"sentence":"Hội đã trao 49 suất quà.",)"
      R"("counted":{"text":"suất quà","lemma":"suất"},"per":null,"table":null,"action":null,)"
      R"("status":"actual","change":null,"period":"2023","period_basis":"article",)"
      R"("unit_org":{"name":"Hội LHPN xã Tân Lập","mention":"Hội","ref":null,"basis":"sentence"},)"
      R"("place":null,"programme":null,"group":0,"confidence":0.97,"rule":"count.noun"})"));
  CHECK(has(out, R"("table":{"row":"Tổng","column":null})"));
  CHECK(has(out, R"("period":null,"period_basis":null,"unit_org":null)"));
}

TEST_CASE("what needs escaping is found wherever it stands") {
  ArticleRecord record = sample_record();
  const std::pair<char, std::string> kSpecial[] = {
      {'"', R"(\")"}, {'\\', R"(\\)"}, {'\n', R"(\n)"}, {'\x1f', R"(\u001F)"}};
  constexpr size_t kLongest = 70;
  for (size_t size = 1; size <= kLongest; ++size) {
    const std::string plain(size, '~');
    record.byline = plain;
    REQUIRE(has(json(record), R"("byline":")" + plain + R"(",)"));
    for (size_t at = 0; at < size; ++at) {
      for (const auto& [character, escaped] : kSpecial) {
        std::string text = plain;
        text[at] = character;
        record.byline = text;
        const std::string written = plain.substr(0, at) + escaped + plain.substr(at + 1);
        REQUIRE(has(json(record), R"("byline":")" + written + R"(",)"));
      }
    }
  }
}

TEST_CASE("numbers are written in full, never through a double") {
  const std::string out = json(sample_record());
  CHECK(has(out, R"("value":null,"min_value":2500000000000000000000,"max_value":null)"));
  CHECK(has(out, R"("baseline":"năm 2022","baseline_value":-0.005)"));
}

TEST_CASE("figures of one sentence repeat it, the next sentence is its own") {
  ArticleRecord record = sample_record();
  const std::string other = "Dòng \"hai\"\nxuống dòng.";
  Figure more = record.figures.back();
  more.sentence = other;
  record.figures.push_back(more);
  more.sentence = record.text;
  record.figures.push_back(more);
  const std::string out = json(record);
  CHECK(count(out, R"("sentence":"Hội đã trao 49 suất quà.","counted")") == 3);
  CHECK(count(out, R"("sentence":"Dòng \"hai\"\nxuống dòng.","counted")") == 1);
}

TEST_CASE("units, dates, checks and warnings") {
  const std::string out = json(sample_record());
  CHECK(has(out, R"("units":[{"id":"0000000000000007","mention":null,"name":"xã Tân Lập",)"));
  CHECK(has(out, R"("dates":[{"quote":null,"value":"2023-10","role":"period","start":0,)"));
  CHECK(has(out, R"("figures":["0000000000000001","0000000000000002"],"expected":98,"found":98,)"
                 R"("note":"49 × 2\t= 98"})"));
  CHECK(has(out, R"({"code":"replaced_bytes","message":"m","count":2,"start":3,"end":4})"));
  CHECK(has(out, R"({"code":"no_date","message":"m","count":1,"start":null,"end":null})"));
}

TEST_CASE("the text is there when asked for") {
  CHECK(has(json(sample_record(), {.with_text = true}), R"("text":"Hội đã trao 49 suất quà.",)"));
}
