#include "store/matching.h"

#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "store/copies.h"
#include "store/plain.h"

namespace solieu {
namespace {

constexpr std::array<std::string_view, kFigureColumns> kNames = {
    "article_id", "published_day", "kind",          "modifier",  "value", "min_value", "max_value",
    "of_value",   "unit",          "counted_lemma", "counted",   "per",   "status",    "change",
    "period",     "unit_org",      "place",         "programme", "quote", "confidence"};

// A condition for each part of the filter that says something, and the texts that it is given.
struct Conditions {
  std::string sql;
  std::vector<std::string> parameters;

  void add(std::string_view condition, std::string parameter) {
    sql += sql.empty() ? " WHERE " : " AND ";
    // All question marks of a condition mean its one parameter.
    const std::string number = "?" + std::to_string(parameters.size() + 1);
    for (const char c : condition) {
      if (c == '?') {
        sql += number;
      } else {
        sql += c;
      }
    }
    parameters.push_back(std::move(parameter));
  }
  void equal(std::string_view column, const std::string& value) {
    if (!value.empty()) add("f." + std::string(column) + " = ?", value);
  }
  void words(std::string_view condition, const std::string& value) {
    if (!value.empty()) add(condition, plain(value));
  }
};

Conditions conditions_of(const FigureFilter& filter) {
  Conditions out;
  out.equal("kind", filter.kind);
  out.equal("unit", filter.unit);
  out.equal("status", filter.status);
  out.equal("place", filter.place);
  out.equal("article_id", filter.article);
  if (!filter.min_confidence.empty()) {
    out.add("f.confidence >= CAST(? AS REAL)", filter.min_confidence);
  }
  if (!filter.period.empty()) {
    // "2017/2022" reaches from its first half to its second.
    out.add(
        "(f.period = ? OR f.period LIKE ? || '-%' OR (instr(f.period, '/') > 0 AND "
        "substr(f.period, 1, length(?)) <= ? AND "
        "substr(f.period, instr(f.period, '/') + 1, length(?)) >= ?))",
        filter.period);
  }
  out.words("(instr(plain(f.unit_org), ?) > 0 OR instr(plain(f.unit_org_mention), ?) > 0)",
            filter.organisation);
  out.words("instr(plain(f.programme), ?) > 0", filter.programme);
  out.words("instr(plain(f.counted), ?) > 0", filter.counted);
  if (const std::string words = plain(filter.text); words.size() > 1) {
    // The index finds the articles, the function the sentences.
    out.add("f.article IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)",
            "\"" + words + "\"");
    out.add("instr(plain(f.sentence), ?) > 0", words);
  }
  return out;
}

// What makes two figures of copies the same.
std::string identity(const MatchedFigure& figure) {
  std::string out;
  for (const FigureColumn column :
       {kKind, kValue, kMinValue, kMaxValue, kOfValue, kUnit, kQuote, kCountedLemma}) {
    out += figure.cells[column] + '\x1f';
  }
  return out;
}

// Of the figures that copies have in common, those of the first article stay.
Status leave_out_copies(const Database& store, Matches& matches) {
  std::vector<int64_t> articles;
  for (const MatchedFigure& figure : matches.figures) {
    if (articles.empty() || articles.back() != figure.article) articles.push_back(figure.article);
  }
  const auto firsts = find_copies(store, articles);
  if (!firsts) return firsts.error();
  std::unordered_set<int64_t> families;  // the firsts that have copies
  for (const auto& [article, first] : *firsts) {
    if (article != first) families.insert(first);
  }
  // Which articles of a family have a figure: a figure is left out when another one before has it.
  std::unordered_map<std::string, int64_t> owners;
  const auto key = [&](int64_t first, const MatchedFigure& figure) {
    return std::to_string(first) + '\x1f' + identity(figure);
  };
  // The first article owns all it says; after it, whoever comes first.
  for (const MatchedFigure& figure : matches.figures) {
    if (families.contains(figure.article)) {
      owners.emplace(key(figure.article, figure), figure.article);
    }
  }
  std::set<int64_t> copies;
  std::erase_if(matches.figures, [&](const MatchedFigure& figure) {
    const int64_t first = firsts->at(figure.article);
    if (first == figure.article) return false;
    const int64_t owner = owners.emplace(key(first, figure), figure.article).first->second;
    if (owner == figure.article) return false;
    ++matches.copied_figures;
    copies.insert(figure.article);
    return true;
  });
  matches.copies = copies.size();
  return {};
}

}  // namespace

std::string_view column_name(FigureColumn column) { return kNames[column]; }

Result<Matches> match_figures(const Database& store, const FigureQuery& query) {
  if (Status added = store.add_plain(); !added) return added.error();
  const Conditions conditions = conditions_of(query.filter);
  std::string sql =
      "SELECT f.article, EXISTS (SELECT 1 FROM checks c, json_each(c.figures) e "
      "WHERE c.article = f.article AND c.kind = 'repeat' AND c.holds AND e.key > 0 "
      "AND e.value = f.id)";
  for (const std::string_view name : kNames) sql.append(", f.").append(name);
  auto rows = store.prepare(sql + " FROM facts f" + conditions.sql +
                            " ORDER BY f.article, f.text_start, f.figure");
  if (!rows) return rows.error();
  for (size_t i = 0; i < conditions.parameters.size(); ++i) {
    rows->bind(static_cast<int>(i), conditions.parameters[i]);
  }
  Matches out;
  for (;;) {
    const auto row = rows->step();
    if (!row) return row.error();
    if (!*row) break;
    MatchedFigure& figure = out.figures.emplace_back();
    figure.article = rows->integer(0);
    figure.repeated = rows->integer(1) != 0;
    for (int i = 0; i < kFigureColumns; ++i) figure.cells[i] = rows->text(i + 2);
  }
  if (!query.keep_copies) {
    if (Status done = leave_out_copies(store, out); !done) return done.error();
  }
  return out;
}

}  // namespace solieu
