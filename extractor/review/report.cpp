#include "review/report.h"

#include <array>

#include "base/tsv.h"
#include "review/page.h"
#include "review/review.h"

namespace solieu {
namespace {

constexpr std::string_view kPlace = "<!-- data -->";

// Records of JSON Lines as rows of a store; `->` keeps the digits of numbers.
constexpr std::array<std::string_view, 3> kRead = {
    "INSERT INTO articles (article, id, status, uri, sha256, bytes, media_type, encoding, title,"
    " site, url, language, published, text, signature, run)"
    " SELECT ?2, r ->> '$.id', r ->> '$.status', r ->> '$.source.uri', r ->> '$.source.sha256',"
    " r ->> '$.source.bytes', r ->> '$.source.media_type', r ->> '$.source.encoding',"
    " r ->> '$.title', r ->> '$.site', r ->> '$.url', r ->> '$.language', r ->> '$.published',"
    " r ->> '$.text', zeroblob(64), 1 FROM (SELECT ?1 AS r)",
    "INSERT INTO figures (article, id, kind, value, min_value, max_value, of_value, unit, modifier,"
    " quote, source_start, source_end, text_start, text_end, sentence, counted, per, action,"
    " status, change, change_baseline, period, period_basis, unit_org, unit_org_mention,"
    " unit_org_basis, place, programme, figure_group, confidence, rule)"
    " SELECT ?2, f ->> '$.id', f ->> '$.kind', nullif(f -> '$.value', 'null'),"
    " nullif(f -> '$.min_value', 'null'), nullif(f -> '$.max_value', 'null'),"
    " nullif(f -> '$.of', 'null'), f ->> '$.unit', f ->> '$.modifier', f ->> '$.quote',"
    " f ->> '$.start', f ->> '$.end', f ->> '$.text_start', f ->> '$.text_end',"
    " f ->> '$.sentence', f ->> '$.counted.text', f ->> '$.per', f ->> '$.action',"
    " f ->> '$.status', f ->> '$.change.direction', f ->> '$.change.baseline', f ->> '$.period',"
    " f ->> '$.period_basis', f ->> '$.unit_org.name', f ->> '$.unit_org.mention',"
    " f ->> '$.unit_org.basis', f ->> '$.place', f ->> '$.programme', f ->> '$.group',"
    " f ->> '$.confidence', f ->> '$.rule'"
    " FROM (SELECT value AS f FROM json_each(?1, '$.figures'))",
    "INSERT INTO checks (article, n, kind, holds, figures, expected, found, note)"
    " SELECT ?2, key, c ->> '$.kind', c ->> '$.holds', c -> '$.figures', c -> '$.expected',"
    " c -> '$.found', c ->> '$.note' FROM (SELECT key, value AS c FROM json_each(?1, '$.checks'))",
};

Result<Database> read_lines(std::string_view lines, const std::string& place) {
  auto database = Database::open(":memory:", Database::Mode::kWrite);
  if (!database) return database;
  if (Status done = database->execute("BEGIN; INSERT INTO runs VALUES (1, '', '', '')"); !done) {
    return done.error();
  }
  int64_t number = 0;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    for (const std::string_view sql : kRead) {
      auto insert = database->prepare(sql);
      if (!insert) return insert.error();
      insert->bind(0, line);
      insert->bind(1, number);
      if (Status done = insert->run(); !done) {
        return Error{Error::Code::kInput, place + ":" + std::to_string(number),
                     "is no record with its text: " + done.error().message,
                     "write the file with `solieu extract --with-text`"};
      }
    }
  }
  if (Status done = database->execute("COMMIT"); !done) return done.error();
  return database;
}

Result<std::unique_ptr<Review>> open_any(const std::filesystem::path& path) {
  const ReviewOptions options{.reviewer = "", .read_only = true, .blind = false};
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  if (std::string_view(*bytes).starts_with("SQLite format 3")) return Review::open(path, options);
  auto database = read_lines(*bytes, path.string());
  if (!database) return database.error();
  return Review::over(std::move(*database), options);
}

}  // namespace

Result<std::string> report_page(const std::filesystem::path& path) {
  const std::string_view page = page_file("report.html");
  const size_t at = page.find(kPlace);
  if (at == page.npos) {
    return Error{Error::Code::kUsage, "", "this program was built without the review page",
                 "build it where npm is installed"};
  }
  const auto review = open_any(path);
  if (!review) return review.error();
  const auto articles = (*review)->articles();
  if (!articles) return articles.error();
  std::string out(page.substr(0, at));
  // Inside a script element nothing may look like its end.
  for (const char c : *articles) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out.append(page.substr(at + kPlace.size()));
}

}  // namespace solieu
