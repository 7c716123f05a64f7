#include "sink/sqlite_sink.h"

#include <deque>
#include <mutex>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "record/columns.h"
#include "sink/upsert.h"
#include "solieu/json.h"
#include "store/database.h"
#include "store/packed_offsets.h"
#include "store/similar.h"

namespace solieu {
namespace {

// Binds cells; numbers that are no integers are bound as text, exactly. The texts live here until
// the next row.
class Binder {
 public:
  void bind(Statement& statement, int parameter, const Cell& cell) {
    switch (cell.type()) {
      case Cell::Type::kNull:
        return statement.bind_null(parameter);
      case Cell::Type::kText:
        return statement.bind(parameter, cell.as_text());
      case Cell::Type::kInteger:
        return statement.bind(parameter, cell.as_integer());
      default:
        break;
    }
    const auto index = static_cast<size_t>(parameter);
    while (texts_.size() <= index) texts_.emplace_back();
    texts_[index].clear();
    cell.append_to(texts_[index]);
    statement.bind(parameter, texts_[index]);
  }

 private:
  std::deque<std::string> texts_;  // a deque never moves what is bound
};

template <class Row>
std::vector<std::string> names_of(Columns<Row> columns) {
  std::vector<std::string> out;
  for (const auto& column : columns) out.emplace_back(column.name);
  return out;
}

std::string insert_into(std::string_view table, const std::vector<std::string>& columns) {
  std::string marks;
  for (size_t i = 0; i < columns.size(); ++i) marks += i == 0 ? "?" : ", ?";
  return "INSERT INTO " + std::string(table) + " (" + comma_list(columns) + ") VALUES (" + marks +
         ")";
}

// The rows of one of a record's lists.
template <class Row>
class ListWriter {
 public:
  Status prepare(const Database& database, const Table<Row>& table) {
    table_ = table;
    by_id_ = table.key == "id";
    std::vector<std::string> columns = names_of(table.columns);
    if (by_id_) columns.erase(columns.begin());
    std::vector<std::string> keys = {"article", std::string(table.key)};
    std::vector<std::string> all = keys;
    all.insert(all.end(), columns.begin(), columns.end());
    const std::string name(table.name);
    auto upsert =
        database.prepare(insert_into(name, all) + on_conflict_update(name, keys, columns));
    if (!upsert) return upsert.error();
    upsert_ = std::move(*upsert);
    // Rows are the first n by their place in the list, or those whose ids it has.
    auto stale =
        database.prepare("DELETE FROM " + name + " WHERE article = ?1 AND " +
                         (by_id_ ? "id NOT IN (SELECT value FROM json_each(?2))" : "n >= ?2"));
    if (!stale) return stale.error();
    stale_ = std::move(*stale);
    return {};
  }

  Status write(int64_t article, const ArticleRecord& record, bool known) {
    const std::vector<Row>& rows = record.*table_.rows;
    for (size_t n = 0; n < rows.size(); ++n) {
      int parameter = 0;
      upsert_.bind(parameter++, article);
      if (!by_id_) upsert_.bind(parameter++, static_cast<int64_t>(n));
      for (const auto& column : table_.columns) {
        binder_.bind(upsert_, parameter++, column.get(rows[n]));
      }
      if (Status done = upsert_.run(); !done) return done;
    }
    return known ? remove_stale(article, rows) : Status();
  }

  // Removes all rows of an article.
  Status clear(int64_t article) { return remove_stale(article, {}); }

 private:
  Status remove_stale(int64_t article, const std::vector<Row>& rows) {
    stale_.bind(0, article);
    std::string ids = "[";
    if (by_id_) {
      for (const Row& row : rows) {
        ids += ids.size() == 1 ? "\"" : ",\"";
        table_.columns[0].get(row).append_to(ids);
        ids += '"';
      }
      ids += ']';
      stale_.bind(1, ids);
    } else {
      stale_.bind(1, static_cast<int64_t>(rows.size()));
    }
    return stale_.run();
  }

  Table<Row> table_{};
  bool by_id_ = false;
  Statement upsert_;
  Statement stale_;
  Binder binder_;
};

// What earlier runs wrote, asked through a connection of its own because other threads ask.
class EarlierArticles {
 public:
  static Result<std::unique_ptr<EarlierArticles>> open(const std::filesystem::path& path) {
    auto database = Database::open(path, Database::Mode::kRead);
    if (!database) return database.error();
    auto find = database->prepare(
        "SELECT 1 FROM articles WHERE id = ? AND sha256 = ? AND status <> 'gone'");
    if (!find) return find.error();
    auto out = std::make_unique<EarlierArticles>();
    out->database_ = std::move(*database);
    out->find_ = std::move(*find);
    return out;
  }

  bool has(std::string_view id, std::string_view sha256) {
    const std::lock_guard lock(mutex_);
    find_.bind(0, id);
    find_.bind(1, sha256);
    const auto row = find_.step();
    find_.reset();
    return row && *row;  // an error will show where it matters, when the article is written
  }

 private:
  std::mutex mutex_;
  Database database_;  // outlives the statement
  Statement find_;
};

class SqliteSink final : public Sink {
 public:
  SqliteSink(Database database, std::unique_ptr<EarlierArticles> earlier)
      : database_(std::move(database)), earlier_(std::move(earlier)) {}

  Status prepare() {
    std::vector<std::string> columns = names_of(article_columns());
    columns.insert(columns.end(), {"signature", "offsets", "run"});
    const std::string insert = insert_into("articles", columns);
    columns.erase(columns.begin());
    const std::pair<Statement*, std::string> statements[] = {
        {&find_, "SELECT article FROM articles WHERE id = ?"},
        {&upsert_, insert + on_conflict_update("articles", {"id"}, columns)},
        {&gone_, "UPDATE articles SET status = 'gone' WHERE article = ? AND status <> 'gone'"},
        {&run_,
         "INSERT INTO runs (solieu, rules, started) "
         "VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')) ON CONFLICT DO NOTHING"},
        {&find_run_, "SELECT run FROM runs WHERE solieu = ? AND rules = ?"},
    };
    for (const auto& [statement, sql] : statements) {
      auto prepared = database_.prepare(sql);
      if (!prepared) return prepared.error();
      *statement = std::move(*prepared);
    }
    Status status;
    for_each_table([&](const auto& table) {
      if (status) status = writer(table).prepare(database_, table);
    });
    return status;
  }

  Status write(const ArticleRecord& record) override {
    if (Status begun = begin(); !begun) return begun;
    if (Status found = find_run(record.rules); !found) return found;
    const auto known = find(record.document->id);
    if (!known) return known.error();

    int parameter = 0;
    for (const auto& column : article_columns()) {
      binder_.bind(upsert_, parameter++, column.get(record));
    }
    const std::string signed_text = to_bytes(signature(record.text));
    upsert_.bind_blob(parameter++, signed_text);
    const std::string offsets = record.offsets ? pack(*record.offsets) : std::string();
    if (record.offsets) {
      upsert_.bind_blob(parameter++, offsets);
    } else {
      upsert_.bind_null(parameter++);
    }
    upsert_.bind(parameter, run_number_);
    if (Status done = upsert_.run(); !done) return done;

    const int64_t article = *known != 0 ? *known : database_.last_rowid();
    Status status;
    for_each_table([&](const auto& table) {
      if (status) status = writer(table).write(article, record, *known != 0);
    });
    return status;
  }

  Result<std::string> checkpoint() override {
    if (std::exchange(open_, false)) {
      if (Status done = database_.execute("COMMIT"); !done) return done.error();
    }
    return std::string();
  }

  Status finish() override {
    const auto done = checkpoint();
    return done ? Status() : Status(done.error());
  }

  bool has(std::string_view id, std::string_view sha256) const override {
    return earlier_ && earlier_->has(id, sha256);
  }

  // The article's row and text stay, marked as gone: what people decided about it refers to it.
  Status remove(std::string_view id) override {
    if (Status begun = begin(); !begun) return begun;
    const auto known = find(id);
    if (!known) return known.error();
    if (*known == 0) return {};
    gone_.bind(0, *known);
    Status status = gone_.run();
    for_each_table([&](const auto& table) {
      if (status) status = writer(table).clear(*known);
    });
    return status;
  }

 private:
  template <class Row>
  ListWriter<Row>& writer(const Table<Row>&) {
    return std::get<ListWriter<Row>>(writers_);
  }

  Status begin() {
    if (open_) return {};
    open_ = true;
    return database_.execute("BEGIN IMMEDIATE");
  }

  // The number of an article's row, 0 when there is none.
  Result<int64_t> find(std::string_view id) {
    find_.bind(0, id);
    const auto row = find_.step();
    if (!row) return row.error();
    const int64_t article = *row ? find_.integer(0) : 0;
    find_.reset();
    return article;
  }

  Status find_run(std::string_view rules) {
    if (run_number_ != 0 && rules == run_rules_) return {};
    run_rules_ = rules;
    run_.bind(0, version());
    run_.bind(1, run_rules_);
    if (Status done = run_.run(); !done) return done;
    find_run_.bind(0, version());
    find_run_.bind(1, run_rules_);
    if (const auto row = find_run_.step(); !row) return row.error();
    run_number_ = find_run_.integer(0);
    find_run_.reset();
    return {};
  }

  Database database_;  // outlives the statements
  std::unique_ptr<EarlierArticles> earlier_;
  Statement find_, upsert_, gone_, run_, find_run_;
  Binder binder_;
  std::tuple<ListWriter<Figure>, ListWriter<Unit>, ListWriter<DateMention>, ListWriter<Check>,
             ListWriter<Warning>>
      writers_;
  std::string run_rules_;
  int64_t run_number_ = 0;
  bool open_ = false;
};

}  // namespace

Result<std::unique_ptr<Sink>> open_sqlite_sink(const std::filesystem::path& path,
                                               const ReopenOptions& reopen) {
  auto database = Database::open(path, Database::Mode::kWrite);
  if (!database) return database.error();
  std::unique_ptr<EarlierArticles> earlier;
  if (reopen.keep) {
    auto opened = EarlierArticles::open(path);
    if (!opened) return opened.error();
    earlier = std::move(*opened);
  }
  auto sink = std::make_unique<SqliteSink>(std::move(*database), std::move(earlier));
  if (Status prepared = sink->prepare(); !prepared) return prepared.error();
  return std::unique_ptr<Sink>(std::move(sink));
}

}  // namespace solieu
