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

std::optional<dom::element> find(const dom::object& object, const std::string& field) {
  if (field.empty()) return std::nullopt;
  const auto found = field.front() == '/' ? object.at_pointer(field) : object.at_key(field);
  if (found.error() != simdjson::SUCCESS || found.value_unsafe().is_null()) return std::nullopt;
  return found.value_unsafe();
}

std::optional<std::string> text(const dom::object& object, const std::string& field) {
  const auto found = find(object, field);
  if (!found || !found->is_string()) return std::nullopt;
  return std::string(found->get_string().value_unsafe());
}

std::optional<std::string> filled(const dom::object& object, const std::string& field) {
  auto out = text(object, field);
  return out && !out->empty() ? out : std::nullopt;
}

}  // namespace

Result<SourceArticle> json_article(std::string_view line, const JsonFields& fields,
                                   const JsonPlace& place) {
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
  auto html = filled(object, fields.html);
  auto plain = html ? std::nullopt : text(object, fields.text);
  if (!html && !plain) {
    return failure("has no text in \"" + fields.text + "\" nor \"" + fields.html + "\"",
                   "name the fields with --text-field or --html-field");
  }
  document.media_type = html ? "text/html" : "text/plain";
  document.bytes = html ? std::move(*html) : std::move(*plain);
  document.encoding = "utf-8";
  document.uri = std::string(place.uri) + "!" + number;
  document.id = std::string(place.prefix) + number;
  if (const auto id = find(object, fields.id)) {
    const auto given = text(object, fields.id);
    if (!given || !given->empty()) document.id = label(given ? *given : simdjson::minify(*id));
  }
  Metadata& known = document.metadata;
  known.url = filled(object, fields.url);
  known.title = filled(object, fields.title);
  known.site = filled(object, fields.site);
  if (const auto date = filled(object, fields.date)) {
    known.date = to_iso_date(*date);
    if (!known.date) {
      article.warnings.push_back(
          {"date", "the date \"" + *date + "\" is not ISO 8601 and was left aside"});
    }
  }
  return article;
}

}  // namespace solieu
