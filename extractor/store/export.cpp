#include "store/export.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string>
#include <tuple>

#include "base/part_file.h"
#include "store/export_brat.h"
#include "store/stored_article.h"

namespace solieu {
namespace {

constexpr size_t kContext = 32;  // code points before and after a quote

// A writer of JSON objects: keys with texts, exact numbers, nothing for what is empty.
class Json {
 public:
  void begin_object() { writer_.StartObject(); }
  void end_object() { writer_.EndObject(); }
  void begin_array() { writer_.StartArray(); }
  void end_array() { writer_.EndArray(); }
  Json& key(std::string_view name) {
    writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    return *this;
  }
  void text(std::string_view value) {
    writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void number(uint64_t value) { writer_.Uint64(value); }
  void text(std::string_view name, std::string_view value) {
    if (!value.empty()) key(name).text(value);
  }
  void number(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    key(name);
    writer_.RawValue(value.data(), value.size(), rapidjson::kNumberType);
  }
  // What was written; begins anew.
  std::string take() {
    std::string out(buffer_.GetString(), buffer_.GetSize());
    buffer_.Clear();
    writer_.Reset(buffer_);
    return out;
  }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

// "urn:solieu:" and the article's id, percent-encoded.
std::string urn(const StoredArticle& article) {
  std::string out = "urn:solieu:";
  for (const char c : article.id) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += "0123456789ABCDEF"[byte >> 4];
      out += "0123456789ABCDEF"[byte & 15];
    }
  }
  return out;
}

void write_selectors(Json& json, const StoredFigure& figure, const CodePoints& text) {
  json.key("selector").begin_array();
  json.begin_object();
  json.text("type", "TextPositionSelector");
  json.key("start").number(figure.begin);
  json.key("end").number(figure.end);
  json.end_object();
  json.begin_object();
  json.text("type", "TextQuoteSelector");
  json.text("exact", figure.quote);
  json.text("prefix",
            text.slice(figure.begin < kContext ? 0 : figure.begin - kContext, figure.begin));
  json.text("suffix", text.slice(figure.end, figure.end + kContext));
  json.end_object();
  json.end_array();
}

void write_value(Json& json, const StoredFigure& figure) {
  const bool money = figure.kind == "money";
  json.text("@type", money ? "MonetaryAmount" : "QuantitativeValue");
  json.text("name", figure.quote);
  json.number("value", figure.value);
  // One bound or a range; an exact value says it all.
  if (figure.min_value != figure.value) json.number("minValue", figure.min_value);
  if (figure.max_value != figure.value) json.number("maxValue", figure.max_value);
  json.text(money ? "currency" : "unitText", figure.unit);
  json.text("description", figure.counted);
}

// The Web Annotation Data Model; what the figure says is a body in schema.org's terms.
void write_page(Json& json, const StoredArticle& article) {
  const CodePoints text(article.text);
  const std::string name = urn(article);
  json.begin_object();
  json.key("@context").begin_array();
  json.text("http://www.w3.org/ns/anno.jsonld");
  json.begin_object();
  json.text("schema", "https://schema.org/");
  json.end_object();
  json.end_array();
  json.text("id", name);
  json.text("type", "AnnotationPage");
  json.key("items").begin_array();
  for (const StoredFigure& figure : article.figures) {
    json.begin_object();
    json.text("id", name + "#" + figure.id);
    json.text("type", "Annotation");
    json.text("motivation", "tagging");
    json.key("body").begin_array();
    json.begin_object();
    json.text("type", "TextualBody");
    json.text("purpose", "tagging");
    json.text("value", figure.kind);
    json.end_object();
    json.begin_object();
    json.text("type",
              figure.kind == "money" ? "schema:MonetaryAmount" : "schema:QuantitativeValue");
    json.number("schema:value", figure.value);
    json.number("schema:minValue", figure.min_value);
    json.number("schema:maxValue", figure.max_value);
    json.text(figure.kind == "money" ? "schema:currency" : "schema:unitText", figure.unit);
    json.end_object();
    json.end_array();
    json.key("target").begin_object();
    json.text("source", article.url.empty() ? name : article.url);
    write_selectors(json, figure, text);
    json.end_object();
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_task(Json& json, const StoredArticle& article) {
  json.begin_object();
  json.key("data").begin_object();
  json.text("text", article.text);
  json.text("article_id", article.id);
  json.text("title", article.title);
  json.text("url", article.url);
  json.end_object();
  json.key("predictions").begin_array();
  json.begin_object();
  json.text("model_version", "solieu " + article.solieu);
  json.key("result").begin_array();
  for (const StoredFigure& figure : article.figures) {
    json.begin_object();
    json.text("id", figure.id);
    json.text("from_name", "label");
    json.text("to_name", "text");
    json.text("type", "labels");
    json.number("score", figure.confidence);
    json.key("value").begin_object();
    json.key("start").number(figure.begin);
    json.key("end").number(figure.end);
    json.text("text", figure.quote);
    json.key("labels").begin_array();
    json.text(figure.kind);
    json.end_array();
    json.end_object();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.end_array();
  json.end_object();
}

void write_labels(Json& json, const StoredArticle& article) {
  json.begin_object();
  json.text("article_id", article.id);
  json.text("text", article.text);
  json.key("label").begin_array();
  for (const StoredFigure& figure : article.figures) {
    json.begin_array();
    json.number(figure.begin);
    json.number(figure.end);
    json.text(figure.kind);
    json.end_array();
  }
  json.end_array();
  json.end_object();
}

void write_news_article(Json& json, const StoredArticle& article) {
  json.begin_object();
  json.text("@context", "https://schema.org");
  json.text("@type", "NewsArticle");
  json.text("@id", urn(article));
  json.text("identifier", article.id);
  json.text("headline", article.title);
  json.text("url", article.url);
  json.text("datePublished", article.published);
  json.text("inLanguage", "vi");
  for (const auto& [key, type, value] : {std::tuple("author", "Person", article.byline),
                                         {"publisher", "Organization", article.site}}) {
    if (value.empty()) continue;
    json.key(key).begin_object();
    json.text("@type", type);
    json.text("name", value);
    json.end_object();
  }
  json.key("mentions").begin_array();
  for (const StoredFigure& figure : article.figures) {
    json.begin_object();
    write_value(json, figure);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

struct Notation {
  void (*write)(Json&, const StoredArticle&);
  std::string_view begin, between, end;
};

Notation notation_of(ExportFormat format) {
  switch (format) {
    case ExportFormat::kLabelStudio:
      return {write_task, "[\n", ",\n", "\n]\n"};
    case ExportFormat::kDoccano:
      return {write_labels, "", "\n", "\n"};
    case ExportFormat::kSchemaOrg:
      return {write_news_article, "", "\n", "\n"};
    default:
      return {write_page, "", "\n", "\n"};
  }
}

}  // namespace

Result<size_t> export_store(const Database& store, ExportFormat format,
                            const std::filesystem::path& to) {
  auto articles = StoredArticles::open(store);
  if (!articles) return articles.error();
  if (format == ExportFormat::kBrat) return export_brat(*articles, to);

  auto file = PartFile::open(to);
  if (!file) return file.error();
  const Notation notation = notation_of(format);
  Json json;
  StoredArticle article;
  size_t count = 0;
  for (;;) {
    const auto more = articles->next(article);
    if (!more) return more.error();
    if (!*more) break;
    notation.write(json, article);
    Status status = file->append(count == 0 ? notation.begin : notation.between);
    if (status) status = file->append(json.take());
    if (!status) return status.error();
    ++count;
  }
  if (count == 0 && !notation.begin.empty()) {
    if (Status status = file->append(notation.begin); !status) return status.error();
  }
  if (count > 0 || !notation.begin.empty()) {
    if (Status status = file->append(notation.end); !status) return status.error();
  }
  if (Status done = file->finish(); !done) return done.error();
  return count;
}

}  // namespace solieu
