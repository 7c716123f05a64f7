#include "review/export.h"

#include <array>
#include <optional>

#include "store/table.h"

namespace solieu {
namespace {

struct Form {
  std::string_view name;
  std::string_view lines;  // a query with one column, a line each
  std::optional<int64_t> parameter;
};

// ?1: also articles that are decided in part, with the spans that were judged; an article that is
// decided wholly has none. A key whose value is null is left out, as gold files have it.
constexpr std::string_view kGold =
    "SELECT json_patch('{}', json_object('id', a.id, 'sha256', a.sha256, 'date', a.published_day,"
    " 'judged', json(iif(o.article IS NULL, NULL,"
    "  (SELECT json_group_array(json_array(source_start, source_end)) FROM ("
    "   SELECT r.source_start, r.source_end FROM reviewed_figures r"
    "    WHERE r.article = a.article AND r.state <> 'reopened'"
    "   UNION SELECT j.source_start, j.source_end FROM newest_judgements j"
    "    WHERE j.article = a.article AND j.action = 'reject' AND j.state IS NOT 'reopened'"
    "   ORDER BY 1, 2)))),"
    " 'figures',"
    " json(coalesce((SELECT json_group_array(json(g)) FROM (SELECT json_patch('{}', json_object("
    "  'start', r.source_start, 'end', r.source_end, 'quote', r.quote, 'kind', r.kind,"
    "  'value', json(r.value), 'low', json(iif(r.value IS NULL, r.min_value, NULL)),"
    "  'high', json(iif(r.value IS NULL, r.max_value, NULL)), 'of', json(r.of_value),"
    "  'unit', r.unit, 'modifier', r.modifier, 'counted',"
    "  json(iif(r.counted IS NULL, NULL, json_object('head', r.counted, 'max', r.counted))),"
    "  'per', r.per, 'status', r.status,"
    "  'change', json(iif(r.change IS NULL, NULL, json_object('direction', r.change))),"
    "  'period', r.period, 'unit_org', r.unit_org, 'place', r.place, 'programme', r.programme))"
    "  AS g FROM reviewed_figures r WHERE r.article = a.article AND r.state <> 'reopened'"
    "  ORDER BY r.source_start)), '[]'))))"
    " FROM (SELECT DISTINCT article FROM newest_judgements WHERE state IS NOT 'reopened') d"
    " JOIN articles a USING (article)"
    " LEFT JOIN (SELECT DISTINCT article FROM reviewed_figures"
    "  WHERE state IS NULL OR state = 'reopened') o USING (article)"
    " WHERE ?1 OR o.article IS NULL ORDER BY a.article";

constexpr std::array<Form, 5> kForms = {{
    {"log",
     "SELECT json_object('decision', decision, 'batch', batch, 'at', at, 'reviewer', reviewer,"
     " 'action', action, 'undoes', undoes, 'article', article, 'figure', figure, 'sha256', sha256,"
     " 'start', source_start, 'end', source_end, 'sentence', sentence, 'rule', rule,"
     " 'confidence', confidence, 'before', json(before), 'after', json(after))"
     " FROM decisions ORDER BY decision",
     {}},
    {"records",
     "SELECT json_object('article', a.id, 'published', a.published, 'id', r.id,"
     " 'review', coalesce(r.state, 'open'), 'kind', r.kind, 'value', json(r.value),"
     " 'min_value', json(r.min_value), 'max_value', json(r.max_value), 'of', json(r.of_value),"
     " 'unit', r.unit, 'modifier', r.modifier, 'quote', r.quote, 'start', r.source_start,"
     " 'end', r.source_end, 'text_start', r.text_start, 'text_end', r.text_end,"
     " 'sentence', r.sentence, 'counted', r.counted, 'per', r.per, 'status', r.status,"
     " 'change', r.change, 'period', r.period, 'unit_org', r.unit_org, 'place', r.place,"
     " 'programme', r.programme, 'confidence', r.confidence, 'rule', r.rule)"
     " FROM reviewed_figures r JOIN articles a USING (article) ORDER BY r.article, r.text_start",
     {}},
    {"gold", kGold, 0},
    {"gold-decided", kGold, 1},
    // JSON strings are TOML strings; decimals are strings so that none passes through a double.
    {"rules",
     "SELECT line FROM ("
     " SELECT coalesce(r.rule, '') AS rule, 0 AS part, r.article, r.text_start,"
     "  CASE WHEN r.rule IS NULL THEN '# no rule: ' WHEN r.state = 'edited' THEN '# corrected, '"
     "   || r.rule || ': ' ELSE '# ' || r.rule || ': ' END || 'accept' || char(10) || '{ text = '"
     "  || json_quote(r.sentence) || ', quote = ' || json_quote(r.quote)"
     "  || iif(r.value IS NOT NULL, ', value = ' || json_quote(r.value),"
     "     ', low = ' || json_quote(r.min_value) || ', high = ' || json_quote(r.max_value))"
     "  || iif(r.unit IS NULL, '', ', unit = ' || json_quote(r.unit))"
     "  || ', modifier = ' || json_quote(r.modifier) || ' },' AS line"
     " FROM reviewed_figures r WHERE r.state IN ('accepted', 'edited', 'added')"
     " UNION ALL SELECT coalesce(j.rule, ''), 1, j.article, j.text_start,"
     "  '# ' || coalesce(j.rule, 'no rule') || ': reject' || char(10) || json_quote(j.sentence)"
     "  || ',  # ' || json_quote(json_extract(j.before, '$.quote'))"
     " FROM newest_judgements j WHERE j.state = 'rejected')"
     " ORDER BY rule, part, article, text_start",
     {}},
}};

constexpr std::string_view kTable =
    "SELECT a.id AS article, a.published_day, r.id, coalesce(r.state, 'open') AS review, r.kind,"
    " r.value, r.min_value, r.max_value, r.of_value, r.unit, r.modifier, r.quote, r.counted, r.per,"
    " r.status, r.change, r.period, r.unit_org, r.place, r.programme, r.sentence, r.rule"
    " FROM reviewed_figures r JOIN articles a USING (article) ORDER BY r.article, r.text_start";

Status append_csv(const Database& database, std::string& out) {
  auto query = database.prepare(kTable);
  if (!query) return query.error();
  AnswerTable table;
  for (int i = 0; i < query->columns(); ++i) {
    const std::string name(query->name(i));
    table.columns.push_back({name, name.ends_with("value")});
  }
  for (;;) {
    const auto more = query->step();
    if (!more) return more.error();
    if (!*more) break;
    auto& row = table.rows.emplace_back();
    for (int i = 0; i < query->columns(); ++i) {
      row.push_back(query->is_null(i) ? std::nullopt : std::optional<std::string>(query->text(i)));
    }
  }
  out += render(table, AnswerFormat::kCsv);
  return {};
}

}  // namespace

std::string_view export_forms() { return "log, records, csv, gold, gold-decided, rules"; }

Status export_reviewed(const Database& database, std::string_view form, std::string& out) {
  if (form == "csv") return append_csv(database, out);
  for (const Form& known : kForms) {
    if (known.name != form) continue;
    auto query = database.prepare(known.lines);
    if (!query) return query.error();
    if (known.parameter) query->bind(0, *known.parameter);
    for (;;) {
      const auto more = query->step();
      if (!more) return more.error();
      if (!*more) return {};
      out.append(query->text(0)).append("\n");
    }
  }
  return Error{Error::Code::kUsage, "", "there is no export " + std::string(form),
               "use one of " + std::string(export_forms())};
}

}  // namespace solieu
