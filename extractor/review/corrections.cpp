#include "review/corrections.h"

namespace solieu {
namespace {

// Temporary tables hide those of the store under the same name. What stands beside a corrected
// field (mention, basis, match form) spoke of what it was before.
constexpr std::string_view kCorrected =
    "CREATE TEMP TABLE corrected AS SELECT * FROM main.reviewed_figures;"
    "CREATE INDEX temp.corrected_figure ON corrected (figure);"
    "CREATE TEMP TABLE figures AS SELECT * FROM main.figures"
    " WHERE figure IN (SELECT figure FROM corrected);"
    "UPDATE temp.figures SET kind = r.kind, value = r.value, min_value = r.min_value,"
    " max_value = r.max_value, of_value = r.of_value, unit = r.unit,"
    " modifier_text = iif(figures.modifier IS r.modifier, figures.modifier_text, NULL),"
    " modifier = r.modifier,"
    " counted_lemma = iif(figures.counted IS r.counted, figures.counted_lemma, r.counted),"
    " counted = r.counted, per = r.per,"
    " unit_org_mention = iif(figures.unit_org IS r.unit_org, figures.unit_org_mention, r.unit_org),"
    " unit_org_ref = iif(figures.unit_org IS r.unit_org, figures.unit_org_ref, NULL),"
    " unit_org_basis = iif(figures.unit_org IS r.unit_org, figures.unit_org_basis, 'article'),"
    " unit_org = r.unit_org, place = r.place,"
    " period_basis = iif(figures.period IS r.period, figures.period_basis, 'article'),"
    " period = r.period, programme = r.programme, status = r.status,"
    " change_baseline = iif(figures.change IS r.change, figures.change_baseline, NULL),"
    " change_baseline_value ="
    "  iif(figures.change IS r.change AND figures.value IS r.value, figures.change_baseline_value,"
    "   NULL),"
    " change = r.change"
    " FROM corrected r WHERE r.figure = figures.figure AND r.state = 'edited';"
    "INSERT INTO temp.figures (article, id, kind, value, min_value, max_value, of_value, unit,"
    " modifier, quote, source_start, source_end, text_start, text_end, sentence, counted,"
    " counted_lemma, per, status, change, period, period_basis, unit_org, unit_org_mention,"
    " unit_org_basis, place, programme, confidence, rule)"
    " SELECT article, id, kind, value, min_value, max_value, of_value, unit, modifier, quote,"
    " source_start, source_end, text_start, text_end, sentence, counted, counted, per, status,"
    " change, period, 'article', unit_org, unit_org, 'article', place, programme, '1', 'review'"
    " FROM corrected WHERE figure IS NULL;"
    "CREATE INDEX temp.figures_article ON figures (article);"
    // Arithmetic over what is no figure, or is another number now, says nothing.
    "CREATE TEMP TABLE checks AS SELECT * FROM main.checks c WHERE NOT EXISTS ("
    " SELECT 1 FROM json_each(c.figures) f WHERE NOT EXISTS (SELECT 1 FROM temp.figures g"
    "  JOIN main.figures m USING (figure) WHERE g.article = c.article AND g.id = f.value"
    "  AND g.value IS m.value AND g.min_value IS m.min_value AND g.max_value IS m.max_value"
    "  AND g.of_value IS m.of_value AND g.unit IS m.unit));"
    "CREATE INDEX temp.checks_article ON checks (article);"
    "DROP TABLE corrected;";

}  // namespace

Status lay_corrections_over(const Database& database) { return database.execute(kCorrected); }

}  // namespace solieu
