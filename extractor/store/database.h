// SQLite with errors as values. Not thread-safe: a connection belongs to one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "solieu/status.h"

struct sqlite3;
struct sqlite3_stmt;

namespace solieu {

struct Schema;

// A prepared statement. Parameters and columns count from 0. Lives no longer than its Database.
class Statement {
 public:
  Statement() = default;

  // Binding copies nothing: texts and blobs must stay until `reset` or the next binding.
  void bind(int parameter, std::string_view text);
  void bind(int parameter, int64_t value);
  void bind_blob(int parameter, std::string_view bytes);
  void bind_null(int parameter);

  // True when there is a row. After false or an error the statement is reset.
  Result<bool> step();
  // Runs to the end, for statements without rows.
  Status run();
  void reset();

  // Of the row at hand; texts hold until the next step or reset. NULL is 0 and "".
  int columns() const;
  std::string_view name(int column) const;
  bool is_null(int column) const;
  bool is_number(int column) const;
  int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;
  std::string_view blob(int column) const;

 private:
  friend class Database;
  struct Close {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Close> statement_;
  std::string place_;
  Error::Code code_ = Error::Code::kInput;
};

// A connection. Errors have code kOutput when it may write, kInput when it only reads, and name the
// file.
class Database {
 public:
  enum class Mode { kRead, kWrite };

  // Opens a store and brings it to the schema of this version: kWrite makes the file when there is
  // none and runs the migrations that are due; kRead refuses a store of an older schema, whose
  // remedy is any writing run. Errors: no store of solieu, a newer schema, locked by another run.
  Database() = default;
  static Result<Database> open(const std::filesystem::path& path, Mode mode);

  Result<Statement> prepare(std::string_view sql) const;
  // Runs statements that have no parameters and no rows.
  Status execute(std::string_view sql) const;
  // The SQL function plain(text) of store/plain.h, NULL for NULL.
  Status add_plain() const;
  // Rows inserted, updated and deleted since it was opened, also by triggers.
  int64_t changes() const;
  int64_t last_rowid() const;

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  Result<int> schema_version() const;  // 0: the file is new
  Status migrate(Mode mode) const;
  Status run_migrations(const Schema& schema) const;
  Error failed() const;

  std::unique_ptr<sqlite3, Close> database_;
  std::string place_;
  Error::Code code_ = Error::Code::kInput;
};

}  // namespace solieu
