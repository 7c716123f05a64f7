// solieu query: answers from a store.
#include "store/query.h"

#include <spdlog/spdlog.h>

#include <cstdio>
#include <map>

#include "cli/commands.h"

namespace solieu::cli {
namespace {

struct QueryOptions {
  std::string store;
  FigureQuery query;
  bool sum = false;
  AnswerFormat format = AnswerFormat::kTable;
};

ExitStatus run(const QueryOptions& options) {
  const auto store = Database::open(options.store, Database::Mode::kRead);
  if (!store) return report(store.error());
  const bool sum = options.sum || !options.query.by.empty();
  const auto answer =
      sum ? sum_figures(*store, options.query) : list_figures(*store, options.query);
  if (!answer) return report(answer.error());
  const std::string out = render(*answer, options.format);
  std::fwrite(out.data(), 1, out.size(), stdout);
  if (std::fflush(stdout) != 0) {
    return report({Error::Code::kOutput, "standard output", "cannot be written", ""});
  }
  for (const std::string& note : answer->notes) spdlog::info(note);
  return kAllWell;
}

}  // namespace

void add_query(CLI::App& app, ExitStatus& status) {
  auto options = std::make_shared<QueryOptions>();
  CLI::App& command = *app.add_subcommand(
      "query", "List or add up figures of a store that extract --to sqlite: wrote");
  command.add_option("DB", options->store, "The store")->required();
  FigureFilter& filter = options->query.filter;
  const auto add = [&command](const char* name, std::string& value, const char* about,
                              const char* type) {
    return command.add_option(name, value, about)->type_name(type);
  };
  add("--kind", filter.kind, "count, money, percent, ratio, measure, duration, age or multiple",
      "KIND");
  add("--unit", filter.unit, "Currency or unit: VND, %, har", "UNIT");
  add("--org", filter.organisation, "Words of the organisation's name", "WORDS");
  add("--place", filter.place, "Province, by its ISO code", "VN-..");
  add("--programme", filter.programme, "Words of the programme's name", "WORDS");
  add("--counted", filter.counted, "Words of what is counted", "WORDS");
  add("--period", filter.period, "Year, month or day, or what reaches into it", "PERIOD");
  add("--status", filter.status, "actual or target", "STATUS")
      ->check(CLI::IsMember({"actual", "target"}));
  add("--text", filter.text, "Words of the sentence, in a row", "WORDS");
  add("--article", filter.article, "One article, by its id", "ID");
  add("--min-confidence", filter.min_confidence, "Leave less certain figures out", "0..1")
      ->check(CLI::Range(0.0, 1.0));
  command.add_flag("--sum", options->sum, "Add them up instead of listing them");
  command.add_option("--by", options->query.by, "Add them up for each of: place, unit_org, ...")
      ->type_name("COLUMN")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(grouping_columns()));
  command.add_flag("--copies", options->query.keep_copies,
                   "Count what copies of an article say as often as they say it");
  command.add_option("--limit", options->query.limit, "Rows at most")->type_name("N");
  static const std::map<std::string, AnswerFormat> kFormats = {
      {"table", AnswerFormat::kTable}, {"csv", AnswerFormat::kCsv}, {"json", AnswerFormat::kJson}};
  command.add_option("--format", options->format, "table, csv or json (default: table)")
      ->type_name("FORMAT")
      ->transform(CLI::CheckedTransformer(kFormats).description(""));
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace solieu::cli
