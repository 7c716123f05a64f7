#include "review/corrected_store.h"

namespace solieu {
namespace {

// Through a table of its own, because the view reads what is being changed. The noun's match form
// is not known of a corrected noun.
constexpr std::string_view kCorrect =
    "BEGIN;"
    "CREATE TEMP TABLE corrected AS SELECT * FROM reviewed_figures;"
    "CREATE INDEX temp.corrected_figure ON corrected (figure);"
    "DELETE FROM figures WHERE figure NOT IN (SELECT figure FROM corrected WHERE figure NOT NULL);"
    "UPDATE figures SET kind = r.kind, value = r.value, min_value = r.min_value,"
    " max_value = r.max_value, of_value = r.of_value, unit = r.unit, modifier = r.modifier,"
    " counted_lemma = iif(figures.counted IS r.counted, figures.counted_lemma, r.counted),"
    " counted = r.counted,"
    " per = r.per, unit_org = r.unit_org, place = r.place, period = r.period,"
    " programme = r.programme, status = r.status, change = r.change"
    " FROM corrected r WHERE r.figure = figures.figure AND r.state IN ('accepted', 'edited', "
    "'added');"
    "INSERT INTO figures (article, id, kind, value, min_value, max_value, of_value, unit, modifier,"
    " quote, source_start, source_end, text_start, text_end, sentence, counted, counted_lemma, per,"
    " status, change, period, unit_org, place, programme, confidence, rule)"
    " SELECT article, id, kind, value, min_value, max_value, of_value, unit, modifier, quote,"
    " source_start, source_end, text_start, text_end, sentence, counted, counted, per, status,"
    " change, period, unit_org, place, programme, 1, 'review' FROM corrected WHERE figure IS NULL;"
    "DROP TABLE corrected;"
    "COMMIT";

}  // namespace

Status write_corrected_store(const Database& database, const std::filesystem::path& to) {
  const std::string path = to.string();
  auto copy = database.prepare("VACUUM INTO ?");
  if (!copy) return copy.error();
  copy->bind(0, path);
  if (Status done = copy->run(); !done) {
    return Error{Error::Code::kOutput, path, "cannot be written: " + done.error().message,
                 "name a file that is not there"};
  }
  const auto corrected = Database::open(to, Database::Mode::kWrite);
  if (!corrected) return corrected.error();
  return corrected->execute(kCorrect);
}

}  // namespace solieu
