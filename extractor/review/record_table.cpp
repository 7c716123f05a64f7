#include "review/record_table.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "text/letters.h"
#include "text/utf8.h"

namespace solieu {
namespace {

constexpr std::array<std::string_view, kColumns> kNames = {
    "state",     "check",  "kind",   "unit", "unit_org",   "place",
    "programme", "period", "status", "rule", "confidence", "counted"};
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

constexpr std::string_view kFigures =
    "SELECT f.figure, f.article, f.text_start, f.text_end, f.confidence, c.holds, f.rule,"
    " f.value_num, f.kind, f.unit, f.unit_org, f.place, f.programme, f.period, f.status, f.counted"
    " FROM figures f LEFT JOIN (SELECT u.article, u.id, min(c.holds) AS holds FROM check_figures u"
    "   JOIN checks c ON c.article = u.article AND c.n = u.n GROUP BY u.article, u.id) c"
    " ON c.article = f.article AND c.id = f.id ORDER BY f.figure";
constexpr int kFirstField = 7;  // of the columns above; those of kFields are the same from 0

// The fields as they stand after a decision.
constexpr std::string_view kFields =
    "SELECT CAST(json_extract(effective, '$.value') AS NUMERIC), json_extract(effective, '$.kind'),"
    " json_extract(effective, '$.unit'), json_extract(effective, '$.unit_org'),"
    " json_extract(effective, '$.place'), json_extract(effective, '$.programme'),"
    " json_extract(effective, '$.period'), json_extract(effective, '$.status'),"
    " json_extract(effective, '$.counted') FROM judgements WHERE decision = ?";
constexpr std::array<Facet, 8> kFieldFacets = {Facet::kKind,   Facet::kUnit,      Facet::kUnitOrg,
                                               Facet::kPlace,  Facet::kProgramme, Facet::kPeriod,
                                               Facet::kStatus, Facet::kCounted};

constexpr std::string_view kJudgements =
    "SELECT decision, figure, article, state, after IS NOT NULL AND state <> 'reopened', id,"
    " text_start, text_end, confidence, rule FROM judgements WHERE (?1 = '' OR reviewer = ?1)";

std::string_view confidence_range(double confidence) {
  if (std::isnan(confidence)) return "";
  if (confidence >= 0.95) return "0.95–1";
  if (confidence >= 0.9) return "0.9–0.95";
  if (confidence >= 0.8) return "0.8–0.9";
  if (confidence >= 0.7) return "0.7–0.8";
  if (confidence >= 0.5) return "0.5–0.7";
  return "0–0.5";
}

// Sorts as a Vietnamese dictionary does: by letters first, by tones where these are equal.
std::string collation_key(std::string_view text) {
  std::string letters;
  std::string tones;
  for (size_t i = 0; i < text.size();) {
    char32_t c = 0;
    if (!next_code_point_checked(text, i, c)) continue;
    const Letter letter = letter_of(c);
    if (letter.valid()) {
      // The plain letter first, so that f, j, w and z fall between their neighbours.
      const auto plain = "aaabcddeeghiklmnooopqrstuuvxy"[static_cast<size_t>(letter.base) - 1];
      letters += plain;
      letters += static_cast<char>('0' + static_cast<int>(letter.base));
      tones += static_cast<char>('0' + static_cast<int>(letter.tone));
    } else {
      const bool capital = c >= 'A' && c <= 'Z';
      letters += c < 128 ? static_cast<char>(capital ? c + 32 : c) : '~';
    }
  }
  return letters + '\0' + tones;
}

}  // namespace

std::string_view name_of(Facet facet) { return kNames[static_cast<size_t>(facet)]; }

uint32_t RecordTable::number(Facet facet, std::string_view name) {
  const auto column = static_cast<size_t>(facet);
  auto& numbers = numbers_[column];
  if (const auto at = numbers.find(name); at != numbers.end()) return at->second;
  const auto fresh = static_cast<uint32_t>(names_[column].size());
  names_[column].emplace_back(name);
  numbers.emplace(name, fresh);
  return fresh;
}

void RecordTable::set(Row& row, Facet facet, std::string_view name) {
  row.columns[static_cast<size_t>(facet)] = number(facet, name);
}

std::string_view RecordTable::name(const Row& row, Facet facet) const {
  const auto column = static_cast<size_t>(facet);
  return names_[column][row.columns[column]];
}

bool RecordTable::is_open(const Row& row) const {
  const std::string_view state = name(row, Facet::kState);
  return state == "open" || state == "reopened";
}

bool RecordTable::continues(const RecordTable& earlier) const {
  const auto same = [](const Row& a, const Row& b) {
    return std::tie(a.figure, a.article, a.gone) == std::tie(b.figure, b.article, b.gone) &&
           a.text == b.text;
  };
  return rows_.size() >= earlier.rows_.size() &&
         std::equal(earlier.rows_.begin(), earlier.rows_.end(), rows_.begin(), same);
}

RecordTable::Total RecordTable::total() const {
  Total out;
  for (const Row& row : rows_) {
    if (row.gone) continue;
    ++out.records;
    if (!is_open(row)) ++out.reviewed;
  }
  return out;
}

Result<RecordTable> RecordTable::load(const Database& database, const std::string& reviewer) {
  RecordTable out;
  out.reviewer_ = reviewer;
  if (Status done = out.read_figures(database); !done) return done.error();
  if (Status done = out.read_countable(database); !done) return done.error();
  auto judgements = database.prepare(std::string(kJudgements) + " ORDER BY decision");
  if (!judgements) return judgements.error();
  judgements->bind(0, out.reviewer_);
  if (Status done = out.apply(database, *judgements); !done) return done.error();
  return out;
}

Status RecordTable::read_figures(const Database& database) {
  auto query = database.prepare(kFigures);
  if (!query) return query.error();
  for (;;) {
    const auto more = query->step();
    if (!more) return more.error();
    if (!*more) return {};
    Row row;
    row.figure = query->integer(0);
    row.article = query->integer(1);
    row.text = {static_cast<uint32_t>(query->integer(2)), static_cast<uint32_t>(query->integer(3))};
    row.confidence = query->real(4);
    row.value = query->is_null(kFirstField) ? kNone : query->real(kFirstField);
    set(row, Facet::kState, "open");
    set(row, Facet::kCheck, query->is_null(5) ? "" : query->integer(5) != 0 ? "holds" : "failed");
    set(row, Facet::kRule, query->text(6));
    set(row, Facet::kConfidence, confidence_range(row.confidence));
    for (size_t i = 0; i < kFieldFacets.size(); ++i) {
      set(row, kFieldFacets[i], query->text(kFirstField + 1 + static_cast<int>(i)));
    }
    row.in_vnd = name(row, Facet::kKind) == "money" && name(row, Facet::kUnit) == "VND";
    const auto at = static_cast<uint32_t>(rows_.size());
    by_article_[row.article].push_back(at);
    by_figure_.emplace(row.figure, at);
    rows_.push_back(row);
  }
}

Status RecordTable::read_countable(const Database& database) {
  auto query = database.prepare("SELECT figure FROM countable");
  if (!query) return query.error();
  for (;;) {
    const auto more = query->step();
    if (!more) return more.error();
    if (!*more) return {};
    rows_[by_figure_.at(query->integer(0))].countable = true;
  }
}

Status RecordTable::read_fields(const Database& database, Row& row) {
  auto query = database.prepare(kFields);
  if (!query) return query.error();
  query->bind(0, row.decision);
  const auto found = query->step();
  if (!found) return found.error();
  if (!*found) return {};
  row.value = query->is_null(0) ? kNone : query->real(0);
  for (size_t i = 0; i < kFieldFacets.size(); ++i) {
    set(row, kFieldFacets[i], query->text(1 + static_cast<int>(i)));
  }
  row.in_vnd = name(row, Facet::kKind) == "money" && name(row, Facet::kUnit) == "VND";
  return {};
}

// Puts decisions over the rows, the newest last.
Status RecordTable::apply(const Database& database, Statement& judgements) {
  for (;;) {
    const auto more = judgements.step();
    if (!more) return more.error();
    if (!*more) return {};
    const int64_t figure = judgements.integer(1);
    const int64_t article = judgements.integer(2);
    uint32_t at = 0;
    if (figure != 0) {
      at = by_figure_.at(figure);
    } else {
      const std::string key = std::to_string(article) + "/" + std::string(judgements.text(5));
      const auto [known, fresh] = by_key_.try_emplace(key, static_cast<uint32_t>(rows_.size()));
      at = known->second;
      if (fresh) {
        rows_.emplace_back();
        by_article_[article].push_back(at);
      }
    }
    Row& row = rows_[at];
    row.decision = judgements.integer(0);
    row.gone = judgements.is_null(3);
    set(row, Facet::kState, judgements.text(3));
    if (figure == 0) {
      row.article = article;
      row.text = {static_cast<uint32_t>(judgements.integer(6)),
                  static_cast<uint32_t>(judgements.integer(7))};
      row.confidence = judgements.is_null(8) ? kNone : judgements.real(8);
      set(row, Facet::kCheck, "");
      set(row, Facet::kRule, judgements.text(9));
      set(row, Facet::kConfidence, confidence_range(row.confidence));
    }
    if (figure == 0 || judgements.integer(4) != 0) {
      if (Status done = read_fields(database, row); !done) return done;
    }
  }
}

Status RecordTable::refresh(const Database& database, const std::string& article,
                            const std::string& figure) {
  order_of_.clear();
  // As it was extracted.
  auto extracted = database.prepare(
      "SELECT f.figure, f.article, f.value_num, f.kind, f.unit, f.unit_org, f.place, f.programme,"
      " f.period, f.status, f.counted FROM figures f JOIN articles a USING (article)"
      " WHERE a.id = ? AND f.id = ?");
  if (!extracted) return extracted.error();
  extracted->bind(0, article);
  extracted->bind(1, figure);
  const auto found = extracted->step();
  if (!found) return found.error();
  if (*found) {
    Row& row = rows_[by_figure_.at(extracted->integer(0))];
    row.decision = 0;
    row.value = extracted->is_null(2) ? kNone : extracted->real(2);
    set(row, Facet::kState, "open");
    for (size_t i = 0; i < kFieldFacets.size(); ++i) {
      set(row, kFieldFacets[i], extracted->text(3 + static_cast<int>(i)));
    }
  } else {
    auto known = database.prepare("SELECT article FROM articles WHERE id = ?");
    if (!known) return known.error();
    known->bind(0, article);
    if (const auto row = known->step(); !row) return row.error();
    const auto at = by_key_.find(std::to_string(known->integer(0)) + "/" + figure);
    if (at != by_key_.end()) rows_[at->second].gone = true;
  }
  // With what is decided now.
  auto judgements = database.prepare(
      std::string(kJudgements) +
      " AND article = (SELECT article FROM articles WHERE id = ?2) AND id = ?3 ORDER BY decision");
  if (!judgements) return judgements.error();
  judgements->bind(0, reviewer_);
  judgements->bind(1, article);
  judgements->bind(2, figure);
  return apply(database, *judgements);
}

std::vector<uint32_t> RecordTable::of_article(int64_t article) const {
  std::vector<uint32_t> out;
  if (const auto at = by_article_.find(article); at != by_article_.end()) {
    for (const uint32_t row : at->second) {
      if (!rows_[row].gone) out.push_back(row);
    }
  }
  std::stable_sort(out.begin(), out.end(), [&](uint32_t a, uint32_t b) {
    return rows_[a].text.begin < rows_[b].text.begin;
  });
  return out;
}

std::vector<uint32_t> RecordTable::ranks(Facet facet) const {
  const auto& names = names_[static_cast<size_t>(facet)];
  std::vector<std::pair<std::string, uint32_t>> keys;
  for (uint32_t i = 0; i < names.size(); ++i) keys.emplace_back(collation_key(names[i]), i);
  std::sort(keys.begin(), keys.end());
  std::vector<uint32_t> out(names.size());
  for (uint32_t i = 0; i < keys.size(); ++i) {
    // Nothing comes last.
    out[keys[i].second] = names[keys[i].second].empty() ? UINT32_MAX : i;
  }
  return out;
}

const std::vector<uint32_t>& RecordTable::order(const std::string& sort) {
  if (order_of_ == sort) return order_;
  std::vector<double> keys(rows_.size());
  const auto or_last = [](double value) { return std::isnan(value) ? HUGE_VAL : value; };
  if (sort == "queue") {
    // Open before decided, reopened first, then failed checks, low confidence, large amounts.
    for (size_t i = 0; i < rows_.size(); ++i) {
      const Row& row = rows_[i];
      const double sure = std::isnan(row.confidence) ? 1 : row.confidence;
      const double amount = row.in_vnd && row.value > 1 ? std::log10(row.value) : 0;
      keys[i] = (is_open(row) ? 0 : 1e6) + (name(row, Facet::kState) == "reopened" ? 0 : 1e5) +
                (name(row, Facet::kCheck) == "failed" ? 0 : 1e4) + std::floor(sure * 20) * 100 -
                amount;
    }
  } else if (sort == "value" || sort == "confidence") {
    for (size_t i = 0; i < rows_.size(); ++i) {
      keys[i] = or_last(sort == "value" ? rows_[i].value : rows_[i].confidence);
    }
  } else if (const auto at = std::find(kNames.begin(), kNames.end(), sort); at != kNames.end()) {
    const auto column = static_cast<size_t>(at - kNames.begin());
    const auto rank = ranks(static_cast<Facet>(column));
    for (size_t i = 0; i < rows_.size(); ++i) keys[i] = rank[rows_[i].columns[column]];
  }  // else by article
  order_.resize(rows_.size());
  for (uint32_t i = 0; i < order_.size(); ++i) order_[i] = i;
  std::sort(order_.begin(), order_.end(), [&](uint32_t a, uint32_t b) {
    return std::tie(keys[a], rows_[a].article, rows_[a].text.begin, a) <
           std::tie(keys[b], rows_[b].article, rows_[b].text.begin, b);
  });
  order_of_ = sort;
  return order_;
}

RecordTable::Wanted RecordTable::wanted(const Selection& selection) const {
  Wanted out;
  for (size_t f = 0; f < kFacets; ++f) {
    if (selection.values[f].empty()) continue;
    out[f].resize(names_[f].size());
    for (const std::string& value : selection.values[f]) {
      if (const auto at = numbers_[f].find(value); at != numbers_[f].end()) {
        out[f][at->second] = true;
      }
    }
  }
  return out;
}

std::vector<uint32_t> RecordTable::select(const Selection& selection,
                                          const std::vector<int64_t>* articles) {
  const Wanted want = wanted(selection);
  std::vector<uint32_t> out;
  const auto shown = [&](const Row& row) {
    if (row.gone) return false;
    for (size_t f = 0; f < kFacets; ++f) {
      if (!selection.values[f].empty() && !want[f][row.columns[f]]) return false;
    }
    return articles == nullptr ||
           std::binary_search(articles->begin(), articles->end(), row.article);
  };
  for (const uint32_t at : order(selection.sort)) {
    if (shown(rows_[at])) out.push_back(at);
  }
  if (selection.down) std::reverse(out.begin(), out.end());
  return out;
}

std::array<RecordTable::Counts, kFacets> RecordTable::count(const Selection& selection,
                                                            const std::vector<int64_t>* articles,
                                                            size_t limit, uint32_t& open) const {
  const Wanted want = wanted(selection);
  std::array<std::vector<uint32_t>, kFacets> counts;
  for (size_t f = 0; f < kFacets; ++f) counts[f].resize(names_[f].size());
  open = 0;
  for (const Row& row : rows_) {
    if (row.gone) continue;
    if (articles != nullptr &&
        !std::binary_search(articles->begin(), articles->end(), row.article)) {
      continue;
    }
    // A row counts for a facet when every other facet lets it through.
    size_t against = kFacets;
    size_t refusals = 0;
    for (size_t f = 0; f < kFacets && refusals < 2; ++f) {
      if (selection.values[f].empty() || want[f][row.columns[f]]) continue;
      against = f;
      ++refusals;
    }
    if (refusals == 1) ++counts[against][row.columns[against]];
    if (refusals > 0) continue;
    for (size_t f = 0; f < kFacets; ++f) ++counts[f][row.columns[f]];
    if (is_open(row)) ++open;
  }
  std::array<Counts, kFacets> out;
  for (size_t f = 0; f < kFacets; ++f) {
    for (size_t i = 0; i < counts[f].size(); ++i) {
      if (counts[f][i] > 0) out[f].emplace_back(names_[f][i], counts[f][i]);
    }
    std::stable_sort(out[f].begin(), out[f].end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (out[f].size() > limit) out[f].resize(limit);
  }
  return out;
}

}  // namespace solieu
