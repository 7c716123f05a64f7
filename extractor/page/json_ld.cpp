#include "page/json_ld.h"

#include <simdjson.h>

#include "page/attributes.h"

namespace solieu {
namespace {

namespace dom = simdjson::dom;

constexpr int kDeepest = 8;

// A string, a number, or the "@value" of an object.
std::string string_at(const dom::object& object, std::string_view key) {
  dom::element element;
  if (object.at_key(key).get(element) != simdjson::SUCCESS) return {};
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS) return std::string(text);
  int64_t number = 0;
  if (element.get(number) == simdjson::SUCCESS) return std::to_string(number);
  dom::object inner;
  if (element.get(inner) != simdjson::SUCCESS || key == "@value") return {};
  return string_at(inner, "@value");
}

// A name, an object with a name, or a list of such.
std::string names_in(const dom::element& element) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS) return std::string(text);
  dom::object object;
  if (element.get(object) == simdjson::SUCCESS) return string_at(object, "name");
  dom::array list;
  std::string out;
  if (element.get(list) == simdjson::SUCCESS) {
    for (const dom::element one : list) {
      const std::string name = names_in(one);
      if (!name.empty()) out += (out.empty() ? "" : ", ") + name;
    }
  }
  return out;
}

std::string names_at(const dom::object& object, std::string_view key) {
  dom::element element;
  return object.at_key(key).get(element) == simdjson::SUCCESS ? names_in(element) : std::string();
}

bool is_article(const dom::object& object) {
  const auto article = [](std::string_view type) {
    return type.ends_with("Article") || type == "BlogPosting" || type == "Report";
  };
  dom::element type;
  if (object.at_key("@type").get(type) != simdjson::SUCCESS) return false;
  std::string_view one;
  if (type.get(one) == simdjson::SUCCESS) return article(one);
  dom::array several;
  if (type.get(several) != simdjson::SUCCESS) return false;
  for (const dom::element each : several) {
    if (each.get(one) == simdjson::SUCCESS && article(one)) return true;
  }
  return false;
}

void keep(std::vector<std::string>& list, std::string value) {
  if (!value.empty()) list.push_back(std::move(value));
}

void read(const dom::element& element, LinkedData& out, int depth) {
  if (depth > kDeepest) return;
  dom::array list;
  if (element.get(list) == simdjson::SUCCESS) {
    for (const dom::element one : list) read(one, out, depth + 1);
    return;
  }
  dom::object object;
  if (element.get(object) != simdjson::SUCCESS) return;
  if (is_article(object)) {
    out.article = true;
    keep(out.headlines, string_at(object, "headline"));
    keep(out.authors, names_at(object, "author"));
    keep(out.publishers, names_at(object, "publisher"));
    keep(out.published, string_at(object, "datePublished"));
    keep(out.modified, string_at(object, "dateModified"));
    dom::object page;
    if (object.at_key("mainEntityOfPage").get(page) == simdjson::SUCCESS) {
      keep(out.urls, string_at(page, "@id"));
    } else {
      keep(out.urls, string_at(object, "mainEntityOfPage"));
    }
    return;
  }
  dom::element graph;
  if (object.at_key("@graph").get(graph) == simdjson::SUCCESS) read(graph, out, depth + 1);
  if (object.at_key("mainEntity").get(graph) == simdjson::SUCCESS) read(graph, out, depth + 1);
}

// The value of the first "key": "…" in text that is no JSON.
std::string loose_value(std::string_view text, std::string_view key) {
  const std::string quoted = "\"" + std::string(key) + "\"";
  size_t at = text.find(quoted);
  if (at == std::string_view::npos) return {};
  at = text.find_first_not_of(" :", at + quoted.size());
  if (at == std::string_view::npos || text[at] != '"') return {};
  const size_t end = text.find('"', at + 1);
  return end == std::string_view::npos ? std::string()
                                       : std::string(text.substr(at + 1, end - at - 1));
}

}  // namespace

LinkedData read_json_ld(std::string_view script) {
  LinkedData out;
  const size_t begin = script.find_first_of("{[\"");
  const size_t end = script.find_last_of("}]\"");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return out;
  std::string text(script.substr(begin, end + 1 - begin));
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  // Escaped for HTML as a whole: then no key has a plain quote.
  if (text.find('"') == std::string::npos) text = attribute_text(text);
  // A string that holds JSON, perhaps more than once.
  for (int layer = 0; layer < 3; ++layer) {
    dom::parser parser;
    dom::element root;
    if (parser.parse(text).get(root) != simdjson::SUCCESS) break;
    std::string_view inner;
    if (root.get(inner) != simdjson::SUCCESS) {
      read(root, out, 0);
      return out;
    }
    text = std::string(inner);
  }
  keep(out.published, loose_value(text, "datePublished"));
  keep(out.modified, loose_value(text, "dateModified"));
  keep(out.headlines, loose_value(text, "headline"));
  out.article = text.find("Article\"") != std::string::npos;
  return out;
}

}  // namespace solieu
