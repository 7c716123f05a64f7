#include "solieu/json.h"

#ifdef __SSE2__
#define RAPIDJSON_SSE2  // finds the next character to escape 16 bytes at a time
#endif
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>

namespace solieu {
namespace {

// Writes one record. Empty string views become null, as record.h says.
class RecordWriter {
 public:
  RecordWriter(const ArticleRecord& record, const JsonOptions& options)
      : record_(record), options_(options), buffer_(nullptr, expected_size(record, options)) {}

  std::string_view write() {
    json_.StartObject();
    field("schema", "solieu.article/1");
    field("status", name_of(record_.status));
    field("duplicate_of", record_.duplicate_of);
    key("id");
    string(record_.document->id);
    source();
    field("title", record_.title);
    field("byline", record_.byline);
    field("site", record_.site);
    field("url", record_.url);
    field("language", "vi");
    field("published", record_.published);
    field("modified", record_.modified);
    key("text");
    if (options_.with_text) {
      string(record_.text);
    } else {
      json_.Null();
    }
    list("figures", record_.figures);
    list("units", record_.units);
    list("dates", record_.dates);
    list("checks", record_.checks);
    list("warnings", record_.warnings);
    key("provenance");
    json_.StartObject();
    field("solieu", version());
    field("rules", record_.rules);
    json_.EndObject();
    json_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  static size_t expected_size(const ArticleRecord& record, const JsonOptions& options) {
    return 2048 + record.figures.size() * 1536 + (options.with_text ? record.text.size() * 2 : 0);
  }

  void key(std::string_view name) { json_.Key(name.data(), length(name)); }
  void string(std::string_view text) { json_.String(text.data(), length(text)); }
  static rapidjson::SizeType length(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
  }

  void value(std::string_view text) {
    if (text.empty()) {
      json_.Null();
    } else {
      string(text);
    }
  }
  void value(Decimal number) {
    scratch_.clear();
    number.append_to(scratch_);
    json_.RawValue(scratch_.data(), scratch_.size(), rapidjson::kNumberType);
  }
  void value(uint32_t number) { json_.Uint(number); }
  void value(bool truth) { json_.Bool(truth); }
  template <class T>
  void value(const std::optional<T>& maybe) {
    if (maybe) {
      value(*maybe);
    } else {
      json_.Null();
    }
  }
  template <class T>
  void field(std::string_view name, const T& what) {
    key(name);
    value(what);
  }
  // A literal would otherwise turn into bool.
  void field(std::string_view name, const char* what) { field(name, std::string_view(what)); }

  void id(uint64_t number) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::array<char, 16> text{};
    for (size_t i = text.size(); i-- > 0; number >>= 4) text[i] = kDigits[number & 15];
    string({text.data(), text.size()});
  }

  template <class T>
  void list(std::string_view name, const std::vector<T>& items) {
    key(name);
    json_.StartArray();
    for (const T& item : items) {
      json_.StartObject();
      members(item);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void source() {
    const Document& document = *record_.document;
    key("source");
    json_.StartObject();
    key("uri");
    string(document.uri);
    key("sha256");
    string(record_.sha256);
    key("bytes");
    json_.Uint64(document.bytes.size());
    field("media_type", std::string_view(document.media_type));
    field("encoding", record_.encoding);
    field("captured_at", record_.captured_at);
    json_.EndObject();
  }

  void offsets(const Evidence& evidence) {
    field("start", evidence.source.begin);
    field("end", evidence.source.end);
    field("text_start", evidence.text.begin);
    field("text_end", evidence.text.end);
  }

  // Figures of one sentence follow each other: it is escaped once and copied for the rest.
  void sentence(std::string_view text) {
    key("sentence");
    if (text.empty()) {
      json_.Null();
      return;
    }
    if (text.data() == sentence_.data() && text.size() == sentence_.size()) {
      json_.RawValue(escaped_.data(), escaped_.size(), rapidjson::kStringType);
      return;
    }
    const size_t before = buffer_.GetSize();
    string(text);
    sentence_ = text;
    escaped_.assign(buffer_.GetString() + before + 1, buffer_.GetSize() - before - 1);  // after ':'
  }

  void members(const Figure& figure) {
    key("id");
    id(figure.id);
    field("kind", name_of(figure.kind));
    field("value", figure.value);
    field("min_value", figure.min_value);
    field("max_value", figure.max_value);
    field("of", figure.of);
    field("unit", figure.unit);
    field("modifier", name_of(figure.modifier));
    field("modifier_text", figure.modifier_text);
    field("quote", figure.evidence.quote);
    offsets(figure.evidence);
    sentence(figure.sentence);
    field("counted", figure.counted);
    field("per", figure.per);
    table(figure);
    field("action", figure.action);
    field("status", name_of(figure.status));
    field("change", figure.change);
    field("period", figure.period);
    field("period_basis",
          figure.period.empty() ? std::string_view() : name_of(figure.period_basis));
    field("unit_org", figure.unit_org);
    field("place", figure.place);
    field("programme", figure.programme);
    field("group", figure.group);
    field("confidence", figure.confidence);
    field("rule", figure.rule);
  }

  void table(const Figure& figure) {
    key("table");
    if (figure.table_row.empty() && figure.table_column.empty()) {
      json_.Null();
      return;
    }
    json_.StartObject();
    field("row", figure.table_row);
    field("column", figure.table_column);
    json_.EndObject();
  }

  void value(const Counted& counted) {
    json_.StartObject();
    field("text", counted.text);
    field("lemma", counted.lemma);
    json_.EndObject();
  }

  void value(const Change& change) {
    json_.StartObject();
    field("direction", name_of(change.direction));
    field("baseline", change.baseline);
    field("baseline_value", change.baseline_value);
    json_.EndObject();
  }

  void value(const UnitRef& unit) {
    json_.StartObject();
    field("name", unit.name);
    field("mention", unit.mention);
    field("ref", unit.ref);
    field("basis", name_of(unit.basis));
    json_.EndObject();
  }

  void members(const Unit& unit) {
    key("id");
    id(unit.id);
    field("mention", unit.evidence.quote);
    field("name", unit.name);
    field("type", unit.type);
    field("level", unit.level);
    field("ref", unit.ref);
    field("ref_name", unit.ref_name);
    field("place", unit.place);
    field("as_of", unit.as_of);
    offsets(unit.evidence);
    field("confidence", unit.confidence);
    field("rule", unit.rule);
  }

  void members(const DateMention& date) {
    field("quote", date.evidence.quote);
    field("value", date.value);
    field("role", date.role);
    offsets(date.evidence);
    field("rule", date.rule);
  }

  void members(const Check& check) {
    field("kind", check.kind);
    field("holds", check.holds);
    key("figures");
    json_.StartArray();
    for (const uint64_t figure : check.figures) id(figure);
    json_.EndArray();
    field("expected", check.expected);
    field("found", check.found);
    field("note", check.note);
  }

  void members(const Warning& warning) {
    field("code", warning.code);
    field("message", warning.message);
    field("count", warning.count);
    field("start", warning.source ? std::optional(warning.source->begin) : std::nullopt);
    field("end", warning.source ? std::optional(warning.source->end) : std::nullopt);
  }

  const ArticleRecord& record_;
  const JsonOptions& options_;
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> json_{buffer_};
  std::string scratch_;
  std::string_view sentence_;  // the last one written
  std::string escaped_;        // its JSON, quotes included
};

}  // namespace

void append_json(const ArticleRecord& record, const JsonOptions& options, std::string& out) {
  out += RecordWriter(record, options).write();
}

std::string_view version() { return SOLIEU_VERSION; }

}  // namespace solieu
