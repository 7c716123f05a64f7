#include "record/columns.h"

#include <cstring>

namespace solieu {
namespace {

using enum ColumnType;

Cell offset(uint32_t value) { return Cell::integer(value); }

void append_id(uint64_t id, std::string& out) {
  for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[id >> shift & 15];
}

using A = ArticleRecord;
constexpr Column<A> kArticle[] = {
    {"id", kText, [](const A& a) { return Cell::text(a.document->id); }},
    {"status", kText, [](const A& a) { return Cell::text(name_of(a.status)); }},
    {"duplicate_of", kText, [](const A& a) { return Cell::maybe(a.duplicate_of); }},
    {"uri", kText, [](const A& a) { return Cell::text(a.document->uri); }},
    {"sha256", kText, [](const A& a) { return Cell::text(a.sha256); }},
    {"bytes", kInteger,
     [](const A& a) { return Cell::integer(static_cast<int64_t>(a.source_size)); }},
    {"media_type", kText, [](const A& a) { return Cell::text(a.document->media_type); }},
    {"encoding", kText, [](const A& a) { return Cell::text(a.encoding); }},
    {"captured_at", kText, [](const A& a) { return Cell::maybe(a.captured_at); }},
    {"title", kText, [](const A& a) { return Cell::maybe(a.title); }},
    {"byline", kText, [](const A& a) { return Cell::maybe(a.byline); }},
    {"site", kText, [](const A& a) { return Cell::maybe(a.site); }},
    {"url", kText, [](const A& a) { return Cell::maybe(a.url); }},
    {"language", kText, [](const A&) { return Cell::text("vi"); }},
    {"published", kText, [](const A& a) { return Cell::maybe(a.published); }},
    {"modified", kText, [](const A& a) { return Cell::maybe(a.modified); }},
    {"text", kText, [](const A& a) { return Cell::text(a.text); }},
};

constexpr Column<A> kFlatArticle[] = {
    {"article_id", kText, [](const A& a) { return Cell::text(a.document->id); }},
    {"title", kText, [](const A& a) { return Cell::maybe(a.title); }},
    {"published", kText, [](const A& a) { return Cell::maybe(a.published); }},
    {"site", kText, [](const A& a) { return Cell::maybe(a.site); }},
    {"url", kText, [](const A& a) { return Cell::maybe(a.url); }},
    {"uri", kText, [](const A& a) { return Cell::text(a.document->uri); }},
    {"duplicate_of", kText, [](const A& a) { return Cell::maybe(a.duplicate_of); }},
};

using F = Figure;
constexpr Column<F> kFigure[] = {
    {"id", kText, [](const F& f) { return Cell::id(f.id); }},
    {"kind", kText, [](const F& f) { return Cell::text(name_of(f.kind)); }},
    {"value", kDecimal, [](const F& f) { return Cell::decimal(f.value); }},
    {"min_value", kDecimal, [](const F& f) { return Cell::decimal(f.min_value); }},
    {"max_value", kDecimal, [](const F& f) { return Cell::decimal(f.max_value); }},
    {"of_value", kDecimal, [](const F& f) { return Cell::decimal(f.of); }},
    {"unit", kText, [](const F& f) { return Cell::maybe(f.unit); }},
    {"modifier", kText, [](const F& f) { return Cell::text(name_of(f.modifier)); }},
    {"modifier_text", kText, [](const F& f) { return Cell::maybe(f.modifier_text); }},
    {"quote", kText, [](const F& f) { return Cell::text(f.evidence.quote); }},
    {"source_start", kInteger, [](const F& f) { return offset(f.evidence.source.begin); }},
    {"source_end", kInteger, [](const F& f) { return offset(f.evidence.source.end); }},
    {"text_start", kInteger, [](const F& f) { return offset(f.evidence.text.begin); }},
    {"text_end", kInteger, [](const F& f) { return offset(f.evidence.text.end); }},
    {"sentence", kText, [](const F& f) { return Cell::text(f.sentence); }},
    {"counted", kText,
     [](const F& f) { return f.counted ? Cell::maybe(f.counted->text) : Cell(); }},
    {"counted_lemma", kText,
     [](const F& f) { return f.counted ? Cell::maybe(f.counted->lemma) : Cell(); }},
    {"per", kText, [](const F& f) { return Cell::maybe(f.per); }},
    {"table_row", kText, [](const F& f) { return Cell::maybe(f.table_row); }},
    {"table_column", kText, [](const F& f) { return Cell::maybe(f.table_column); }},
    {"action", kText, [](const F& f) { return Cell::maybe(f.action); }},
    {"status", kText, [](const F& f) { return Cell::text(name_of(f.status)); }},
    {"change", kText,
     [](const F& f) { return f.change ? Cell::text(name_of(f.change->direction)) : Cell(); }},
    {"change_baseline", kText,
     [](const F& f) { return f.change ? Cell::maybe(f.change->baseline) : Cell(); }},
    {"change_baseline_value", kDecimal,
     [](const F& f) { return f.change ? Cell::decimal(f.change->baseline_value) : Cell(); }},
    {"period", kText, [](const F& f) { return Cell::maybe(f.period); }},
    {"period_basis", kText,
     [](const F& f) { return f.period.empty() ? Cell() : Cell::text(name_of(f.period_basis)); }},
    {"unit_org", kText,
     [](const F& f) { return f.unit_org ? Cell::maybe(f.unit_org->name) : Cell(); }},
    {"unit_org_mention", kText,
     [](const F& f) { return f.unit_org ? Cell::maybe(f.unit_org->mention) : Cell(); }},
    {"unit_org_ref", kText,
     [](const F& f) { return f.unit_org ? Cell::maybe(f.unit_org->ref) : Cell(); }},
    {"unit_org_basis", kText,
     [](const F& f) { return f.unit_org ? Cell::text(name_of(f.unit_org->basis)) : Cell(); }},
    {"place", kText, [](const F& f) { return Cell::maybe(f.place); }},
    {"programme", kText, [](const F& f) { return Cell::maybe(f.programme); }},
    {"figure_group", kInteger,
     [](const F& f) { return f.group ? Cell::integer(*f.group) : Cell(); }},
    {"confidence", kDecimal, [](const F& f) { return Cell::decimal(f.confidence); }},
    {"rule", kText, [](const F& f) { return Cell::text(f.rule); }},
};

using U = Unit;
constexpr Column<U> kUnit[] = {
    {"id", kText, [](const U& u) { return Cell::id(u.id); }},
    {"mention", kText, [](const U& u) { return Cell::text(u.evidence.quote); }},
    {"name", kText, [](const U& u) { return Cell::text(u.name); }},
    {"type", kText, [](const U& u) { return Cell::text(u.type); }},
    {"level", kText, [](const U& u) { return Cell::text(u.level); }},
    {"ref", kText, [](const U& u) { return Cell::maybe(u.ref); }},
    {"ref_name", kText, [](const U& u) { return Cell::maybe(u.ref_name); }},
    {"place", kText, [](const U& u) { return Cell::maybe(u.place); }},
    {"as_of", kText, [](const U& u) { return Cell::maybe(u.as_of); }},
    {"source_start", kInteger, [](const U& u) { return offset(u.evidence.source.begin); }},
    {"source_end", kInteger, [](const U& u) { return offset(u.evidence.source.end); }},
    {"text_start", kInteger, [](const U& u) { return offset(u.evidence.text.begin); }},
    {"text_end", kInteger, [](const U& u) { return offset(u.evidence.text.end); }},
    {"confidence", kDecimal, [](const U& u) { return Cell::decimal(u.confidence); }},
    {"rule", kText, [](const U& u) { return Cell::text(u.rule); }},
};

using D = DateMention;
constexpr Column<D> kDate[] = {
    {"quote", kText, [](const D& d) { return Cell::text(d.evidence.quote); }},
    {"value", kText, [](const D& d) { return Cell::text(d.value); }},
    {"role", kText, [](const D& d) { return Cell::text(d.role); }},
    {"source_start", kInteger, [](const D& d) { return offset(d.evidence.source.begin); }},
    {"source_end", kInteger, [](const D& d) { return offset(d.evidence.source.end); }},
    {"text_start", kInteger, [](const D& d) { return offset(d.evidence.text.begin); }},
    {"text_end", kInteger, [](const D& d) { return offset(d.evidence.text.end); }},
    {"rule", kText, [](const D& d) { return Cell::text(d.rule); }},
};

constexpr Column<Check> kCheck[] = {
    {"kind", kText, [](const Check& c) { return Cell::text(c.kind); }},
    {"holds", kInteger, [](const Check& c) { return Cell::integer(c.holds ? 1 : 0); }},
    {"figures", kText, [](const Check& c) { return Cell::ids(c.figures); }},
    {"expected", kDecimal, [](const Check& c) { return Cell::decimal(c.expected); }},
    {"found", kDecimal, [](const Check& c) { return Cell::decimal(c.found); }},
    {"note", kText, [](const Check& c) { return Cell::maybe(c.note); }},
};

using W = Warning;
constexpr Column<W> kWarning[] = {
    {"code", kText, [](const W& w) { return Cell::text(w.code); }},
    {"message", kText, [](const W& w) { return Cell::text(w.message); }},
    {"count", kInteger, [](const W& w) { return Cell::integer(w.count); }},
    {"source_start", kInteger,
     [](const W& w) { return w.source ? offset(w.source->begin) : Cell(); }},
    {"source_end", kInteger, [](const W& w) { return w.source ? offset(w.source->end) : Cell(); }},
};

}  // namespace

void Cell::append_to(std::string& out) const {
  switch (type_) {
    case Type::kNull:
      break;
    case Type::kText:
      out += text_;
      break;
    case Type::kInteger:
      out += std::to_string(integer_);
      break;
    case Type::kDecimal:
      decimal_.append_to(out);
      break;
    case Type::kId:
      append_id(static_cast<uint64_t>(integer_), out);
      break;
    case Type::kIds: {
      out += '[';
      for (size_t at = 0; at < text_.size(); at += sizeof(uint64_t)) {
        uint64_t value = 0;
        std::memcpy(&value, text_.data() + at, sizeof value);
        out += at == 0 ? "\"" : ",\"";
        append_id(value, out);
        out += '"';
      }
      out += ']';
    }
  }
}

Columns<ArticleRecord> article_columns() { return kArticle; }
Columns<ArticleRecord> flat_article_columns() { return kFlatArticle; }
Columns<Figure> figure_columns() { return kFigure; }
Columns<Unit> unit_columns() { return kUnit; }
Columns<DateMention> date_columns() { return kDate; }
Columns<Check> check_columns() { return kCheck; }
Columns<Warning> warning_columns() { return kWarning; }

}  // namespace solieu
