// The SQLite sink against bare prepared inserts of the same rows into the same tables. Prints both
// and their ratio; exits with 1 when it is above 1.5.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/tsv.h"
#include "sink/sqlite_sink.h"
#include "solieu/extractor.h"
#include "store/database.h"

using namespace solieu;
namespace fs = std::filesystem;

namespace {

constexpr int kArticles = 5000;
constexpr int kRounds = 3;
constexpr double kAllowed = 1.5;

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

[[noreturn]] void give_up(const Error& error) {
  std::fprintf(stderr, "%s\n", error.to_string().c_str());
  std::exit(2);
}
template <class T>
T must(Result<T> result) {
  if (!result) give_up(result.error());
  return std::move(*result);
}
void must(const Status& status) {
  if (!status) give_up(status.error());
}

// Records of the corpus, over and over under new ids.
std::vector<ArticleRecord> records(const Extractor& extractor) {
  std::vector<Document> documents;
  for (const auto& entry : fs::directory_iterator(fs::path(SOLIEU_SOURCE_DIR) / "corpus" / "dev")) {
    if (entry.path().extension() != ".txt") continue;
    Document document;
    document.uri = entry.path().string();
    document.bytes = must(read_file(entry.path()));
    documents.push_back(std::move(document));
  }
  std::vector<ArticleRecord> out;
  for (int i = 0; i < kArticles; ++i) {
    Document document = documents[static_cast<size_t>(i) % documents.size()];
    char id[16];
    std::snprintf(id, sizeof id, "%07d", i);
    document.id = id;
    out.push_back(extractor.extract(std::move(document)));
  }
  return out;
}

double through_sink(const std::vector<ArticleRecord>& all, const fs::path& path) {
  const auto start = std::chrono::steady_clock::now();
  const auto sink = must(open_sqlite_sink(path));
  for (const ArticleRecord& record : all) must(sink->write(record));
  must(sink->finish());
  return seconds_since(start);
}

// A table's rows, read before the clock runs.
struct Rows {
  std::string insert;
  int columns = 0;
  std::vector<std::string> cells;
  std::vector<char> kinds;  // t, i, b or -
};

Rows read_rows(const Database& store, const std::string& table) {
  std::string names;
  std::string marks;
  Rows out;
  auto info = must(store.prepare("SELECT name FROM pragma_table_info('" + table + "')"));
  while (must(info.step())) {
    names += (names.empty() ? "" : ", ") + std::string(info.text(0));
    marks += marks.empty() ? "?" : ", ?";
    ++out.columns;
  }
  out.insert = "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")";
  auto rows = must(store.prepare("SELECT " + names + " FROM " + table));
  while (must(rows.step())) {
    for (int i = 0; i < out.columns; ++i) {
      const bool blob = rows.name(i) == "signature";
      out.kinds.push_back(rows.is_null(i) ? '-' : blob ? 'b' : rows.is_number(i) ? 'i' : 't');
      out.cells.emplace_back(blob ? rows.blob(i) : rows.text(i));
    }
  }
  return out;
}

double bare(const std::vector<Rows>& tables, const fs::path& path) {
  const auto start = std::chrono::steady_clock::now();
  const Database store = must(Database::open(path, Database::Mode::kWrite));
  must(store.execute("BEGIN"));
  for (const Rows& rows : tables) {
    auto insert = must(store.prepare(rows.insert));
    for (size_t at = 0; at < rows.cells.size();) {
      for (int i = 0; i < rows.columns; ++i, ++at) {
        const std::string& cell = rows.cells[at];
        switch (rows.kinds[at]) {
          case '-':
            insert.bind_null(i);
            break;
          case 'b':
            insert.bind_blob(i, cell);
            break;
          case 'i':
            // A confidence is a text here, as in the sink.
            if (cell.find('.') == std::string::npos) {
              insert.bind(i, int64_t{std::stoll(cell)});
            } else {
              insert.bind(i, cell);
            }
            break;
          default:
            insert.bind(i, cell);
        }
      }
      must(insert.run());
    }
  }
  must(store.execute("COMMIT"));
  return seconds_since(start);
}

}  // namespace

int main() {
  const fs::path folder = fs::temp_directory_path() / "solieu-store-bench";
  fs::remove_all(folder);
  fs::create_directories(folder);
  const Extractor extractor =
      must(Extractor::load({.rules = SOLIEU_SOURCE_DIR "/rules", .rules_extra = {}}));
  const auto all = records(extractor);
  through_sink(all, folder / "rows.db");
  std::vector<Rows> tables;
  size_t count = 0;
  {
    const Database store = must(Database::open(folder / "rows.db", Database::Mode::kRead));
    for (const char* table :
         {"runs", "articles", "figures", "units", "dates", "checks", "warnings"}) {
      tables.push_back(read_rows(store, table));
      count += tables.back().cells.size() / static_cast<size_t>(tables.back().columns);
    }
  }
  // The best of several, in turns, so that other load falls on both.
  double sink = 1e9;
  double inserts = 1e9;
  double again = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    fs::remove(folder / "sink.db");
    fs::remove(folder / "bare.db");
    sink = std::min(sink, through_sink(all, folder / "sink.db"));
    again = std::min(again, through_sink(all, folder / "sink.db"));
    inserts = std::min(inserts, bare(tables, folder / "bare.db"));
  }
  fs::remove_all(folder);
  const auto rate = [&](double seconds) { return static_cast<double>(count) / seconds; };
  std::printf(
      "%zu rows: bare inserts %.2f s (%.0f rows/s), sink %.2f s (%.0f rows/s), ratio %.2f; "
      "a second run %.2f s\n",
      count, inserts, rate(inserts), sink, rate(sink), sink / inserts, again);
  return sink / inserts <= kAllowed ? 0 : 1;
}
