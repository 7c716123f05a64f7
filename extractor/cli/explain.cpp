// solieu explain: which rules fired on a text, which won, and why.

#include "cli/commands.h"
#include "cli/explanation.h"
#include "cli/options.h"

namespace solieu::cli {
namespace {

ExitStatus run(const RulesOptions& options, const std::string& file, const std::string& given) {
  const auto source = given.empty() ? read_source(file) : Result<std::string>(given);
  if (!source) return report(source.error());
  const auto extractor = options.load();
  if (!extractor) return report(extractor.error());
  return write_text("-", explanation(extractor->rules(), *source));
}

}  // namespace

void add_explain(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand("explain", "Show which rules fire on a text and why");
  auto options = std::make_shared<RulesOptions>();
  auto file = std::make_shared<std::string>("-");
  auto text = std::make_shared<std::string>();
  command->add_option("FILE", *file, "A text; - is standard input");
  command->add_option("-t,--text", *text, "The text itself");
  options->add_to(*command);
  command->callback([=, &status] { status = run(*options, *file, *text); });
}

}  // namespace solieu::cli
