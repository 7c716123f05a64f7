#include "store/database.h"

#include <sqlite3.h>

#include "store/plain.h"
#include "store/schema.h"

namespace solieu {
namespace {

constexpr int kPatience = 10'000;  // ms to wait for another writer's transaction

Error database_error(Error::Code code, const std::string& place, sqlite3* database) {
  const int reason = sqlite3_errcode(database);
  std::string remedy;
  if (reason == SQLITE_BUSY || reason == SQLITE_LOCKED) {
    remedy = "another run is writing it: wait for its end";
  } else if (reason == SQLITE_FULL || reason == SQLITE_IOERR) {
    remedy = "check the disk and its free space";
  } else if (reason == SQLITE_CANTOPEN || reason == SQLITE_READONLY) {
    remedy = "check the folder and the permissions";
  } else if (reason == SQLITE_NOTADB || reason == SQLITE_CORRUPT) {
    remedy = "give a store that `solieu extract --to sqlite:FILE` wrote";
  }
  return {code, place, sqlite3_errmsg(database), remedy};
}

}  // namespace

void Statement::Close::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Statement::bind(int parameter, std::string_view text) {
  // A null pointer would bind NULL.
  sqlite3_bind_text64(statement_.get(), parameter + 1, text.empty() ? "" : text.data(), text.size(),
                      SQLITE_STATIC, SQLITE_UTF8);
}
void Statement::bind(int parameter, int64_t value) {
  sqlite3_bind_int64(statement_.get(), parameter + 1, value);
}
void Statement::bind_blob(int parameter, std::string_view bytes) {
  sqlite3_bind_blob64(statement_.get(), parameter + 1, bytes.empty() ? "" : bytes.data(),
                      bytes.size(), SQLITE_STATIC);
}
void Statement::bind_null(int parameter) { sqlite3_bind_null(statement_.get(), parameter + 1); }

Result<bool> Statement::step() {
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) {
    reset();
    return false;
  }
  Error error = database_error(code_, place_, sqlite3_db_handle(statement_.get()));
  reset();
  return error;
}
Status Statement::run() {
  for (;;) {
    const auto row = step();
    if (!row) return row.error();
    if (!*row) return {};
  }
}
void Statement::reset() { sqlite3_reset(statement_.get()); }

int Statement::columns() const { return sqlite3_column_count(statement_.get()); }
std::string_view Statement::name(int column) const {
  return sqlite3_column_name(statement_.get(), column);
}
bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
bool Statement::is_number(int column) const {
  const int type = sqlite3_column_type(statement_.get(), column);
  return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}
int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}
double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }
std::string_view Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (text == nullptr) return {};
  return {text, static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column))};
}
std::string_view Statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Error Database::failed() const { return database_error(code_, place_, database_.get()); }

Result<Database> Database::open(const std::filesystem::path& path, Mode mode) {
  Database out;
  out.place_ = path.string();
  out.code_ = mode == Mode::kWrite ? Error::Code::kOutput : Error::Code::kInput;
  const int flags =
      SQLITE_OPEN_NOMUTEX |
      (mode == Mode::kWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
  sqlite3* handle = nullptr;
  const int opened = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  out.database_.reset(handle);
  if (opened != SQLITE_OK) return out.failed();
  sqlite3_busy_timeout(handle, kPatience);
  if (Status done = out.migrate(mode); !done) return done.error();
  return out;
}

Result<int> Database::schema_version() const {
  auto known = prepare(
      "SELECT count(*), sum(name = 'migrations'), sum(name = 'articles') FROM sqlite_schema");
  if (!known) return known.error();
  if (auto row = known->step(); !row) return row.error();
  if (known->integer(0) == 0) return 0;
  if (known->integer(1) == 0 || known->integer(2) == 0) {
    return Error{code_, place_, "is a database, but no store of solieu",
                 "name another file, or a new one"};
  }
  auto newest = prepare("SELECT max(version) FROM migrations");
  if (!newest) return newest.error();
  if (auto row = newest->step(); !row) return row.error();
  return static_cast<int>(newest->integer(0));
}

Status Database::migrate(Mode mode) const {
  if (Status done = execute("PRAGMA foreign_keys = ON"); !done) return done;
  const Schema schema = sqlite_schema();
  const auto found = schema_version();
  if (!found) return found.error();
  if (*found > schema.version()) {
    return Error{code_, place_, "was written by a newer solieu", "use that one"};
  }
  if (mode == Mode::kRead) {
    if (*found == schema.version()) return {};
    return Error{code_, place_, *found == 0 ? "is empty" : "was written by an older solieu",
                 "run `solieu extract --to sqlite:" + place_ + "` on it first"};
  }
  // WAL: readers go on while a run writes. FULL: a commit is durable, as a checkpoint has to be.
  if (Status done = execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"); !done) {
    return done;
  }
  if (*found == schema.version()) return {};
  if (Status done = execute("BEGIN IMMEDIATE"); !done) return done;
  const Status made = run_migrations(schema);
  if (!made) {
    static_cast<void>(execute("ROLLBACK"));
    return made;
  }
  return execute("COMMIT");
}

Status Database::run_migrations(const Schema& schema) const {
  // Read again: another run may have been faster.
  const auto found = schema_version();
  if (!found) return found.error();
  if (Status done = execute(schema.preamble); !done) return done;
  for (const Migration& migration : schema.migrations) {
    if (migration.version <= *found) continue;
    if (Status done = execute(migration.sql); !done) return done;
    auto note =
        prepare("INSERT INTO migrations VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))");
    if (!note) return note.error();
    note->bind(0, int64_t{migration.version});
    note->bind(1, migration.title);
    if (Status done = note->run(); !done) return done;
  }
  return {};
}

Result<Statement> Database::prepare(std::string_view sql) const {
  Statement out;
  out.place_ = place_;
  out.code_ = code_;
  sqlite3_stmt* statement = nullptr;
  const int prepared = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  out.statement_.reset(statement);
  if (prepared != SQLITE_OK) return failed();
  return out;
}

Status Database::execute(std::string_view sql) const {
  const std::string terminated(sql);
  if (sqlite3_exec(database_.get(), terminated.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return failed();
  }
  return {};
}

Status Database::add_plain() const {
  const auto call = [](sqlite3_context* context, int, sqlite3_value** values) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    if (text == nullptr) return sqlite3_result_null(context);
    const std::string out = plain({text, static_cast<size_t>(sqlite3_value_bytes(values[0]))});
    sqlite3_result_text64(context, out.data(), out.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  };
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  if (sqlite3_create_function(database_.get(), "plain", 1, flags, nullptr, call, nullptr,
                              nullptr) != SQLITE_OK) {
    return failed();
  }
  return {};
}

int64_t Database::changes() const { return sqlite3_total_changes64(database_.get()); }
int64_t Database::last_rowid() const { return sqlite3_last_insert_rowid(database_.get()); }

}  // namespace solieu
