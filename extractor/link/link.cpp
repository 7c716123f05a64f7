#include "link/link.h"

#include "base/sha256.h"
#include "link/change.h"
#include "link/counted.h"
#include "link/period.h"
#include "link/status.h"

namespace solieu {
namespace {

// The same figure keeps its id whatever the version of the rules.
uint64_t figure_id(const std::string& article_sha, Kind kind, uint32_t start) {
  const Sha256 digest =
      sha256(article_sha + "/" + std::string(name_of(kind)) + "/" + std::to_string(start));
  uint64_t id = 0;
  for (size_t i = 0; i < 8; ++i) id = id << 8 | digest[i];
  return id;
}

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
  PeriodLinker periods(a, record);
  StatusLinker statuses(a, periods);
  for (const AnalysedSentence& sentence : a.sentences) {
    periods.enter(sentence);
    statuses.enter(sentence);
    for (const FigureMention& m : sentence.mentions.figures) {
      Figure figure;
      figure.kind = m.kind;
      set_values(m, figure);
      figure.unit = m.unit;
      figure.modifier = m.modifier;
      figure.modifier_text = m.modifier_span.of(a.text());
      figure.evidence.quote = m.span.of(a.text());
      figure.evidence.source = a.clean.to_source(m.span);
      figure.evidence.text = code_points.of(m.span);
      figure.id = figure_id(record.sha256, m.kind, figure.evidence.source.begin);
      figure.sentence = sentence.span.of(a.text());
      figure.counted = counted_of(a, sentence, m, *record.arena);
      figure.per = m.per.of(a.text());
      figure.change = change_of(a, sentence, static_cast<size_t>(&m - sentence.mentions.figures.data()));
      const PeriodLinker::Answer period = periods.period_of(m);
      figure.period = periods.iso(period.period);
      figure.period_basis = period.basis;
      figure.status = statuses.status_of(m, period);
      figure.rule = a.rules.rules()[m.rule].id;
      figure.confidence = *Decimal::make(9, -1);
      record.figures.push_back(figure);
    }
    statuses.leave();
  }
}

}  // namespace solieu
