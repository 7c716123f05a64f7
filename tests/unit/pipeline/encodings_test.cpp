// An article converted to any encoding gives the record of the original, but for where it stands in
// the source.
#include <algorithm>
#include <functional>
#include <map>

#include "catch.h"
#include "own_rules.h"
#include "solieu/json.h"
#include "text/clean_text.h"
#include "text/encoders.h"
#include "text/legacy.h"

using namespace solieu;
using namespace solieu::testing;

namespace {

// Figures, units and dates by their numbers in the record, without their places in the source.
template <class Item>
void forget_source(std::vector<Item>& items) {
  for (Item& item : items) item.evidence.source = {};
}

using Convert = std::function<std::string(std::string_view)>;

std::string unconverted(std::string_view text) { return std::string(text); }

// The record of a converted text as JSON, without what the conversion must change. Each quote is
// held against its slice of the source.
std::string record_of(std::string_view text, const Convert& convert) {
  Document document;
  document.id = document.uri = "article";
  document.bytes = convert(text);
  ArticleRecord record = own_extractor().extract(std::move(document));
  for (const Figure& figure : record.figures) {
    const std::string_view slice = figure.evidence.source.of(record.document->bytes);
    CHECK(slice == convert(figure.evidence.quote));
    const auto begin = static_cast<uint32_t>(figure.evidence.quote.data() - record.text.data());
    const auto size = static_cast<uint32_t>(figure.evidence.quote.size());
    CHECK(record.offsets->to_source({begin, begin + size}) == figure.evidence.source);
  }
  std::map<uint64_t, uint64_t> numbers;
  for (Figure& figure : record.figures) {
    const uint64_t number = numbers.size() + 1;
    numbers[figure.id] = number;
    figure.id = number;
  }
  for (Check& check : record.checks)
    for (uint64_t& figure : check.figures) figure = numbers.at(figure);
  for (size_t i = 0; i < record.units.size(); ++i) record.units[i].id = i;
  forget_source(record.figures);
  forget_source(record.units);
  forget_source(record.dates);
  record.warnings.clear();
  record.sha256.clear();
  record.encoding = {};
  std::string json;
  append_json(record, {.with_text = true}, json);
  const size_t size = json.find("\"bytes\":");
  json.erase(size, json.find(',', size) - size);
  return json;
}

// What stands around the first difference; empty when they are equal.
std::string difference(const std::string& got, const std::string& want) {
  const auto at = std::mismatch(got.begin(), got.end(), want.begin(), want.end());
  if (at.first == got.end() && at.second == want.end()) return "";
  const auto offset = static_cast<size_t>(at.first - got.begin());
  const size_t from = offset < 200 ? 0 : offset - 200;
  return got.substr(from, 260) + "\n  instead of\n" + want.substr(from, 260);
}

size_t check_articles(const std::vector<Article>& articles) {
  size_t records = 0;
  for (const Article& article : articles) {
    INFO(article.name);
    const std::string text(clean(article.text).text());
    const auto check = [&](std::string_view name, const std::string& held, const Convert& convert) {
      INFO(name);
      CHECK(difference(record_of(held, convert), record_of(held, unconverted)) == "");
      ++records;
    };
    for (const Encoding encoding : kByteEncodings) {
      std::string held(clean(holdable(text, encoding)).text());
      const auto convert = [=](std::string_view piece) {
        return encode(holdable(piece, encoding), encoding);
      };
      // TCVN3 has no toned capitals but in a font of their own: what its words show is the text.
      if (encoding == Encoding::kTcvn3) held = clean(convert(held)).text();
      check(name_of(encoding), held, convert);
    }
    check("utf-16le", text, [](std::string_view piece) { return as_utf16(piece, false); });
    check("utf-16be", text, [](std::string_view piece) { return as_utf16(piece, true); });
    check("nfd", text, as_nfd);
    check("entities", text, as_entities);
    check("mojibake", text, as_mojibake);
    check("mojibake twice", text,
          [](std::string_view piece) { return as_mojibake(as_mojibake(piece)); });
  }
  return records;
}

}  // namespace

TEST_CASE("converted corpus articles give the same records") {
  CHECK(check_articles(corpus_articles()) > 0);
}

TEST_CASE("converted articles from outside give the same records") {
  check_articles(shared_articles());
}
