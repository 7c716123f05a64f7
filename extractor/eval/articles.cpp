#include "eval/articles.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/tsv.h"

namespace solieu {
namespace {

namespace ondemand = simdjson::ondemand;

// The functions below throw simdjson_error; parse_scored_articles turns it into an Error.

std::string string_or_empty(ondemand::value value) {
  if (value.type() != ondemand::json_type::string) return {};
  return std::string(std::string_view(value.get_string()));
}

std::optional<double> number(ondemand::value value) {
  if (value.type() != ondemand::json_type::number) return std::nullopt;
  // From the token, because exact decimals may have more digits than an int64.
  const std::string_view token = value.raw_json_token();
  double out = 0;
  std::from_chars(token.data(), token.data() + token.size(), out);
  return out;
}

Slot slot(ondemand::value value) {
  Slot out;
  if (value.type() == ondemand::json_type::object) {
    out.form = Slot::Form::kObject;
    std::string text;
    for (auto field : value.get_object()) {
      const std::string_view key = field.unescaped_key();
      if (key == "text") text = string_or_empty(field.value());
      if (key == "name") out.name = string_or_empty(field.value());
      if (key == "mention") out.mention = string_or_empty(field.value());
      if (key == "head") out.head = string_or_empty(field.value());
      if (key == "max") out.max = string_or_empty(field.value());
      if (key == "direction") out.direction = string_or_empty(field.value());
    }
    out.text = !text.empty() ? text : !out.name.empty() ? out.name : out.head;
  } else if (value.type() == ondemand::json_type::string) {
    out.form = Slot::Form::kString;
    out.text = string_or_empty(value);
  }
  return out;
}

ScoredFigure figure(ondemand::object object) {
  ScoredFigure out;
  bool has_low = false;
  bool has_high = false;
  for (auto field : object) {
    const std::string_view key = field.unescaped_key();
    ondemand::value value = field.value();
    if (key == "start") {
      out.start = static_cast<uint32_t>(uint64_t(value.get_uint64()));
    } else if (key == "end") {
      out.end = static_cast<uint32_t>(uint64_t(value.get_uint64()));
    } else if (key == "quote") {
      out.quote = string_or_empty(value);
    } else if (key == "kind") {
      out.kind = string_or_empty(value);
    } else if (key == "sentence") {
      out.sentence = string_or_empty(value);
    } else if (key == "confidence") {
      out.confidence = number(value);
    } else if (key == "optional") {
      out.optional = value.get_bool();
    } else if (key == "value") {
      out.has_value = true;
      out.value = number(value);
    } else if (key == "of") {
      out.of = number(value);
    } else if (key == "low" || (key == "min_value" && !has_low)) {
      has_low = key == "low";
      out.low = number(value);
    } else if (key == "high" || (key == "max_value" && !has_high)) {
      has_high = key == "high";
      out.high = number(value);
    } else if (const auto at = std::find(kAttributes.begin(), kAttributes.end(), key);
               at != kAttributes.end()) {
      out.attributes[static_cast<size_t>(at - kAttributes.begin())] = slot(value);
    }
  }
  return out;
}

std::vector<Span> spans(ondemand::array array) {
  std::vector<Span> out;
  for (ondemand::array each : array) {
    std::array<uint64_t, 2> ends{};
    size_t n = 0;
    for (const uint64_t end : each) {
      if (n < ends.size()) ends[n] = end;
      ++n;
    }
    if (n != ends.size()) throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE);
    out.push_back({static_cast<uint32_t>(ends[0]), static_cast<uint32_t>(ends[1])});
  }
  return out;
}

ScoredArticle article(ondemand::object object) {
  ScoredArticle out;
  bool has_id = false;
  for (auto field : object) {
    const std::string_view key = field.unescaped_key();
    if (key == "id") {
      out.id = std::string_view(field.value().get_string());
      has_id = true;
    } else if (key == "judged") {
      out.judged = spans(field.value().get_array());
    } else if (key == "figures") {
      for (ondemand::object each : field.value().get_array()) out.figures.push_back(figure(each));
    }
  }
  if (!has_id) throw simdjson::simdjson_error(simdjson::NO_SUCH_FIELD);
  return out;
}

}  // namespace

Result<ScoredArticles> read_scored_articles(const std::filesystem::path& path) {
  const auto text = read_file(path);
  if (!text) return text.error();
  return parse_scored_articles(*text, path.string());
}

Result<ScoredArticles> parse_scored_articles(std::string_view lines, const std::string& place) {
  ScoredArticles out;
  std::unordered_map<std::string, size_t> index;
  ondemand::parser parser;
  for (int number = 1; !lines.empty(); ++number) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    try {
      const simdjson::padded_string padded(line);
      auto document = parser.iterate(padded);
      ScoredArticle read = article(document.get_object());
      const auto [at, fresh] = index.try_emplace(read.id, out.size());
      if (fresh) {
        out.push_back(std::move(read));
      } else {
        out[at->second] = std::move(read);
      }
    } catch (const simdjson::simdjson_error& error) {
      return Error{Error::Code::kInput, place + ":" + std::to_string(number),
                   std::string("is no article with \"id\" and \"figures\": ") + error.what(),
                   "give one JSON object a line, as gold files and `solieu extract` have it"};
    }
  }
  return out;
}

}  // namespace solieu
