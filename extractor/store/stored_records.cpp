#include "store/stored_records.h"

#include <charconv>
#include <limits>
#include <string>
#include <utility>

#include "store/packed_offsets.h"

namespace solieu {
namespace {

// Takes the columns of a row one after the other, in the order of its query.
class Row {
 public:
  Row(const Statement& row, Arena& arena) : row_(row), arena_(arena) {}

  // "" for NULL.
  std::string_view text() {
    const std::string_view text = row_.text(column_++);
    return text.empty() ? text : arena_.store(std::string(text));
  }
  int64_t integer() { return row_.integer(column_++); }
  bool null() const { return row_.is_null(column_); }
  std::optional<Decimal> decimal() {
    return null() ? (++column_, std::nullopt) : Decimal::parse(row_.text(column_++));
  }
  // A number that was stored as one, as written in full.
  Decimal real() { return decimal().value_or(Decimal()); }
  uint64_t id() { return id_of(row_.text(column_++)); }
  std::string_view blob() { return row_.blob(column_++); }
  Span span() {
    const auto begin = static_cast<uint32_t>(integer());
    return {begin, static_cast<uint32_t>(integer())};
  }
  // `named` looks a name up; one that is not known gives the first enumerator.
  template <class Enum>
  Enum one_of(std::optional<Enum> (*named)(std::string_view)) {
    return named(row_.text(column_++)).value_or(Enum{});
  }

  static uint64_t id_of(std::string_view hex) {
    uint64_t out = 0;
    std::from_chars(hex.data(), hex.data() + hex.size(), out, 16);
    return out;
  }

 private:
  const Statement& row_;
  Arena& arena_;
  int column_ = 0;
};

// Calls `take` with each row of an article.
template <class Take>
Status for_each_row(Statement& query, int64_t article, ArticleRecord& record, Take take) {
  query.bind(0, article);
  for (;;) {
    const auto more = query.step();
    if (!more) return more.error();
    if (!*more) return {};
    take(Row(query, *record.arena));
  }
}

}  // namespace

Result<StoredRecords> StoredRecords::open(const Database& store) {
  StoredRecords out;
  const std::pair<Statement*, std::string_view> statements[] = {
      {&out.articles_,
       "SELECT article, id, status, duplicate_of, uri, sha256, bytes, media_type, encoding,"
       " captured_at, title, byline, site, url, published, modified, text, offsets, rules"
       " FROM articles JOIN runs USING (run) WHERE status <> 'gone' ORDER BY article"},
      {&out.figures_,
       "SELECT id, kind, value, min_value, max_value, of_value, unit, modifier, modifier_text,"
       " quote, source_start, source_end, text_start, text_end, sentence, counted, counted_lemma,"
       " per, table_row, table_column, action, status, change, change_baseline,"
       " change_baseline_value, period, period_basis, unit_org, unit_org_mention, unit_org_ref,"
       " unit_org_basis, place, programme, figure_group, confidence, rule"
       " FROM figures WHERE article = ? ORDER BY text_start, text_end, figure"},
      {&out.units_,
       "SELECT id, mention, name, type, level, ref, ref_name, place, as_of, source_start,"
       " source_end, text_start, text_end, confidence, rule FROM units WHERE article = ?"
       " ORDER BY n"},
      {&out.dates_,
       "SELECT quote, value, role, source_start, source_end, text_start, text_end, rule"
       " FROM dates WHERE article = ? ORDER BY n"},
      {&out.checks_,
       "SELECT n, kind, holds, expected, found, note FROM checks WHERE article = ? ORDER BY n"},
      {&out.check_figures_,
       "SELECT f.value FROM checks c, json_each(c.figures) f WHERE c.article = ?1 AND c.n = ?2"
       " ORDER BY f.key"},
      {&out.warnings_,
       "SELECT code, message, count, source_start, source_end FROM warnings WHERE article = ?"
       " ORDER BY n"},
  };
  for (const auto& [statement, sql] : statements) {
    auto prepared = store.prepare(sql);
    if (!prepared) return prepared.error();
    *statement = std::move(*prepared);
  }
  return out;
}

Result<bool> StoredRecords::next(ArticleRecord& record) {
  const auto more = articles_.step();
  if (!more) return more.error();
  if (!*more) return false;
  record = {};
  record.document = std::make_unique<Document>();
  Document& document = *record.document;
  Row row(articles_, *record.arena);
  const int64_t article = row.integer();
  document.id = row.text();
  record.status = row.one_of(article_status_named);
  record.duplicate_of = row.text();
  document.uri = row.text();
  record.sha256 = row.text();
  const int64_t size = row.integer();
  if (size < 0 || size > std::numeric_limits<uint32_t>::max()) {
    return Error{Error::Code::kInput, document.id,
                 "the store says its source has " + std::to_string(size) + " bytes",
                 "extract it again"};
  }
  record.source_size = static_cast<uint64_t>(size);
  document.media_type = row.text();
  record.encoding = row.text();
  record.captured_at = row.text();
  record.title = row.text();
  record.byline = row.text();
  record.site = row.text();
  record.url = row.text();
  record.published = row.text();
  record.modified = row.text();
  record.text = row.text();
  // NULL: written before stores had them. Empty: the source is the clean text.
  const bool mapped = !row.null();
  auto offsets = unpack_offsets(row.blob());
  if (!offsets) return offsets.error();
  if (mapped) record.offsets = std::move(*offsets);
  record.rules = row.text();
  for (const auto read :
       {&StoredRecords::read_figures, &StoredRecords::read_units, &StoredRecords::read_dates,
        &StoredRecords::read_checks, &StoredRecords::read_warnings}) {
    if (Status done = (this->*read)(article, record); !done) return done.error();
  }
  return true;
}

Status StoredRecords::read_figures(int64_t article, ArticleRecord& record) {
  return for_each_row(figures_, article, record, [&](Row row) {
    Figure& f = record.figures.emplace_back();
    f.id = row.id();
    f.kind = row.one_of(kind_named);
    f.value = row.decimal();
    f.min_value = row.decimal();
    f.max_value = row.decimal();
    f.of = row.decimal();
    f.unit = row.text();
    f.modifier = row.one_of(modifier_named);
    f.modifier_text = row.text();
    f.evidence.quote = row.text();
    f.evidence.source = row.span();
    f.evidence.text = row.span();
    f.sentence = row.text();
    const Counted counted{row.text(), row.text()};
    if (!counted.text.empty() || !counted.lemma.empty()) f.counted = counted;
    f.per = row.text();
    f.table_row = row.text();
    f.table_column = row.text();
    f.action = row.text();
    f.status = row.one_of(status_named);
    const bool difference = !row.null();
    const Change change{row.one_of(direction_named), row.text(), row.decimal()};
    if (difference) f.change = change;
    f.period = row.text();
    f.period_basis = row.one_of(basis_named);
    const UnitRef unit{row.text(), row.text(), row.text(), row.one_of(basis_named)};
    if (!unit.name.empty()) f.unit_org = unit;
    f.place = row.text();
    f.programme = row.text();
    const bool grouped = !row.null();
    const auto group = static_cast<uint32_t>(row.integer());
    if (grouped) f.group = group;
    f.confidence = row.real();
    f.rule = row.text();
  });
}

Status StoredRecords::read_units(int64_t article, ArticleRecord& record) {
  return for_each_row(units_, article, record, [&](Row row) {
    Unit& u = record.units.emplace_back();
    u.id = row.id();
    u.evidence.quote = row.text();
    for (std::string_view* text :
         {&u.name, &u.type, &u.level, &u.ref, &u.ref_name, &u.place, &u.as_of}) {
      *text = row.text();
    }
    u.evidence.source = row.span();
    u.evidence.text = row.span();
    u.confidence = row.real();
    u.rule = row.text();
  });
}

Status StoredRecords::read_dates(int64_t article, ArticleRecord& record) {
  return for_each_row(dates_, article, record, [&](Row row) {
    DateMention& d = record.dates.emplace_back();
    d.evidence.quote = row.text();
    d.value = row.text();
    d.role = row.text();
    d.evidence.source = row.span();
    d.evidence.text = row.span();
    d.rule = row.text();
  });
}

Status StoredRecords::read_checks(int64_t article, ArticleRecord& record) {
  Status figures;
  const Status read = for_each_row(checks_, article, record, [&](Row row) {
    Check& c = record.checks.emplace_back();
    check_figures_.bind(1, row.integer());
    c.kind = row.text();
    c.holds = row.integer() != 0;
    c.expected = row.real();
    c.found = row.real();
    c.note = row.text();
    Status done = for_each_row(check_figures_, article, record,
                               [&](Row figure) { c.figures.push_back(figure.id()); });
    if (!done) figures = done;
  });
  return read ? figures : read;
}

Status StoredRecords::read_warnings(int64_t article, ArticleRecord& record) {
  return for_each_row(warnings_, article, record, [&](Row row) {
    Warning& w = record.warnings.emplace_back();
    w.code = row.text();
    w.message = row.text();
    w.count = static_cast<uint32_t>(row.integer());
    if (row.null()) return;
    w.source = row.span();
  });
}

}  // namespace solieu
