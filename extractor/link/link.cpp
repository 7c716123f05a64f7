#include "link/link.h"

#include "base/figure_id.h"
#include "link/change.h"
#include "link/checks.h"
#include "link/confidence.h"
#include "link/counted.h"
#include "link/per.h"
#include "link/period.h"
#include "link/programme.h"
#include "link/statement.h"
#include "link/status.h"
#include "link/unit_org.h"
#include "link/unit_records.h"

namespace solieu {
namespace {

void set_values(const FigureMention& m, Figure& figure) {
  if (m.bounded) {
    figure.min_value = m.low;
    figure.max_value = m.high;
    return;
  }
  figure.value = m.value;
  figure.of = m.of;
  switch (m.modifier) {
    case Modifier::kExact:
      figure.min_value = figure.max_value = m.value;
      break;
    case Modifier::kAbove:
    case Modifier::kAtLeast:
      figure.min_value = m.value;
      break;
    case Modifier::kBelow:
    case Modifier::kAtMost:
      figure.max_value = m.value;
      break;
    case Modifier::kApprox:
      break;
  }
}

}  // namespace

void link(const Analysis& a, ArticleRecord& record) {
  CodePointCounter code_points(a.text());
  const SourceIds ids(record.sha256);
  CountedLinker counted(a, *record.arena);
  PerLinker per(a);
  ProgrammeLinker programmes(a);
  StatementLinker statements(a);
  PeriodLinker periods(a, record);
  StatusLinker statuses(a, periods);
  UnitLinker units(a, record);
  Quotations quotations;
  write_units(a, units.units(), record);
  size_t figures = 0;
  for (const AnalysedSentence& sentence : a.sentences) figures += sentence.mentions.figures.size();
  record.figures.reserve(figures);
  for (const AnalysedSentence& sentence : a.sentences) {
    periods.enter(sentence);
    programmes.enter(sentence);
    statuses.enter(sentence);
    if (!sentence.mentions.figures.empty()) quotations.enter(a, sentence);
    for (size_t i = 0; i < sentence.mentions.figures.size(); ++i) {
      const FigureMention& m = sentence.mentions.figures[i];
      Figure& figure = record.figures.emplace_back();
      figure.kind = m.kind;
      set_values(m, figure);
      figure.unit = m.unit;
      figure.modifier = m.modifier;
      figure.modifier_text = m.modifier_span.of(a.text());
      figure.evidence.quote = m.span.of(a.text());
      figure.evidence.source = a.clean.to_source(m.span);
      figure.evidence.text = code_points.of(m.span);
      figure.id = ids.of(name_of(m.kind), figure.evidence.source.begin);
      figure.sentence = sentence.span.of(a.text());
      if (const TableCell* cell = cell_of(a.layout, m.span)) {
        figure.table_row = cell->row_label.of(a.text());
        figure.table_column = cell->column_label.of(a.text());
      }
      figure.counted = counted.counted_of(sentence, i);
      figure.per = per.per_of(sentence, i);
      figure.action = statements.action_of(sentence, i);
      figure.group = statements.group_of(sentence, i);
      figure.programme = programmes.programme_of(sentence, i, units.of_person(sentence, m));
      const UnitAnswer unit = units.units_of(sentence, m);
      figure.unit_org = unit.unit;
      figure.place = unit.place;
      figure.change = change_of(a, sentence, i);
      const PeriodLinker::Answer period = periods.period_of(m);
      figure.period = periods.iso(period.period);
      figure.period_basis = period.basis;
      figure.status = statuses.status_of(m, period);
      figure.rule = a.rules.rules()[m.rule].id;
      figure.doubts = doubts_of(a, sentence, m, figure, quotations.around(m.items.begin));
    }
    statuses.leave();
  }
  add_checks(a, record);
  set_confidence(a, record);
}

}  // namespace solieu
