// solieu verify: did a run lose or double anything?
#include <spdlog/spdlog.h>

#include <memory>

#include "cli/commands.h"
#include "cli/options.h"
#include "pipeline/audit.h"

namespace solieu::cli {
namespace {

struct VerifyOptions {
  std::string output;
  std::string dead_letters;
  std::string summary;
  InputOptions input;
};

ExitStatus run(const VerifyOptions& options) {
  if (options.input.empty() && options.summary.empty()) {
    return report({Error::Code::kUsage, "", "there is nothing to verify the output against",
                   "give the PATHs that were extracted, or the run's --summary"});
  }
  auto audit = Audit::read(options.output, options.dead_letters);
  if (!audit) return report(audit.error());
  if (!options.input.empty()) {
    const auto metadata = options.input.read_metadata();
    if (!metadata) return report(metadata.error());
    Inputs source = options.input.open();
    while (auto article = source.next()) {
      if (*article) {
        audit->meet(to_input(*metadata, options.input, std::move(**article)));
      } else {
        audit->meet(article->error());
      }
    }
    audit->met_all();
  }
  if (!options.summary.empty()) {
    if (const Status read = audit->compare_summary(options.summary); !read) {
      return report(read.error());
    }
  }
  for (const std::string& problem : audit->problems()) spdlog::error(problem);
  const Totals& totals = audit->totals();
  fmt::print("{} inputs = {} records + {} empty + {} duplicates + {} dead letters; {} problems\n",
             totals.inputs, totals.records, totals.empty, totals.duplicates, totals.dead_letters,
             audit->problem_count());
  return audit->problem_count() == 0 ? kAllWell : kSomeArticlesFailed;
}

}  // namespace

void add_verify(CLI::App& app, ExitStatus& status) {
  auto options = std::make_shared<VerifyOptions>();
  CLI::App& command =
      *app.add_subcommand("verify", "Prove that a run lost nothing and wrote nothing twice");
  command.add_option("OUTPUT", options->output, "JSON Lines that the run wrote")->required();
  command.add_option("PATH", options->input.paths,
                     "What was extracted: each article is looked for in the output");
  command.add_option("--dead-letter", options->dead_letters, "The run's dead letters")
      ->type_name("FILE");
  command
      .add_option("--summary", options->summary, "The run's summary: its counts are compared, too")
      ->type_name("FILE");
  options->input.add_to(command);
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace solieu::cli
