#include "sink/postgres_sink.h"

#include <libpq-fe.h>

#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "record/columns.h"
#include "sink/upsert.h"
#include "solieu/json.h"
#include "store/packed_offsets.h"
#include "store/schema.h"
#include "store/similar.h"

namespace solieu {
namespace {

constexpr size_t kBufferSize = size_t{4} << 20;

Error database_error(std::string message, std::string remedy = {}) {
  while (!message.empty() && message.back() == '\n') message.pop_back();
  return {Error::Code::kOutput, "postgres", std::move(message), std::move(remedy)};
}

// A connection with errors as values.
class Connection {
 public:
  Status open(const std::string& parameters) {
    connection_.reset(PQconnectdb(parameters.c_str()));
    if (PQstatus(get()) != CONNECTION_OK) {
      return database_error(
          PQerrorMessage(get()),
          "name a server, for example postgres:\"host=/run/postgresql dbname=facts\"");
    }
    PQsetNoticeProcessor(
        get(), [](void*, const char*) {}, nullptr);
    if (std::string_view(PQparameterStatus(get(), "server_encoding")) != "UTF8") {
      return database_error(
          "the database is not in UTF-8",
          "make one with CREATE DATABASE name ENCODING 'UTF8' TEMPLATE template0");
    }
    PQsetClientEncoding(get(), "UTF8");
    return {};
  }

  Status execute(const std::string& sql) { return outcome(PQexec(get(), sql.c_str())); }

  // With texts as parameters; the first value of the first row, or nothing.
  Result<std::string> ask(const std::string& sql, const std::vector<std::string>& parameters) {
    std::vector<const char*> values;
    for (const std::string& parameter : parameters) values.push_back(parameter.c_str());
    const Answer answer(PQexecParams(get(), sql.c_str(), static_cast<int>(values.size()), nullptr,
                                     values.data(), nullptr, nullptr, 0));
    const auto status = PQresultStatus(answer.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
      return database_error(PQerrorMessage(get()));
    }
    return PQntuples(answer.get()) == 0 ? std::string() : PQgetvalue(answer.get(), 0, 0);
  }

  // The first two columns of each row.
  Status for_each(const std::string& sql,
                  const std::function<void(const char*, const char*)>& use) {
    const Answer answer(PQexec(get(), sql.c_str()));
    if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK) {
      return database_error(PQerrorMessage(get()));
    }
    for (int row = 0; row < PQntuples(answer.get()); ++row) {
      use(PQgetvalue(answer.get(), row, 0), PQgetvalue(answer.get(), row, 1));
    }
    return {};
  }

  // COPY ... FROM STDIN of lines in text format.
  Status copy(const std::string& into, const std::string& lines) {
    const Answer begun(PQexec(get(), ("COPY " + into + " FROM STDIN").c_str()));
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN ||
        PQputCopyData(get(), lines.data(), static_cast<int>(lines.size())) != 1 ||
        PQputCopyEnd(get(), nullptr) != 1) {
      return database_error(PQerrorMessage(get()));
    }
    Status status = outcome(PQgetResult(get()));
    while (const Answer more{PQgetResult(get())}) continue;
    return status;
  }

 private:
  struct Close {
    void operator()(PGconn* connection) const { PQfinish(connection); }
    void operator()(PGresult* result) const { PQclear(result); }
  };
  using Answer = std::unique_ptr<PGresult, Close>;

  PGconn* get() const { return connection_.get(); }
  Status outcome(PGresult* result) {
    const Answer answer(result);
    if (PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK) {
      return {};
    }
    return database_error(PQerrorMessage(get()));
  }

  std::unique_ptr<PGconn, Close> connection_;
};

// Appends a value in COPY's text format.
void append_copied(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\0':
        out += "\uFFFD";  // PostgreSQL has no NUL; one code point, so that offsets hold
        break;
      default:
        out += c;
    }
  }
}

// A table, and the temporary one through which its rows come.
struct StagedTable {
  std::string name;
  std::string key;                   // "id", "n", or empty for articles
  std::vector<std::string> columns;  // without article and key
  std::string lines;                 // rows that are not copied yet

  std::string stage() const { return "stage_" + name; }

  std::string create_stage() const {
    return "CREATE TEMP TABLE " + stage() + " ON COMMIT DELETE ROWS AS SELECT " +
           (key.empty() ? "id" : "''::text AS article_id, " + key) + ", " + comma_list(columns) +
           " FROM " + name + " LIMIT 0";
  }
  std::string upsert() const {
    if (key.empty()) {
      return "INSERT INTO articles (id, " + comma_list(columns) + ") SELECT id, " +
             comma_list(columns) + " FROM " + stage() + on_conflict_update(name, {"id"}, columns);
    }
    return "INSERT INTO " + name + " (article, " + key + ", " + comma_list(columns) +
           ") SELECT a.article, s." + key + ", " + comma_list(columns, "s.") + " FROM " + stage() +
           " s JOIN articles a ON a.id = s.article_id" +
           on_conflict_update(name, {"article", key}, columns);
  }
  // What the articles at hand do not have any more.
  std::string remove_stale() const {
    return "DELETE FROM " + name + " t USING articles a JOIN stage_articles sa USING (id) " +
           "WHERE t.article = a.article AND NOT EXISTS (SELECT FROM " + stage() +
           " s WHERE s.article_id = a.id AND s." + key + " = t." + key + ")";
  }
};

class PostgresSink final : public Sink {
 public:
  Status open(const std::string& parameters) {
    if (Status done = connection_.open(parameters); !done) return done;
    if (Status done = migrate(); !done) return done;

    StagedTable& articles = tables_.emplace_back();
    articles.name = "articles";
    for (const auto& column : article_columns()) articles.columns.emplace_back(column.name);
    articles.columns.erase(articles.columns.begin());  // id
    articles.columns.insert(articles.columns.end(), {"signature", "offsets", "run"});
    for_each_table([this](const auto& table) {
      StagedTable& staged = tables_.emplace_back();
      staged.name = table.name;
      staged.key = table.key;
      for (const auto& column : table.columns) {
        if (column.name != table.key) staged.columns.emplace_back(column.name);
      }
    });
    for (const StagedTable& table : tables_) {
      if (Status done = connection_.execute(table.create_stage()); !done) return done;
    }
    return {};
  }

  // Reads what earlier runs wrote, for `has`.
  Status read_earlier() {
    return connection_.for_each(
        "SELECT id, sha256 FROM articles WHERE status <> 'gone'",
        [this](const char* id, const char* sha256) { earlier_.emplace(id, sha256); });
  }

  Status write(const ArticleRecord& record) override {
    if (Status begun = begin(); !begun) return begun;
    if (Status found = find_run(record.rules); !found) return found;
    std::string& lines = tables_[0].lines;
    const size_t before = lines.size();
    for (const auto& column : article_columns()) add(column.get(record), lines);
    append_bytes(to_bytes(signature(record.text)), lines);
    lines += '\t';
    if (record.offsets) {
      append_bytes(pack(*record.offsets), lines);
    } else {
      lines += "\\N";
    }
    lines.append("\t").append(run_number_).append("\n");
    buffered_ += lines.size() - before;

    size_t index = 1;
    for_each_table([&](const auto& table) { add_rows(table, record, tables_[index++].lines); });
    return buffered_ < kBufferSize ? Status() : copy();
  }

  Result<std::string> checkpoint() override {
    if (open_) {
      if (Status done = upsert(); !done) return done.error();
      if (Status done = connection_.execute("COMMIT"); !done) return done.error();
      open_ = false;
    }
    return std::string();
  }

  Status finish() override {
    const auto done = checkpoint();
    return done ? Status() : Status(done.error());
  }

  bool has(std::string_view id, std::string_view sha256) const override {
    const auto found = earlier_.find(std::string(id));
    return found != earlier_.end() && found->second == sha256;
  }

  // The article's row and text stay, marked as gone: what people decided about it refers to it.
  Status remove(std::string_view id) override {
    if (Status begun = begin(); !begun) return begun;
    const std::vector<std::string> parameters = {std::string(id)};
    const auto gone = connection_.ask(
        "UPDATE articles SET status = 'gone' WHERE id = $1 AND status <> 'gone'", parameters);
    if (!gone) return gone.error();
    for (size_t i = 1; i < tables_.size(); ++i) {
      const auto cleared =
          connection_.ask("DELETE FROM " + tables_[i].name +
                              " WHERE article = (SELECT article FROM articles WHERE id = $1)",
                          parameters);
      if (!cleared) return cleared.error();
    }
    return {};
  }

 private:
  Status migrate() {
    const Schema schema = postgres_schema();
    // One run at a time; the lock ends with the transaction.
    Status done = connection_.execute("BEGIN; SELECT pg_advisory_xact_lock(7306372849)");
    if (done) done = connection_.execute(std::string(schema.preamble));
    if (!done) return done;
    const auto found = connection_.ask("SELECT coalesce(max(version), 0) FROM migrations", {});
    if (!found) return found.error();
    const int version = std::stoi(*found);
    if (version > schema.version()) {
      return database_error("the tables were made by a newer solieu", "use that one");
    }
    for (const Migration& migration : schema.migrations) {
      if (migration.version <= version) continue;
      if (done = connection_.execute(std::string(migration.sql)); !done) return done;
      const auto noted = connection_.ask("INSERT INTO migrations (version, title) VALUES ($1, $2)",
                                         {std::to_string(migration.version), migration.title});
      if (!noted) return noted.error();
    }
    return connection_.execute("COMMIT");
  }

  Status begin() {
    if (std::exchange(open_, true)) return {};
    return connection_.execute("BEGIN");
  }

  Status find_run(std::string_view rules) {
    if (!run_number_.empty() && rules == run_rules_) return {};
    run_rules_ = rules;
    const std::vector<std::string> parameters = {std::string(version()), run_rules_};
    const auto made = connection_.ask(
        "INSERT INTO runs (solieu, rules) SELECT $1, $2 "
        "WHERE NOT EXISTS (SELECT FROM runs WHERE solieu = $1 AND rules = $2) ON CONFLICT DO "
        "NOTHING",
        parameters);
    if (!made) return made.error();
    auto found =
        connection_.ask("SELECT run FROM runs WHERE solieu = $1 AND rules = $2", parameters);
    if (!found) return found.error();
    run_number_ = std::move(*found);
    return {};
  }

  static void append_bytes(std::string_view bytes, std::string& out) {
    out += "\\\\x";
    for (const char byte : bytes) {
      const auto value = static_cast<unsigned char>(byte);
      out += "0123456789abcdef"[value >> 4];
      out += "0123456789abcdef"[value & 15];
    }
  }

  // A value and a tab.
  void add(const Cell& cell, std::string& out) {
    if (cell.type() == Cell::Type::kText) {
      append_copied(cell.as_text(), out);
    } else if (cell.is_null()) {
      out += "\\N";
    } else {
      cell.append_to(out);
    }
    out += '\t';
  }

  template <class Row>
  void add_rows(const Table<Row>& table, const ArticleRecord& record, std::string& out) {
    const size_t before = out.size();
    const std::vector<Row>& rows = record.*table.rows;
    for (size_t n = 0; n < rows.size(); ++n) {
      add(Cell::text(record.document->id), out);
      if (table.key == "n") out += std::to_string(n) + '\t';
      for (const auto& column : table.columns) add(column.get(rows[n]), out);
      out.back() = '\n';
    }
    buffered_ += out.size() - before;
  }

  // Buffers to the temporary tables.
  Status copy() {
    for (StagedTable& table : tables_) {
      if (table.lines.empty()) continue;
      if (Status done = connection_.copy(table.stage(), table.lines); !done) return done;
      table.lines.clear();
    }
    buffered_ = 0;
    return {};
  }

  // Temporary tables to those that stay.
  Status upsert() {
    if (Status done = copy(); !done) return done;
    for (const StagedTable& table : tables_) {
      // Without statistics the planner takes the temporary tables for small ones.
      if (Status done = connection_.execute("ANALYZE " + table.stage()); !done) return done;
    }
    for (const StagedTable& table : tables_) {
      if (Status done = connection_.execute(table.upsert()); !done) return done;
      if (table.key.empty()) continue;
      if (Status done = connection_.execute(table.remove_stale()); !done) return done;
    }
    return {};
  }

  Connection connection_;
  std::vector<StagedTable> tables_;  // articles first, then as for_each_table has them
  std::unordered_map<std::string, std::string> earlier_;  // id, sha256
  size_t buffered_ = 0;
  std::string run_rules_;
  std::string run_number_;
  bool open_ = false;
};

}  // namespace

Result<std::unique_ptr<Sink>> open_postgres_sink(const std::string& connection,
                                                 const ReopenOptions& reopen) {
  auto sink = std::make_unique<PostgresSink>();
  // Of a URI "postgres://...", what follows the format's name.
  const bool uri = connection.rfind("//", 0) == 0;
  Status opened = sink->open(uri ? "postgresql:" + connection : connection);
  if (opened && reopen.keep) opened = sink->read_earlier();
  if (!opened) return opened.error();
  return std::unique_ptr<Sink>(std::move(sink));
}

}  // namespace solieu
