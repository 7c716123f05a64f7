#include "cli/options.h"

#include "cli/rules_folder.h"
#include "text/encoding.h"

namespace solieu::cli {

void RulesOptions::add_to(CLI::App& command) {
  command
      .add_option("--rules", folder, "Folder of the rule set (default: the one of this program)")
      ->type_name("DIR");
  command
      .add_option("--rules-extra", extra,
                  "Folder of your own lexicons and rules, laid over the rule set; may be repeated")
      ->type_name("DIR")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

Result<Extractor> RulesOptions::load() const {
  auto rules = find_rules(folder);
  if (!rules) return rules.error();
  return Extractor::load({.rules = *rules, .rules_extra = {extra.begin(), extra.end()}});
}

void InputOptions::add_to(CLI::App& command) {
  command.add_option("--encoding", encoding, "Do not detect the encoding: " + encoding_names())
      ->type_name("NAME")
      ->check([](const std::string& name) {
        return encoding_named(name) ? std::string() : "there is no encoding " + name;
      });
  command.add_flag("--all", source.all, "In folders, read every file instead of *.txt");
  command
      .add_option("--meta", metadata,
                  "TSV with a header (id, date, url, site, title) that beats what the texts say")
      ->type_name("FILE");
}

Result<MetadataTable> InputOptions::read_metadata() const {
  return metadata.empty() ? MetadataTable() : MetadataTable::read(metadata);
}

Input to_input(const MetadataTable& metadata, const InputOptions& options, SourceArticle article) {
  Input input;
  input.document = std::move(article.document);
  if (input.document.encoding.empty()) input.document.encoding = options.encoding;
  metadata.lay_over(input.document.id, input.document.metadata);
  for (SourceWarning& warning : article.warnings) {
    input.warnings.push_back({warning.code, std::move(warning.message)});
  }
  return input;
}

}  // namespace solieu::cli
