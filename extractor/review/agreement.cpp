#include "review/agreement.h"

#include <map>
#include <tuple>

namespace solieu {

std::optional<double> cohens_kappa(
    const std::vector<std::pair<std::string, std::string>>& ratings) {
  if (ratings.empty()) return std::nullopt;
  std::map<std::string, std::pair<double, double>> habits;
  double agreed = 0;
  for (const auto& [a, b] : ratings) {
    if (a == b) ++agreed;
    ++habits[a].first;
    ++habits[b].second;
  }
  const auto n = static_cast<double>(ratings.size());
  double chance = 0;
  for (const auto& [category, counts] : habits) chance += counts.first * counts.second / (n * n);
  if (chance >= 1) return std::nullopt;
  return (agreed / n - chance) / (1 - chance);
}

Result<std::vector<Agreement>> agreement(const Database& database) {
  // A verdict of two says whether the record was let stand; fields are compared where both kept it.
  auto query = database.prepare(
      "WITH pairs AS (SELECT a.reviewer AS a, b.reviewer AS b, a.action AS x, b.action AS y,"
      "   a.after AS p, b.after AS q, coalesce(a.after, a.before) AS m,"
      "   coalesce(b.after, b.before) AS n"
      "  FROM standing_decisions a JOIN standing_decisions b"
      "  ON b.article = a.article AND b.figure = a.figure AND b.sha256 = a.sha256"
      "  AND a.reviewer < b.reviewer)"
      " SELECT a, b, 'verdict', iif(x = 'reject', x, iif(p IS NULL, 'accept', 'edit')),"
      "  iif(y = 'reject', y, iif(q IS NULL, 'accept', 'edit')) FROM pairs"
      " UNION ALL SELECT a, b, e.key, coalesce(e.value, ''), coalesce(json_extract(n, e.fullkey), "
      "'')"
      "  FROM pairs, json_each(m) e WHERE x <> 'reject' AND y <> 'reject' AND e.key <> 'quote'");
  if (!query) return query.error();
  using Key = std::tuple<std::string, std::string, std::string>;
  std::map<Key, std::vector<std::pair<std::string, std::string>>> ratings;
  for (;;) {
    const auto more = query->step();
    if (!more) return more.error();
    if (!*more) break;
    const auto text = [&](int column) { return std::string(query->text(column)); };
    ratings[{text(0), text(1), text(2)}].emplace_back(text(3), text(4));
  }
  std::vector<Agreement> out;
  for (const auto& [key, pairs] : ratings) {
    Agreement row{std::get<0>(key),
                  std::get<1>(key),
                  std::get<2>(key),
                  static_cast<uint32_t>(pairs.size()),
                  0,
                  cohens_kappa(pairs)};
    for (const auto& [a, b] : pairs) row.agreed += a == b ? 1u : 0u;
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace solieu
