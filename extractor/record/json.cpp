#include "solieu/json.h"

// Without RAPIDJSON_SSE2, which leaves 0x1A to 0x1F as they are.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <cstring>
#include <utility>

namespace solieu {
namespace {

using Buffer = rapidjson::StringBuffer;

// Not zero when one of eight bytes needs escaping: a quotation mark, a backslash, a control
// character.
uint64_t special_among(uint64_t bytes) {
  constexpr uint64_t kOnes = ~uint64_t{0} / 0xFF;
  const auto has_zero = [](uint64_t word) { return (word - kOnes) & ~word; };
  return (((bytes - kOnes * 0x20) & ~bytes) | has_zero(bytes ^ (kOnes * '"')) |
          has_zero(bytes ^ (kOnes * '\\'))) &
         (kOnes << 7);
}

bool is_plain(std::string_view text) {
  constexpr size_t kWord = sizeof(uint64_t);
  const auto word = [&](size_t at, size_t size) {
    uint64_t bytes = ~uint64_t{0};
    std::memcpy(&bytes, text.data() + at, size);
    return bytes;
  };
  if (text.size() < kWord) return special_among(word(0, text.size())) == 0;
  uint64_t special = special_among(word(text.size() - kWord, kWord));  // the rest, and some before
  for (size_t at = 0; at + kWord <= text.size(); at += kWord)
    special |= special_among(word(at, kWord));
  return special == 0;
}

// Writes strings that need escaping and integers. Keys and brackets do not go through it: they are
// literals that hold their commas and colons, copied as they are, which makes a record two to three
// times as fast.
struct Escaper : rapidjson::Writer<Buffer> {
  using Writer::Writer;
  using Writer::WriteString;
  using Writer::WriteUint64;
};

// Writes one record. Empty string views become null, as record.h says.
class RecordWriter {
 public:
  RecordWriter(const ArticleRecord& record, const JsonOptions& options)
      : record_(record), options_(options), buffer_(nullptr, expected_size(record, options)) {}

  std::string_view write() {
    literal(R"({"schema":"solieu.article/1","status":")");
    copy(name_of(record_.status));
    field(R"(","duplicate_of":)", record_.duplicate_of);
    literal(R"(,"id":)");
    string(record_.document->id);
    source();
    field(R"(,"title":)", record_.title);
    field(R"(,"byline":)", record_.byline);
    field(R"(,"site":)", record_.site);
    field(R"(,"url":)", record_.url);
    field(R"(,"language":"vi","published":)", record_.published);
    field(R"(,"modified":)", record_.modified);
    literal(R"(,"text":)");
    if (options_.with_text) {
      string(record_.text);
    } else {
      null();
    }
    list(R"(,"figures":[)", record_.figures);
    list(R"(],"units":[)", record_.units);
    list(R"(],"dates":[)", record_.dates);
    list(R"(],"checks":[)", record_.checks);
    list(R"(],"warnings":[)", record_.warnings);
    field(R"(],"provenance":{"solieu":)", version());
    field(R"(,"rules":)", record_.rules);
    literal("}}");
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  static size_t expected_size(const ArticleRecord& record, const JsonOptions& options) {
    return 2048 + record.figures.size() * 1536 + (options.with_text ? record.text.size() * 2 : 0);
  }

  template <size_t N>
  void literal(const char (&text)[N]) {
    std::memcpy(buffer_.Push(N - 1), text, N - 1);
  }
  // Text that needs no escaping.
  void copy(std::string_view text) {
    std::memcpy(buffer_.Push(text.size()), text.data(), text.size());
  }
  void null() { literal("null"); }
  void string(std::string_view text) {
    if (!is_plain(text)) {
      escaper_.WriteString(text.data(), static_cast<rapidjson::SizeType>(text.size()));
      return;
    }
    char* to = buffer_.Push(text.size() + 2);
    *to++ = '"';
    std::memcpy(to, text.data(), text.size());
    to[text.size()] = '"';
  }

  void value(std::string_view text) {
    if (text.empty()) {
      null();
    } else {
      string(text);
    }
  }
  void value(Decimal number) {
    if (digits_.empty() || number != number_) {  // value and both bounds are often the same
      digits_.clear();
      number.append_to(digits_);
      number_ = number;
    }
    copy(digits_);
  }
  void value(uint64_t number) { escaper_.WriteUint64(number); }
  template <class T>
  void value(const std::optional<T>& maybe) {
    if (maybe) {
      value(*maybe);
    } else {
      null();
    }
  }
  template <size_t N, class T>
  void field(const char (&key)[N], const T& what) {
    literal(key);
    value(what);
  }

  void id(uint64_t number) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::array<char, 18> text{};
    text.front() = text.back() = '"';
    for (size_t i = 16; i > 0; --i, number >>= 4) text[i] = kDigits[number & 15];
    copy({text.data(), text.size()});
  }

  template <size_t N, class T>
  void list(const char (&key)[N], const std::vector<T>& items) {
    literal(key);
    bool first = true;
    for (const T& item : items) {
      if (!std::exchange(first, false)) literal(",");
      members(item);
    }
  }

  void source() {
    const Document& document = *record_.document;
    literal(R"(,"source":{"uri":)");
    string(document.uri);
    literal(R"(,"sha256":")");
    copy(record_.sha256);
    field(R"(","bytes":)", record_.source_size);
    field(R"(,"media_type":)", std::string_view(document.media_type));
    field(R"(,"encoding":)", record_.encoding);
    field(R"(,"captured_at":)", record_.captured_at);
    literal("}");
  }

  void offsets(const Evidence& evidence) {
    field(R"(,"start":)", uint64_t{evidence.source.begin});
    field(R"(,"end":)", uint64_t{evidence.source.end});
    field(R"(,"text_start":)", uint64_t{evidence.text.begin});
    field(R"(,"text_end":)", uint64_t{evidence.text.end});
  }

  // Figures of one sentence follow each other: it is escaped once and copied for the rest.
  void sentence(std::string_view text) {
    literal(R"(,"sentence":)");
    if (text.data() == sentence_.data() && text.size() == sentence_.size() && !text.empty()) {
      const size_t size = escaped_.end - escaped_.begin;
      char* to = buffer_.Push(size);  // may move what was written
      std::memcpy(to, buffer_.GetString() + escaped_.begin, size);
      return;
    }
    const auto begin = static_cast<uint32_t>(buffer_.GetSize());
    value(text);
    sentence_ = text;
    escaped_ = {begin, static_cast<uint32_t>(buffer_.GetSize())};
  }

  void members(const Figure& figure) {
    literal(R"({"id":)");
    id(figure.id);
    literal(R"(,"kind":")");
    copy(name_of(figure.kind));
    field(R"(","value":)", figure.value);
    field(R"(,"min_value":)", figure.min_value);
    field(R"(,"max_value":)", figure.max_value);
    field(R"(,"of":)", figure.of);
    field(R"(,"unit":)", figure.unit);
    literal(R"(,"modifier":")");
    copy(name_of(figure.modifier));
    field(R"(","modifier_text":)", figure.modifier_text);
    field(R"(,"quote":)", figure.evidence.quote);
    offsets(figure.evidence);
    sentence(figure.sentence);
    field(R"(,"counted":)", figure.counted);
    field(R"(,"per":)", figure.per);
    table(figure);
    field(R"(,"action":)", figure.action);
    literal(R"(,"status":")");
    copy(name_of(figure.status));
    field(R"(","change":)", figure.change);
    field(R"(,"period":)", figure.period);
    field(R"(,"period_basis":)",
          figure.period.empty() ? std::string_view() : name_of(figure.period_basis));
    field(R"(,"unit_org":)", figure.unit_org);
    field(R"(,"place":)", figure.place);
    field(R"(,"programme":)", figure.programme);
    literal(R"(,"group":)");
    value(figure.group ? std::optional<uint64_t>(*figure.group) : std::nullopt);
    field(R"(,"confidence":)", figure.confidence);
    field(R"(,"rule":)", figure.rule);
    literal("}");
  }

  void table(const Figure& figure) {
    literal(R"(,"table":)");
    if (figure.table_row.empty() && figure.table_column.empty()) return null();
    field(R"({"row":)", figure.table_row);
    field(R"(,"column":)", figure.table_column);
    literal("}");
  }

  void value(const Counted& counted) {
    field(R"({"text":)", counted.text);
    field(R"(,"lemma":)", counted.lemma);
    literal("}");
  }

  void value(const Change& change) {
    literal(R"({"direction":")");
    copy(name_of(change.direction));
    field(R"(","baseline":)", change.baseline);
    field(R"(,"baseline_value":)", change.baseline_value);
    literal("}");
  }

  void value(const UnitRef& unit) {
    field(R"({"name":)", unit.name);
    field(R"(,"mention":)", unit.mention);
    field(R"(,"ref":)", unit.ref);
    literal(R"(,"basis":")");
    copy(name_of(unit.basis));
    literal(R"("})");
  }

  void members(const Unit& unit) {
    literal(R"({"id":)");
    id(unit.id);
    field(R"(,"mention":)", unit.evidence.quote);
    field(R"(,"name":)", unit.name);
    field(R"(,"type":)", unit.type);
    field(R"(,"level":)", unit.level);
    field(R"(,"ref":)", unit.ref);
    field(R"(,"ref_name":)", unit.ref_name);
    field(R"(,"place":)", unit.place);
    field(R"(,"as_of":)", unit.as_of);
    offsets(unit.evidence);
    field(R"(,"confidence":)", unit.confidence);
    field(R"(,"rule":)", unit.rule);
    literal("}");
  }

  void members(const DateMention& date) {
    field(R"({"quote":)", date.evidence.quote);
    field(R"(,"value":)", date.value);
    field(R"(,"role":)", date.role);
    offsets(date.evidence);
    field(R"(,"rule":)", date.rule);
    literal("}");
  }

  void members(const Check& check) {
    field(R"({"kind":)", check.kind);
    literal(R"(,"holds":)");
    copy(check.holds ? "true" : "false");
    literal(R"(,"figures":[)");
    for (size_t i = 0; i < check.figures.size(); ++i) {
      if (i > 0) literal(",");
      id(check.figures[i]);
    }
    field(R"(],"expected":)", check.expected);
    field(R"(,"found":)", check.found);
    field(R"(,"note":)", check.note);
    literal("}");
  }

  void members(const Warning& warning) {
    field(R"({"code":)", warning.code);
    field(R"(,"message":)", warning.message);
    field(R"(,"count":)", uint64_t{warning.count});
    if (warning.source) {
      field(R"(,"start":)", uint64_t{warning.source->begin});
      field(R"(,"end":)", uint64_t{warning.source->end});
    } else {
      literal(R"(,"start":null,"end":null)");
    }
    literal("}");
  }

  const ArticleRecord& record_;
  const JsonOptions& options_;
  Buffer buffer_;
  Escaper escaper_{buffer_};
  Decimal number_;             // the last one written
  std::string digits_;         // and how
  std::string_view sentence_;  // the last one written
  Span escaped_;               // its JSON, quotes included: bytes of the buffer
};

}  // namespace

void append_json(const ArticleRecord& record, const JsonOptions& options, std::string& out) {
  out += RecordWriter(record, options).write();
}

std::string_view version() { return SOLIEU_VERSION; }

}  // namespace solieu
