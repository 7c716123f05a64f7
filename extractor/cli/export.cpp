// solieu export: a store in the notations of annotation tools and of the web.
#include "store/export.h"

#include <spdlog/spdlog.h>

#include <map>

#include "cli/commands.h"

namespace solieu::cli {
namespace {

struct ExportOptions {
  std::string store;
  std::string output = "-";
  ExportFormat format = ExportFormat::kWebAnnotation;
};

ExitStatus run(const ExportOptions& options) {
  if (options.format == ExportFormat::kBrat && options.output == "-") {
    return report({Error::Code::kUsage, "", "brat is a folder", "name it with --output"});
  }
  if (Status other = is_other_file(options.output, options.store); !other) {
    return report(other.error());
  }
  const auto store = Database::open(options.store, Database::Mode::kRead);
  if (!store) return report(store.error());
  const auto count = export_store(*store, options.format, options.output);
  if (!count) return report(count.error());
  spdlog::info("{} articles", *count);
  return kAllWell;
}

}  // namespace

void add_export(CLI::App& app, ExitStatus& status) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App& command = *app.add_subcommand(
      "export", "Write a store in the notation of an annotation tool or of the web");
  command.add_option("DB", options->store, "The store")->required();
  static const std::map<std::string, ExportFormat> kFormats = {
      {"web-annotation", ExportFormat::kWebAnnotation},
      {"label-studio", ExportFormat::kLabelStudio},
      {"doccano", ExportFormat::kDoccano},
      {"brat", ExportFormat::kBrat},
      {"schema-org", ExportFormat::kSchemaOrg}};
  command
      .add_option("--as", options->format,
                  "web-annotation, label-studio, doccano, brat or schema-org")
      ->type_name("FORMAT")
      ->transform(CLI::CheckedTransformer(kFormats).description(""))
      ->required();
  command
      .add_option("-o,--output", options->output,
                  "File (for brat: folder) to write (default: standard output)")
      ->type_name("FILE");
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace solieu::cli
