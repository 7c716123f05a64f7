#include "review/decisions.h"

#include "base/figure_id.h"
#include "solieu/record.h"

namespace solieu {
namespace {

constexpr std::string_view kNow = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')";

void bind_or_null(Statement& statement, int parameter, const std::optional<std::string>& text) {
  if (text) {
    statement.bind(parameter, *text);
  } else {
    statement.bind_null(parameter);
  }
}

std::optional<std::string> text_or_null(const Statement& statement, int column) {
  if (statement.is_null(column)) return std::nullopt;
  return std::string(statement.text(column));
}

// Runs `work` as one transaction.
template <class Work>
Status transaction(const Database& database, Work work) {
  if (Status begun = database.execute("BEGIN IMMEDIATE"); !begun) return begun;
  if (Status done = work(); !done) {
    static_cast<void>(database.execute("ROLLBACK"));
    return done;
  }
  return database.execute("COMMIT");
}

Error stale() {
  return {Error::Code::kUsage, "", "the record has changed since it was shown", "look at it again"};
}

}  // namespace

// A figure as the store has it now: extracted, known to the log only, or both.
struct Decisions::Current {
  int64_t figure = 0;    // its row, 0: not extracted
  int64_t decision = 0;  // the newest that stands, 0: none
  std::optional<std::string> fields;
  std::optional<std::string> after;
};

Result<Decisions::Current> Decisions::current(const FigureKey& key,
                                              const std::optional<std::string>& seen) const {
  auto query = database_.prepare(
      "SELECT f.figure, f.fields, j.decision, CASE WHEN j.state <> 'reopened' THEN j.after END"
      " FROM articles a LEFT JOIN figure_fields f ON f.article = a.article AND f.id = ?2"
      " LEFT JOIN judgements j ON j.article = a.article AND j.id = ?2"
      " AND (?3 = '' OR j.reviewer = ?3) WHERE a.id = ?1 ORDER BY j.decision DESC LIMIT 1");
  if (!query) return query.error();
  query->bind(0, key.article);
  query->bind(1, key.figure);
  query->bind(2, blind_ ? std::string_view(reviewer_) : std::string_view());
  const auto row = query->step();
  if (!row) return row.error();
  if (!*row) return stale();
  Current out{query->integer(0), query->integer(2), text_or_null(*query, 1),
              text_or_null(*query, 3)};
  if (out.fields != seen || (out.figure == 0 && out.decision == 0)) return stale();
  return out;
}

Status Decisions::write(std::string_view action, const FigureKey& key, const Current& now,
                        const std::optional<std::string>& after) {
  // The evidence is copied from the figure, or from the decision that last spoke of it.
  std::string sql =
      "INSERT INTO decisions (batch, at, reviewer, action, article, figure, sha256, before, after,"
      " source_start, source_end, text_start, text_end, sentence, rule, confidence)"
      " SELECT (SELECT coalesce(max(decision), 0) + 1 FROM decisions), ";
  sql += kNow;
  sql += ", ?1, ?2, ?3, ?4, a.sha256, ?5, ?6,";
  sql += now.figure != 0
             ? " f.source_start, f.source_end, f.text_start, f.text_end, f.sentence, f.rule,"
               " f.confidence FROM figures f JOIN articles a USING (article) WHERE f.figure = ?7"
             : " d.source_start, d.source_end, d.text_start, d.text_end, d.sentence, d.rule,"
               " d.confidence FROM decisions d JOIN articles a ON a.id = d.article"
               " WHERE d.decision = ?7";
  auto insert = database_.prepare(sql);
  if (!insert) return insert.error();
  insert->bind(0, reviewer_);
  insert->bind(1, action);
  insert->bind(2, key.article);
  insert->bind(3, key.figure);
  bind_or_null(*insert, 4, now.fields);
  bind_or_null(*insert, 5, after);
  insert->bind(6, now.figure != 0 ? now.figure : now.decision);
  return insert->run();
}

Status Decisions::accept(const FigureKey& key, const std::optional<std::string>& seen) {
  return transaction(database_, [&]() -> Status {
    const auto now = current(key, seen);
    if (!now) return now.error();
    return write("accept", key, *now, now->after);
  });
}

Status Decisions::reject(const FigureKey& key, const std::optional<std::string>& seen) {
  return transaction(database_, [&]() -> Status {
    const auto now = current(key, seen);
    if (!now) return now.error();
    return write("reject", key, *now, now->fields ? std::nullopt : now->after);
  });
}

Status Decisions::edit(const FigureKey& key, const std::optional<std::string>& seen,
                       FieldValues after) {
  auto checked = check_fields(std::move(after));
  if (!checked) return checked.error();
  return transaction(database_, [&]() -> Status {
    const auto now = current(key, seen);
    if (!now) return now.error();
    // The quote is evidence and not for editing.
    auto quote = database_.prepare("SELECT json_extract(coalesce(?1, ?2), '$.quote')");
    if (!quote) return quote.error();
    bind_or_null(*quote, 0, now->fields);
    bind_or_null(*quote, 1, now->after);
    if (auto row = quote->step(); !row) return row.error();
    (*checked)["quote"] = text_or_null(*quote, 0);
    return write("edit", key, *now, to_json(*checked));
  });
}

Result<std::string> Decisions::add(const std::string& article, FieldValues values,
                                   const AddedPlace& place) {
  auto checked = check_fields(std::move(values));
  if (!checked) return checked.error();
  auto source = database_.prepare("SELECT sha256 FROM articles WHERE id = ?");
  if (!source) return source.error();
  source->bind(0, article);
  const auto found = source->step();
  if (!found) return found.error();
  if (!*found) return stale();
  const std::string sha(source->text(0));
  const Kind kind = *kind_named(*checked->at("kind"));
  const std::string id = to_hex(SourceIds(sha).of(name_of(kind), place.source.begin));

  auto insert = database_.prepare(
      "INSERT INTO decisions (batch, at, reviewer, action, article, figure, sha256, after,"
      " source_start, source_end, text_start, text_end, sentence)"
      " SELECT (SELECT coalesce(max(decision), 0) + 1 FROM decisions), " +
      std::string(kNow) +
      ", ?1, 'add', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10"
      " WHERE NOT EXISTS (SELECT 1 FROM figure_fields f JOIN articles a USING (article)"
      " WHERE a.id = ?2 AND f.id = ?3)");
  if (!insert) return insert.error();
  const std::string after = to_json(*checked);
  insert->bind(0, reviewer_);
  insert->bind(1, article);
  insert->bind(2, id);
  insert->bind(3, sha);
  insert->bind(4, after);
  insert->bind(5, int64_t{place.source.begin});
  insert->bind(6, int64_t{place.source.end});
  insert->bind(7, int64_t{place.text.begin});
  insert->bind(8, int64_t{place.text.end});
  insert->bind(9, place.sentence);
  const int64_t before = database_.changes();
  if (Status done = insert->run(); !done) return done.error();
  if (database_.changes() == before) {
    return Error{Error::Code::kInput, "", "a figure of this kind begins there already",
                 "correct that one"};
  }
  return id;
}

Status Decisions::accept_all(const std::vector<int64_t>& figures) {
  return transaction(database_, [&]() -> Status {
    auto batch = database_.prepare("SELECT coalesce(max(decision), 0) + 1 FROM decisions");
    if (!batch) return batch.error();
    if (auto row = batch->step(); !row) return row.error();
    const int64_t number = batch->integer(0);
    batch->reset();
    auto insert = database_.prepare(
        "INSERT INTO decisions (batch, at, reviewer, action, article, figure, sha256, before,"
        " source_start, source_end, text_start, text_end, sentence, rule, confidence)"
        " SELECT ?1, " +
        std::string(kNow) +
        ", ?2, 'accept', a.id, f.id, a.sha256, w.fields, f.source_start, f.source_end,"
        " f.text_start, f.text_end, f.sentence, f.rule, f.confidence"
        " FROM figures f JOIN articles a USING (article) JOIN figure_fields w USING (figure)"
        " WHERE f.figure = ?3");
    if (!insert) return insert.error();
    insert->bind(0, number);
    insert->bind(1, reviewer_);
    for (const int64_t figure : figures) {
      insert->bind(2, figure);
      if (Status done = insert->run(); !done) return done;
    }
    return {};
  });
}

Result<Decisions::Undone> Decisions::undo() {
  Undone out;
  const Status done = transaction(database_, [&]() -> Status {
    auto newest = database_.prepare(
        "SELECT batch FROM decisions d WHERE reviewer = ? AND action <> 'undo'"
        " AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.decision)"
        " ORDER BY decision DESC LIMIT 1");
    if (!newest) return newest.error();
    newest->bind(0, reviewer_);
    const auto row = newest->step();
    if (!row) return row.error();
    if (!*row) return {};
    const int64_t batch = newest->integer(0);
    newest->reset();

    auto insert = database_.prepare(
        "INSERT INTO decisions (batch, at, reviewer, action, undoes, article, figure, sha256,"
        " before, after, source_start, source_end, text_start, text_end, sentence, rule,"
        " confidence)"
        " SELECT (SELECT max(decision) + 1 FROM decisions), " +
        std::string(kNow) +
        ", ?1, 'undo', decision, article, figure, sha256, after, before, source_start,"
        " source_end, text_start, text_end, sentence, rule, confidence"
        " FROM decisions WHERE batch = ?2 AND reviewer = ?1 AND action <> 'undo'"
        " RETURNING article, figure");
    if (!insert) return insert.error();
    insert->bind(0, reviewer_);
    insert->bind(1, batch);
    for (;;) {
      const auto inserted = insert->step();
      if (!inserted) return inserted.error();
      if (!*inserted) break;
      ++out.count;
      out.only = FigureKey{std::string(insert->text(0)), std::string(insert->text(1))};
    }
    if (out.count > 1) out.only.reset();
    return {};
  });
  if (!done) return done.error();
  return out;
}

}  // namespace solieu
