#include "cli/options.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <array>

#include "cli/rules_folder.h"
#include "pipeline/dead_letters.h"
#include "source/budget.h"
#include "text/encoding.h"

namespace solieu::cli {
namespace {

struct Field {
  std::string part;
  std::string JsonFields::*name;
};

const std::array kFields = {
    Field{"id", &JsonFields::id},     Field{"text", &JsonFields::text},
    Field{"html", &JsonFields::html}, Field{"date", &JsonFields::date},
    Field{"url", &JsonFields::url},   Field{"title", &JsonFields::title},
    Field{"site", &JsonFields::site},
};

}  // namespace

void RulesOptions::add_to(CLI::App& command) {
  command
      .add_option("--rules", folder, "Folder of the rule set (default: the one of this program)")
      ->type_name("DIR");
  command
      .add_option("--rules-extra", extra,
                  "Folder of your own lexicons and rules, laid over the rule set; may be repeated")
      ->type_name("DIR")
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

Result<Extractor> RulesOptions::load() const {
  auto rules = find_rules(folder);
  if (!rules) return rules.error();
  return Extractor::load(
      {.rules = *rules, .rules_extra = {extra.begin(), extra.end()}, .profile = profile});
}

void InputOptions::add_to(CLI::App& command) {
  command.add_option("--encoding", encoding, "Do not detect the encoding: " + encoding_names())
      ->type_name("NAME")
      ->check([](const std::string& name) {
        return encoding_named(name) ? std::string() : "there is no encoding " + name;
      });
  command
      .add_option("--files-from", list,
                  "Read further paths from a file, one per line (- is standard input)")
      ->type_name("LIST");
  command.add_flag(
      "--all", source.all,
      "In folders and archives, pass over nothing: neither names like *.css and *.md nor "
      "what is no text");
  add_format_to(command);
  add_limits_to(command);
  command
      .add_option("--meta", metadata,
                  "TSV with a header (id, date, url, site, title) that beats what the texts say")
      ->type_name("FILE");
}

void InputOptions::add_format_to(CLI::App& command) {
  const std::map<std::string, InputFormat> formats = {{"auto", InputFormat::kAuto},
                                                      {"jsonl", InputFormat::kJsonl}};
  command
      .add_option("--input-format", source.format,
                  "auto (default: by content) or jsonl: each line is a JSON object")
      ->transform(CLI::Transformer(formats))
      ->type_name("NAME");
  for (const auto& [part, name] : kFields) {
    command
        .add_option("--" + part + "-field", source.fields.*name,
                    "In JSON Lines, what holds the " + part + ": a key, or a JSON pointer")
        ->type_name("KEY")
        ->capture_default_str();
  }
}

void InputOptions::add_limits_to(CLI::App& command) {
  Limits& limits = source.limits;
  const auto size = [&command](const std::string& name, uint64_t& value, const std::string& what) {
    command.add_option(name, value, what + " (default: " + readable_size(value) + ")")
        ->transform(CLI::AsSizeValue(false))
        ->type_name("SIZE");
  };
  size("--max-document", limits.document, "Largest document");
  size("--max-total", limits.total, "Most that may come out of one packed file");
  const auto count = [&command](const std::string& name, auto& value, const std::string& what) {
    command.add_option(name, value, what)->type_name("N")->capture_default_str();
  };
  count("--max-ratio", limits.ratio, "Most that a packed byte may become");
  count("--max-nesting", limits.nesting, "Most archives and compressions inside one another");
  count("--max-entries", limits.entries, "Most members or records of one archive");
}

Inputs InputOptions::open() const { return Inputs(paths, list, source); }

Result<MetadataTable> InputOptions::read_metadata() const {
  return metadata.empty() ? MetadataTable() : MetadataTable::read(metadata);
}

std::string InputOptions::settings() const {
  std::string out;
  if (!encoding.empty()) out += ", encoding " + encoding;
  if (source.format == InputFormat::kJsonl) {
    out += ", JSON Lines";
    for (const Field& field : kFields) out += " " + source.fields.*field.name;
  }
  return out;
}

std::string InputOptions::for_shell() const {
  std::string out;
  const auto add = [&out](const std::string& option, const auto& value, const auto& usual) {
    if (value != usual) out += " --" + option + " " + quoted_for_shell(fmt::format("{}", value));
  };
  const std::string none;
  add("meta", metadata, none);
  add("encoding", encoding, none);
  if (source.all) out += " --all";
  if (source.format == InputFormat::kJsonl) out += " --input-format jsonl";
  const SourceOptions usual;
  for (const auto& [part, name] : kFields) {
    add(part + "-field", source.fields.*name, usual.fields.*name);
  }
  // A limit that was lowered may be what there is to be tried again.
  const auto raised = [&add](const std::string& limit, auto value, auto usual_value) {
    add(limit, std::max(value, usual_value), usual_value);
  };
  raised("max-document", source.limits.document, usual.limits.document);
  raised("max-total", source.limits.total, usual.limits.total);
  raised("max-ratio", source.limits.ratio, usual.limits.ratio);
  raised("max-nesting", source.limits.nesting, usual.limits.nesting);
  raised("max-entries", source.limits.entries, usual.limits.entries);
  return out;
}

Input to_input(const MetadataTable& metadata, const InputOptions& options, SourceArticle article) {
  Input input;
  input.document = std::move(article.document);
  input.duplicate_of = std::move(article.duplicate_of);
  if (input.document.encoding.empty()) input.document.encoding = options.encoding;
  metadata.lay_over(input.document.id, input.document.metadata);
  for (SourceWarning& warning : article.warnings) {
    input.warnings.push_back({warning.code, std::move(warning.message)});
  }
  return input;
}

}  // namespace solieu::cli
