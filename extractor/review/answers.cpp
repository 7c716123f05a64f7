// What the page asks for, as JSON.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <map>

#include "review/agreement.h"
#include "review/export.h"
#include "review/review.h"

namespace solieu {
namespace {

constexpr size_t kFacetValues = 60;
constexpr size_t kBars = 20;

using Buffer = rapidjson::StringBuffer;

class Json : public rapidjson::Writer<Buffer> {
 public:
  explicit Json(Buffer& buffer) : Writer(buffer) {}
  void key(std::string_view name) {
    Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  void text(std::string_view value) {
    String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
};

std::string finished(const Buffer& buffer) { return {buffer.GetString(), buffer.GetSize()}; }

// A record without its fields, and its fields, for a row of the table.
constexpr std::string_view kRecord =
    "SELECT json_object('row', ?3, 'id', coalesce(f.id, j.id), 'article', a.id, 'title', a.title,"
    " 'state', ?5, 'check', nullif(?6, ''), 'rule', coalesce(f.rule, j.rule),"
    " 'confidence', coalesce(f.confidence, j.confidence), 'reviewer', j.reviewer, 'at', j.at,"
    " 'missing', json(iif(f.figure IS NULL AND j.before IS NOT NULL, 'true', 'false')),"
    " 'was', json(iif(j.state = 'reopened', coalesce(j.after, j.before), NULL)),"
    " 'sentence', coalesce(f.sentence, j.sentence), 'period_basis', f.period_basis,"
    " 'unit_org_basis', f.unit_org_basis, 'unit_org_mention', f.unit_org_mention,"
    " 'baseline', f.change_baseline, 'action', f.action, 'group', f.figure_group,"
    " 'before', w.fields || ''), coalesce(j.effective, w.fields)"
    " FROM articles a LEFT JOIN figures f ON f.figure = ?1 LEFT JOIN figure_fields w"
    " ON w.figure = ?1 LEFT JOIN judgements j ON j.decision = ?2 WHERE a.article = ?4";

}  // namespace

std::string Review::totals() const {
  const RecordTable::Total total = table_.total();
  return "\"total\":" + std::to_string(total.records) +
         ",\"reviewed\":" + std::to_string(total.reviewed);
}

std::string Review::session(bool can_explain) const {
  Buffer buffer;
  Json json(buffer);
  json.StartObject();
  json.key("reviewer");
  json.text(options_.reviewer);
  json.key("read_only");
  json.Bool(options_.read_only);
  json.key("can_explain");
  json.Bool(can_explain);
  json.EndObject();
  std::string out = finished(buffer);
  out.back() = ',';
  return out + totals() + "}";
}

Result<std::string> Review::list(const Selection& selection) {
  const auto articles = articles_with(selection.query);
  if (!articles) return articles.error();
  std::vector<uint32_t> numbers = table_.select(selection, *articles ? &**articles : nullptr);
  numbers.insert(numbers.begin(), generation_);
  std::string out(numbers.size() * sizeof(uint32_t), '\0');
  std::memcpy(out.data(), numbers.data(), out.size());
  return out;
}

Result<std::string> Review::facets(const Selection& selection) {
  const auto articles = articles_with(selection.query);
  if (!articles) return articles.error();
  uint32_t open = 0;
  const auto counts =
      table_.count(selection, *articles ? &**articles : nullptr, kFacetValues, open);
  Buffer buffer;
  Json json(buffer);
  json.StartObject();
  json.key("open");
  json.Uint(open);
  json.key("facets");
  json.StartObject();
  for (size_t f = 0; f < kFacets; ++f) {
    json.key(name_of(static_cast<Facet>(f)));
    json.StartArray();
    for (const auto& [name, count] : counts[f]) {
      json.StartArray();
      json.text(name);
      json.Uint(count);
      json.EndArray();
    }
    json.EndArray();
  }
  json.EndObject();
  json.EndObject();
  return finished(buffer);
}

Status Review::append_row(uint32_t number, std::string& out) {
  const RecordTable::Row& row = table_.rows()[number];
  if (!record_) {
    auto query = database_.prepare(kRecord);
    if (!query) return query.error();
    record_ = std::move(*query);
  }
  record_->bind(0, row.figure);
  record_->bind(1, row.decision);
  record_->bind(2, int64_t{number});
  record_->bind(3, row.article);
  record_->bind(4, table_.name(row, Facet::kState));
  record_->bind(5, table_.name(row, Facet::kCheck));
  const auto found = record_->step();
  if (!found) return found.error();
  if (!*found) return Error{Error::Code::kUsage, "", "the record is gone", "load the list again"};
  // Two objects become one; they have no key in common.
  std::string_view record = record_->text(0);
  record.remove_suffix(1);
  out.append(record).append(",").append(record_->text(1).substr(1));
  record_->reset();
  return {};
}

Result<std::string> Review::rows(std::string_view numbers) {
  std::string out = "[";
  while (!numbers.empty()) {
    const std::string_view one = numbers.substr(0, numbers.find(','));
    numbers.remove_prefix(std::min(one.size() + 1, numbers.size()));
    uint32_t number = 0;
    std::from_chars(one.data(), one.data() + one.size(), number);
    if (number >= table_.rows().size()) {
      return Error{Error::Code::kUsage, "", "there is no such row", "load the list again"};
    }
    if (out.size() > 1) out += ',';
    if (Status done = append_row(number, out); !done) return done.error();
  }
  return out + "]";
}

Result<std::string> Review::article(const std::string& id) {
  auto query = database_.prepare("SELECT article FROM articles WHERE id = ?");
  if (!query) return query.error();
  query->bind(0, id);
  const auto found = query->step();
  if (!found) return found.error();
  if (!*found) return Error{Error::Code::kInput, "", "there is no article " + id, ""};
  return article_at(query->integer(0));
}

Result<std::string> Review::article_of(uint32_t row) {
  if (row >= table_.rows().size()) {
    return Error{Error::Code::kUsage, "", "there is no such row", "load the list again"};
  }
  return article_at(table_.rows()[row].article);
}

Result<std::string> Review::article_at(int64_t row) {
  auto query = database_.prepare(
      "SELECT json_object('id', id, 'title', title, 'published', published, 'site', site,"
      " 'url', url, 'uri', uri, 'checks', json((SELECT json_group_array(json_object('kind', kind,"
      "   'holds', json(iif(holds, 'true', 'false')), 'expected', expected, 'found', found,"
      "   'note', note)) FROM checks c WHERE c.article = a.article))), text"
      " FROM articles a WHERE article = ?");
  if (!query) return query.error();
  query->bind(0, row);
  const auto found = query->step();
  if (!found) return found.error();
  if (!*found) return Error{Error::Code::kUsage, "", "the article is gone", ""};
  std::string out(query->text(0));
  const std::string_view text = query->text(1);
  const std::vector<uint32_t> rows = table_.of_article(row);

  Buffer buffer;
  Json json(buffer);
  json.StartArray();
  for (const Segment& segment : segments(text, rows)) {
    json.StartArray();
    json.text(segment.bytes.of(text));
    for (const uint32_t figure : segment.figures) json.Uint(figure);
    json.EndArray();
  }
  json.EndArray();
  out.back() = ',';
  out += "\"segments\":" + finished(buffer) + ",\"figures\":[";
  for (size_t i = 0; i < rows.size(); ++i) {
    if (i > 0) out += ',';
    if (Status done = append_row(rows[i], out); !done) return done.error();
  }
  return out + "]}";
}

Result<std::string> Review::sentence(const FigureKey& key) {
  auto query = database_.prepare(
      "SELECT f.sentence FROM figures f JOIN articles a USING (article) WHERE a.id = ? AND f.id = "
      "?");
  if (!query) return query.error();
  query->bind(0, key.article);
  query->bind(1, key.figure);
  const auto found = query->step();
  if (!found) return found.error();
  if (!*found) return Error{Error::Code::kInput, "", "no rule found this figure", ""};
  return std::string(query->text(0));
}

std::string Review::as_json(std::string_view key, std::string_view text) {
  Buffer buffer;
  Json json(buffer);
  json.StartObject();
  json.key(key);
  json.text(text);
  json.EndObject();
  return finished(buffer);
}

Result<std::string> Review::exported(std::string_view form) {
  std::string out;
  if (Status done = export_reviewed(database_, form, out); !done) return done.error();
  return out;
}

Result<std::string> Review::articles() {
  auto query = database_.prepare("SELECT article FROM articles ORDER BY article");
  if (!query) return query.error();
  std::string out = "[";
  for (;;) {
    const auto more = query->step();
    if (!more) return more.error();
    if (!*more) return out + "]";
    const auto article = article_at(query->integer(0));
    if (!article) return article.error();
    if (out.size() > 1) out += ',';
    out += *article;
  }
}

Result<std::string> Review::charts(const Selection& selection) {
  const auto articles = articles_with(selection.query);
  if (!articles) return articles.error();
  std::map<std::string, double> place;
  std::map<std::string, double> period;
  std::map<std::string, double> programme;
  for (const uint32_t number : table_.select(selection, *articles ? &**articles : nullptr)) {
    const RecordTable::Row& row = table_.rows()[number];
    if (table_.name(row, Facet::kState) == "rejected") continue;
    if (const auto name = table_.name(row, Facet::kProgramme); !name.empty()) {
      ++programme[std::string(name)];
    }
    if (!row.in_vnd || !row.countable || std::isnan(row.value)) continue;
    const double billions = row.value / 1e9;  // for looking at, not for adding up
    place[std::string(table_.name(row, Facet::kPlace))] += billions;
    period[std::string(table_.name(row, Facet::kPeriod).substr(0, 4))] += billions;
  }
  Buffer buffer;
  Json json(buffer);
  json.StartObject();
  const auto bars = [&](std::string_view name, const std::map<std::string, double>& sums,
                        bool by_name) {
    std::vector<std::pair<std::string, double>> rows(sums.begin(), sums.end());
    if (!by_name) {
      std::stable_sort(rows.begin(), rows.end(),
                       [](const auto& a, const auto& b) { return a.second > b.second; });
    }
    // Of years the last ones, of others the largest.
    if (rows.size() > kBars) {
      rows.erase(by_name ? rows.begin() : rows.begin() + kBars,
                 by_name ? rows.end() - kBars : rows.end());
    }
    json.key(name);
    json.StartArray();
    for (const auto& [key, sum] : rows) {
      json.StartArray();
      json.text(key);
      json.Double(sum);
      json.EndArray();
    }
    json.EndArray();
  };
  bars("place", place, false);
  bars("period", period, true);
  bars("programme", programme, false);
  json.EndObject();
  std::string out = finished(buffer);

  auto bins = database_.prepare(
      "SELECT json_group_array(json_array(at, share, decided)) FROM ("
      " SELECT round(avg(confidence), 3) AS at, round(avg(action = 'accept' AND after IS NULL), 4)"
      " AS share, count(*) AS decided FROM standing_decisions WHERE rule IS NOT NULL"
      " GROUP BY cast(confidence * 20 AS INTEGER) ORDER BY at)");
  if (!bins) return bins.error();
  if (auto row = bins->step(); !row) return row.error();
  out.back() = ',';
  return out + "\"confidence\":" + std::string(bins->text(0)) + "}";
}

Result<std::string> Review::quality() {
  auto rules = database_.prepare(
      "SELECT json_group_array(json_object('rule', rule, 'right', right, 'decided', decided)) FROM "
      "("
      " SELECT rule, sum(action = 'accept' AND after IS NULL) AS right, count(*) AS decided"
      " FROM standing_decisions WHERE rule IS NOT NULL GROUP BY rule"
      " ORDER BY 1.0 * right / decided, decided DESC)");
  if (!rules) return rules.error();
  if (auto row = rules->step(); !row) return row.error();
  const auto pairs = agreement(database_);
  if (!pairs) return pairs.error();
  Buffer buffer;
  Json json(buffer);
  json.StartArray();
  for (const Agreement& pair : *pairs) {
    json.StartObject();
    json.key("a");
    json.text(pair.a);
    json.key("b");
    json.text(pair.b);
    json.key("field");
    json.text(pair.field);
    json.key("common");
    json.Uint(pair.common);
    json.key("agreed");
    json.Uint(pair.agreed);
    json.key("kappa");
    if (pair.kappa) {
      json.Double(*pair.kappa);
    } else {
      json.Null();
    }
    json.EndObject();
  }
  json.EndArray();
  return "{\"rules\":" + std::string(rules->text(0)) + ",\"agreement\":" + finished(buffer) + "}";
}

Result<std::string> Review::log(int64_t before) {
  auto query = database_.prepare(
      "SELECT coalesce(json_group_array(json(entry)), '[]') FROM ("
      " SELECT json_object('decision', decision, 'at', at, 'reviewer', reviewer, 'action', action,"
      "  'undoes', undoes, 'article', article, 'figure', figure, 'before', json(before),"
      "  'after', json(after), 'quote', json_extract(coalesce(after, before), '$.quote')) AS entry"
      " FROM decisions WHERE ?1 = 0 OR decision < ?1 ORDER BY decision DESC LIMIT 100)");
  if (!query) return query.error();
  query->bind(0, before);
  if (auto row = query->step(); !row) return row.error();
  return std::string(query->text(0));
}

}  // namespace solieu
