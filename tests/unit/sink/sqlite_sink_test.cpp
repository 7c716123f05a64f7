#include "sink/sqlite_sink.h"

#include <functional>

#include "catch.h"
#include "sample_record.h"
#include "store/database.h"
#include "temp_folder.h"

using namespace solieu;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, const std::function<void(Sink&)>& what) {
  auto sink = open_sqlite_sink(path);
  REQUIRE(sink.ok());
  what(**sink);
  REQUIRE((*sink)->finish().ok());
}

void write(const fs::path& path, const ArticleRecord& record) {
  write(path, [&](Sink& sink) { REQUIRE(sink.write(record).ok()); });
}

// The rows of a query, cells separated by '|', rows by '\n'.
std::string ask(const fs::path& path, std::string_view sql) {
  const auto store = Database::open(path, Database::Mode::kRead);
  REQUIRE(store.ok());
  auto rows = store->prepare(sql);
  REQUIRE(rows.ok());
  std::string out;
  while (rows->step().value()) {
    for (int i = 0; i < rows->columns(); ++i) out.append(i == 0 ? "" : "|").append(rows->text(i));
    out += '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("a record is stored whole: values exact, text, evidence, confidence, rule") {
  const TempFolder folder;
  const auto path = folder.path() / "s.db";
  write(path, sample_record());
  CHECK(
      ask(path, "SELECT id, status, title, published_day, text, length(signature) FROM articles") ==
      "xa-tan-lap|ok|Trao quà \"Tết ấm\"|2023-12-28|Hội đã trao 49 suất quà.|64\n");
  CHECK(ask(path,
            "SELECT id, value, value_num + 1, source_start, source_end, text_start, text_end, "
            "counted_lemma, unit_org, confidence, rule FROM figures WHERE kind = 'count'") ==
        "0000000053e42b95|49|50|16|18|12|14|suất|Hội LHPN xã Tân Lập|0.97|count.noun\n");
  CHECK(ask(path,
            "SELECT value IS NULL, min_value, change, change_baseline_value, table_row "
            "FROM figures WHERE kind = 'money'") ==
        "1|2500000000000000000000|decrease|-0.005|Tổng\n");
  CHECK(ask(path, "SELECT kind, holds, figures, expected FROM checks") ==
        "product|1|[\"0000000000000001\",\"0000000000000002\"]|98\n");
  CHECK(ask(path, "SELECT n, k, id FROM check_figures") ==
        "0|0|0000000000000001\n0|1|0000000000000002\n");
  CHECK(ask(path, "SELECT n, code, source_start FROM warnings") ==
        "0|replaced_bytes|3\n1|no_date|\n");
  CHECK(ask(path, "SELECT name, id FROM units") == "xã Tân Lập|0000000000000007\n");
  CHECK(ask(path, "SELECT value, role FROM dates") == "2023-10|period\n");
}

TEST_CASE("text is found without marks, with đ as d") {
  const TempFolder folder;
  const auto path = folder.path() / "s.db";
  ArticleRecord record = sample_record();
  record.text = "Đường liên xã ở Hòa Bình được bê tông hóa.";
  write(path, record);
  const std::string_view found = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH ";
  CHECK(ask(path, std::string(found) + "'duong hoa binh duoc'") == "1\n");
  CHECK(ask(path, std::string(found) + "'\"trao qua\"'") == "1\n");
  record.text = "Trường mầm non mới.";
  write(path, record);
  CHECK(ask(path, std::string(found) + "'duong'") == "0\n");
  CHECK(ask(path, std::string(found) + "'truong'") == "1\n");
  const auto store = Database::open(path, Database::Mode::kWrite);
  REQUIRE(store.ok());
  CHECK(
      store->execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
          .ok());
}

TEST_CASE("a second run changes no byte of the file") {
  const TempFolder folder;
  const auto path = folder.path() / "s.db";
  write(path, sample_record());
  const std::string before = folder.read("s.db");
  write(path, sample_record());
  CHECK((folder.read("s.db") == before));
  CHECK(folder.entries() == 1);
}

TEST_CASE("what an article does not have any more goes, what stays keeps its row") {
  const TempFolder folder;
  const auto path = folder.path() / "s.db";
  ArticleRecord record = sample_record();
  write(path, record);
  const std::string row = "SELECT article, figure, modifier FROM figures WHERE kind = 'count'";
  CHECK(ask(path, row) == "1|1|exact\n");
  record.figures.pop_back();
  record.figures[0].modifier = Modifier::kApprox;
  record.dates.clear();
  record.warnings.pop_back();
  write(path, record);
  CHECK(ask(path, row) == "1|1|approx\n");
  CHECK(ask(path,
            "SELECT (SELECT count(*) FROM figures), (SELECT count(*) FROM dates), "
            "(SELECT count(*) FROM warnings), (SELECT count(*) FROM units)") == "1|0|1|1\n");
}

TEST_CASE("an article that is gone leaves its text and no figures, and may come back") {
  const TempFolder folder;
  const auto path = folder.path() / "s.db";
  write(path, sample_record());
  write(path, [](Sink& sink) {
    REQUIRE(sink.remove("xa-tan-lap").ok());
    REQUIRE(sink.remove("never-there").ok());
  });
  const std::string counts =
      "SELECT status, length(text) > 0, (SELECT count(*) FROM figures) FROM articles";
  CHECK(ask(path, counts) == "gone|1|0\n");
  write(path, sample_record());
  CHECK(ask(path, counts) == "ok|1|2\n");
}

TEST_CASE("what was not checkpointed is not seen and is undone") {
  const TempFolder folder;
  const auto path = folder.path() / "s.db";
  {
    auto sink = open_sqlite_sink(path);
    REQUIRE(sink.ok());
    REQUIRE((*sink)->write(sample_record()).ok());
    const auto position = (*sink)->checkpoint();
    REQUIRE(position.ok());
    CHECK(position->empty());
    ArticleRecord more = sample_record();
    more.document->id = "second";
    REQUIRE((*sink)->write(more).ok());
    CHECK(ask(path, "SELECT count(*) FROM articles") == "1\n");
  }
  CHECK(ask(path, "SELECT count(*) FROM articles") == "1\n");
}

TEST_CASE("an incremental run keeps what is there with the same content") {
  const TempFolder folder;
  const auto path = folder.path() / "s.db";
  write(path, sample_record());
  auto sink = open_sqlite_sink(path, {.position = {}, .keep = true});
  REQUIRE(sink.ok());
  CHECK((*sink)->has("xa-tan-lap", std::string(64, 'a')));
  CHECK_FALSE((*sink)->has("xa-tan-lap", std::string(64, 'b')));
  CHECK_FALSE((*sink)->has("another", std::string(64, 'a')));
  REQUIRE((*sink)->keep("xa-tan-lap").ok());
  REQUIRE((*sink)->remove("xa-tan-lap").ok());
  REQUIRE((*sink)->checkpoint().ok());
  CHECK_FALSE((*sink)->has("xa-tan-lap", std::string(64, 'a')));
  REQUIRE((*sink)->finish().ok());
}

TEST_CASE("runs are told apart by version and rules") {
  const TempFolder folder;
  const auto path = folder.path() / "s.db";
  write(path, sample_record());
  ArticleRecord record = sample_record();
  record.rules = "60";
  write(path, record);
  write(path, record);
  CHECK(
      ask(path, "SELECT count(*), (SELECT rules FROM articles JOIN runs USING (run)) FROM runs") ==
      "2|60\n");
}
