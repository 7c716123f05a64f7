// solieu check: runs the examples of the rules and the lints.
#include <cstdio>

#include "cli/commands.h"
#include "cli/options.h"
#include "grammar/rule_set.h"
#include "mention/examples.h"

namespace solieu::cli {
namespace {

ExitStatus run(const RulesOptions& options) {
  const auto extractor = options.load();
  if (!extractor) return report(extractor.error());
  const RuleSet& rules = extractor->rules();
  const ExampleReport examples = run_examples(rules);
  for (const auto& failure : examples.failures) {
    std::printf("%s: %s: %s\n", failure.place.c_str(), failure.rule.c_str(),
                failure.message.c_str());
  }
  for (const auto& lint : rules.lints()) {
    std::printf("%s: %s\n", lint.place.c_str(), lint.message.c_str());
  }
  std::printf("%zu rules, %zu examples, %zu failed, %zu lints\n",
              rules.rules().size() + rules.attribute_rules().size(), examples.examples,
              examples.failures.size(), rules.lints().size());
  return examples.failures.empty() && rules.lints().empty() ? kAllWell : kRulesError;
}

}  // namespace

void add_check(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand("check", "Run the examples and lints of a rule folder");
  auto options = std::make_shared<RulesOptions>();
  command->add_option("DIR", options->folder, "The rule folder (default: the one of this program)");
  options->add_to(*command);
  command->callback([=, &status] { status = run(*options); });
}

}  // namespace solieu::cli
