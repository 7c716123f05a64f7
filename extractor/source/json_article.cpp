#include "source/json_article.h"

#include <simdjson.h>

#include <optional>
#include <string>
#include <utility>

#include "source/iso_date.h"
#include "source/labels.h"

namespace solieu {
namespace {

namespace dom = simdjson::dom;

std::optional<std::string> text(const dom::object& object, std::string_view key) {
  std::string_view value;
  if (object.at_key(key).get(value) != simdjson::SUCCESS) return std::nullopt;
  return std::string(value);
}

std::optional<std::string> filled(const dom::object& object, std::string_view key) {
  auto out = text(object, key);
  return out && !out->empty() ? out : std::nullopt;
}

// The given id, also when it is a number; empty when there is none.
std::string id_of(const dom::object& object) {
  dom::element id;
  if (object.at_key("id").get(id) != simdjson::SUCCESS || id.is_null()) return {};
  const auto given = text(object, "id");
  return label(given ? *given : simdjson::minify(id));
}

}  // namespace

Result<SourceArticle> json_article(std::string_view line, const JsonPlace& place) {
  const std::string number = std::to_string(place.line);
  const auto failure = [&](std::string message, std::string remedy = "") {
    return Error{Error::Code::kInput, std::string(place.uri) + ":" + number, std::move(message),
                 std::move(remedy)};
  };
  dom::parser parser;
  dom::element element;
  if (const auto code = parser.parse(line.data(), line.size()).get(element)) {
    return failure(std::string("is no JSON: ") + simdjson::error_message(code));
  }
  dom::object object;
  if (element.get(object) != simdjson::SUCCESS) return failure("is no JSON object");

  SourceArticle article;
  Document& document = article.document;
  auto html = filled(object, "html");
  auto plain = html ? std::nullopt : text(object, "text");
  if (!html && !plain) return failure("has neither \"text\" nor \"html\"");
  document.media_type = html ? "text/html" : "text/plain";
  document.bytes = html ? std::move(*html) : std::move(*plain);
  document.encoding = "utf-8";
  document.uri = std::string(place.uri) + "!" + number;
  document.id = id_of(object);
  if (document.id.empty()) document.id = std::string(place.name) + "!" + number;
  Metadata& known = document.metadata;
  known.url = filled(object, "url");
  known.title = filled(object, "title");
  known.site = filled(object, "site");
  if (const auto date = filled(object, "date")) {
    known.date = to_iso_date(*date);
    if (!known.date) {
      article.warnings.push_back(
          {"date", "the date \"" + *date + "\" is not ISO 8601 and was left aside"});
    }
  }
  return article;
}

}  // namespace solieu
