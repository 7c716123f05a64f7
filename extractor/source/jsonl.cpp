#include "source/jsonl.h"

#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "source/iso_date.h"
#include "source/labels.h"

namespace solieu {
namespace {

namespace dom = simdjson::dom;

constexpr size_t kPiece = 64 * 1024;

class JsonLines final : public Container {
 public:
  JsonLines(Reader lines, const Content& about, Run* run)
      : lines_(std::move(lines)),
        uri_(about.uri),
        prefix_(about.prefix + std::string(without_container(about.name)) + "!"),
        run_(run) {}

  std::optional<Result<Member>> next() override {
    while (true) {
      size_t size = find_line_end();
      const std::string_view ahead = lines_.fill(0);
      if (lines_.damaged() && size == ahead.size()) {  // the line is not all there
        lines_.consume(size);
        return lines_.take_damage();
      }
      if (ahead.empty()) return std::nullopt;
      ++number_;
      if (size > run_->options.limits.document) {
        skip_line();
        return limit_error(place(),
                           "is larger than " + readable_size(run_->options.limits.document),
                           "--max-document");
      }
      const std::string line(ahead.substr(0, size));
      lines_.consume(std::min(size + 1, ahead.size()));
      const size_t begin = line.starts_with("\xEF\xBB\xBF") ? 3 : 0;
      if (line.find_first_not_of(" \t\r", begin) == std::string::npos) continue;
      return read_article(std::string_view(line).substr(begin));
    }
  }

 private:
  // Bytes before the next line end, or all that is left; more than the limit when the line is that
  // long.
  size_t find_line_end() {
    size_t seen = 0;
    while (true) {
      const std::string_view ahead = lines_.fill(seen + 1);
      const size_t end = ahead.find('\n', seen);
      if (end != std::string_view::npos) return end;
      if (ahead.size() == seen || ahead.size() > run_->options.limits.document) return ahead.size();
      seen = ahead.size();
    }
  }

  void skip_line() {
    while (true) {
      const std::string_view ahead = lines_.fill(kPiece);
      if (ahead.empty()) return;
      const size_t end = ahead.find('\n');
      lines_.consume(std::min(end, ahead.size() - 1) + 1);
      if (end != std::string_view::npos) return;
    }
  }

  std::string place() const { return uri_ + ":" + std::to_string(number_); }

  Error failure(std::string message, std::string remedy = "") const {
    return {Error::Code::kInput, place(), std::move(message), std::move(remedy)};
  }

  static std::optional<dom::element> find(const dom::object& object, const std::string& field) {
    if (field.empty()) return std::nullopt;
    const auto found = field.front() == '/' ? object.at_pointer(field) : object.at_key(field);
    if (found.error() != simdjson::SUCCESS || found.value_unsafe().is_null()) return std::nullopt;
    return found.value_unsafe();
  }

  static std::optional<std::string> text(const dom::object& object, const std::string& field) {
    const auto found = find(object, field);
    if (!found || !found->is_string()) return std::nullopt;
    return std::string(found->get_string().value_unsafe());
  }

  static std::optional<std::string> filled(const dom::object& object, const std::string& field) {
    auto out = text(object, field);
    return out && !out->empty() ? out : std::nullopt;
  }

  Result<Member> read_article(std::string_view line) {
    dom::element element;
    if (const auto code = parser_.parse(line.data(), line.size()).get(element)) {
      return failure(std::string("is no JSON: ") + simdjson::error_message(code));
    }
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS) return failure("is no JSON object");

    const JsonFields& fields = run_->options.fields;
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
    document.uri = uri_ + "!" + std::to_string(number_);
    document.id = prefix_ + std::to_string(number_);
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
    return Member(std::move(article));
  }

  Reader lines_;
  std::string uri_;
  std::string prefix_;  // of ids that are made up
  Run* run_;
  uint64_t number_ = 0;
  dom::parser parser_;
};

}  // namespace

std::unique_ptr<Container> open_jsonl(Reader lines, const Content& about, Run* run) {
  return std::make_unique<JsonLines>(std::move(lines), about, run);
}

}  // namespace solieu
