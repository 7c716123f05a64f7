#include "review/review.h"

#include <simdjson.h>

#include <algorithm>

#include "base/sha256.h"
#include "segment/layout.h"
#include "store/packed_offsets.h"
#include "text/clean_text.h"

namespace solieu {
namespace {

namespace dom = simdjson::dom;

Error bad_request(std::string message) { return {Error::Code::kInput, "", std::move(message), ""}; }

std::optional<std::string> string_at(const dom::element& object, std::string_view key) {
  std::string_view out;
  if (object[key].get(out) != simdjson::SUCCESS) return std::nullopt;
  return std::string(out);
}

std::optional<SegmentPlace> place_at(const dom::element& object, std::string_view key) {
  uint64_t segment = 0;
  uint64_t unit = 0;
  if (object["selection"][key]["segment"].get(segment) != simdjson::SUCCESS ||
      object["selection"][key]["unit"].get(unit) != simdjson::SUCCESS || segment > UINT32_MAX ||
      unit > UINT32_MAX) {
    return std::nullopt;
  }
  return SegmentPlace{static_cast<uint32_t>(segment), static_cast<uint32_t>(unit)};
}

FieldValues values_at(const dom::element& object, std::string_view key) {
  FieldValues out;
  dom::object values;
  if (object[key].get(values) != simdjson::SUCCESS) return out;
  for (const dom::key_value_pair field : values) {
    std::string_view text;
    out[std::string(field.key)] = field.value.get(text) == simdjson::SUCCESS
                                      ? std::optional<std::string>(text)
                                      : std::nullopt;
  }
  return out;
}

std::string sentence_around(std::string_view text, Span bytes) {
  std::vector<Span> sentences;
  split_sentences(text, {0, static_cast<uint32_t>(text.size())}, sentences);
  for (const Span sentence : sentences) {
    if (sentence.begin <= bytes.begin && bytes.end <= sentence.end) {
      return std::string(sentence.of(text));
    }
  }
  return std::string(bytes.of(text));
}

}  // namespace

Review::Review(Database database, ReviewOptions options)
    : database_(std::move(database)),
      options_(std::move(options)),
      decisions_(database_, options_.reviewer, options_.blind) {}

Result<std::unique_ptr<Review>> Review::open(const std::filesystem::path& path,
                                             ReviewOptions options) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    return Error{Error::Code::kInput, path.string(), "does not exist",
                 "make a store with `solieu extract --to sqlite:" + path.string() + "`"};
  }
  auto database =
      Database::open(path, options.read_only ? Database::Mode::kRead : Database::Mode::kWrite);
  if (!database) return database.error();
  return over(std::move(*database), std::move(options));
}

Result<std::unique_ptr<Review>> Review::over(Database database, ReviewOptions options) {
  auto out = std::unique_ptr<Review>(new Review(std::move(database), std::move(options)));
  if (Status done = out->reload(); !done) return done.error();
  return out;
}

Result<int64_t> Review::data_version() {
  auto query = database_.prepare("PRAGMA data_version");
  if (!query) return query.error();
  if (auto row = query->step(); !row) return row.error();
  return query->integer(0);
}

Status Review::reload() {
  const auto version = data_version();
  if (!version) return version.error();
  auto table = RecordTable::load(database_, scope());
  if (!table) return table.error();
  if (generation_ == 0 || !table->continues(table_)) ++generation_;
  table_ = std::move(*table);
  version_ = *version;
  return {};
}

Status Review::catch_up() {
  const auto version = data_version();
  if (!version) return version.error();
  return *version == version_ ? Status() : reload();
}

Result<std::optional<std::vector<int64_t>>> Review::articles_with(const std::string& query) {
  std::string phrase;
  for (size_t i = 0; i < query.size(); ++i) {
    // As the index has it: d for đ; quotes would end the phrase.
    const std::string_view two = std::string_view(query).substr(i, 2);
    if (two == "đ" || two == "Đ") {
      phrase += 'd';
      ++i;
    } else if (query[i] != '"' && query[i] != '\0') {
      phrase += query[i];
    }
  }
  std::optional<std::vector<int64_t>> out;
  if (phrase.find_first_not_of(' ') == phrase.npos) return out;
  auto found =
      database_.prepare("SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rowid");
  if (!found) return found.error();
  // The words in this order; the last one may go on.
  const std::string match = "\"" + phrase + "\"*";
  found->bind(0, match);
  out.emplace();
  for (;;) {
    const auto more = found->step();
    if (!more) return more.error();
    if (!*more) return out;
    out->push_back(found->integer(0));
  }
}

std::vector<Segment> Review::segments(std::string_view text,
                                      const std::vector<uint32_t>& rows) const {
  std::vector<Span> marks;
  for (const uint32_t row : rows) marks.push_back(table_.rows()[row].text);
  return cut_at_figures(text, marks);
}

// Where a selection of the page stands.
Result<AddedPlace> Review::place_of(const std::string& article, SegmentPlace begin,
                                    SegmentPlace end, std::string& quote) {
  auto query =
      database_.prepare("SELECT article, text, sha256, offsets FROM articles WHERE id = ?");
  if (!query) return query.error();
  query->bind(0, article);
  const auto found = query->step();
  if (!found) return found.error();
  if (!*found) return bad_request("there is no article " + article);
  const std::string_view text = query->text(1);
  const auto cut = segments(text, table_.of_article(query->integer(0)));
  const auto from = byte_at(text, cut, begin);
  const auto to = byte_at(text, cut, end);
  if (!from || !to || *from >= *to) return bad_request("the selection is no place in the article");
  Span bytes{*from, *to};
  constexpr std::string_view kBlank = " \t\n";
  while (!bytes.empty() && kBlank.find(text[bytes.begin]) != kBlank.npos) ++bytes.begin;
  while (!bytes.empty() && kBlank.find(text[bytes.end - 1]) != kBlank.npos) --bytes.end;
  if (bytes.empty()) return bad_request("the selection is empty");
  quote = bytes.of(text);

  AddedPlace out;
  out.text = CodePointCounter(text).of(bytes);
  out.sentence = sentence_around(text, bytes);
  if (query->is_null(3) && to_hex(sha256(text)) != query->text(2)) {
    return Error{Error::Code::kInput, article,
                 "was stored by an older solieu, without source offsets", "extract it again"};
  }
  const auto offsets = unpack_offsets(query->blob(3));
  if (!offsets) return offsets.error();
  out.source = offsets->to_source(bytes);
  return out;
}

Result<std::string> Review::decide(std::string_view body) {
  dom::parser parser;
  dom::element request;
  if (parser.parse(simdjson::padded_string(body)).get(request) != simdjson::SUCCESS) {
    return bad_request("the body is no JSON");
  }
  const std::string action = string_at(request, "action").value_or("");
  FigureKey key{string_at(request, "article").value_or(""),
                string_at(request, "figure").value_or("")};
  const auto seen = string_at(request, "before");
  Status done;
  if (action == "accept") {
    done = decisions_.accept(key, seen);
  } else if (action == "reject") {
    done = decisions_.reject(key, seen);
  } else if (action == "edit") {
    done = decisions_.edit(key, seen, values_at(request, "after"));
  } else if (action == "add") {
    const auto begin = place_at(request, "start");
    const auto end = place_at(request, "end");
    if (!begin || !end) return bad_request("an added figure needs a selection");
    std::string quote;
    const auto place = place_of(key.article, *begin, *end, quote);
    if (!place) return place.error();
    FieldValues values = values_at(request, "after");
    values["quote"] = quote;
    auto id = decisions_.add(key.article, std::move(values), *place);
    if (!id) return id.error();
    key.figure = std::move(*id);
  } else {
    return bad_request("there is no action " + action);
  }
  if (!done) return done.error();
  if (Status read = table_.refresh(database_, key.article, key.figure); !read) return read.error();
  return R"({"figure":")" + key.figure + "\"," + totals() + "}";
}

Result<std::string> Review::accept_all(const Selection& selection, uint32_t expected) {
  const auto articles = articles_with(selection.query);
  if (!articles) return articles.error();
  std::vector<int64_t> figures;
  for (const uint32_t number : table_.select(selection, *articles ? &**articles : nullptr)) {
    const RecordTable::Row& row = table_.rows()[number];
    if (table_.is_open(row) && row.figure != 0) figures.push_back(row.figure);
  }
  if (figures.size() != expected) {
    return Error{Error::Code::kUsage, "",
                 std::to_string(figures.size()) + " records are open there now, not " +
                     std::to_string(expected),
                 "look at them again"};
  }
  if (Status done = decisions_.accept_all(figures); !done) return done.error();
  if (Status done = reload(); !done) return done.error();
  return R"({"accepted":)" + std::to_string(figures.size()) + "," + totals() + "}";
}

Result<std::string> Review::undo() {
  const auto undone = decisions_.undo();
  if (!undone) return undone.error();
  if (undone->only) {
    const auto& [article, figure] = *undone->only;
    if (Status done = table_.refresh(database_, article, figure); !done) return done.error();
    auto names = database_.prepare("SELECT json_object('article', ?, 'figure', ?)");
    if (!names) return names.error();
    names->bind(0, article);
    names->bind(1, figure);
    if (auto row = names->step(); !row) return row.error();
    return R"({"undone":1,)" + totals() + "," + std::string(names->text(0).substr(1));
  }
  if (Status done = reload(); !done) return done.error();
  return R"({"undone":)" + std::to_string(undone->count) + "," + totals() + "}";
}

}  // namespace solieu
