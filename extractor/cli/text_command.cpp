// solieu text: a source as the rules see it.
#include <cstdio>

#include "cli/commands.h"
#include "text/encoding.h"
#include "text/fold.h"
#include "text/report.h"

namespace solieu::cli {
namespace {

struct TextOptions {
  std::string file = "-";
  std::string layer = "clean";
  bool offsets = false;
  bool report = false;
  CleanOptions clean;
};

ExitStatus run(const TextOptions& options) {
  if (!options.clean.encoding.empty() && !encoding_named(options.clean.encoding)) {
    return report({Error::Code::kUsage, "", "there is no encoding " + options.clean.encoding,
                   "use " + encoding_names()});
  }
  const auto read = read_source(options.file);
  if (!read) return report(read.error());
  const std::string& source = *read;
  const CleanText text = clean(source, options.clean);
  std::string out;
  if (options.report) out += cleaning_report(source, options.clean, text);
  if (options.offsets) out += offset_listing(source, text);
  if (out.empty()) out = options.layer == "match" ? fold(text.text()) : std::string(text.text());
  std::fwrite(out.data(), 1, out.size(), stdout);
  if (std::fflush(stdout) != 0) {
    return report({Error::Code::kOutput, "standard output", "cannot be written", ""});
  }
  return kAllWell;
}

}  // namespace

void add_text(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand("text", "Print the clean text of a source");
  auto options = std::make_shared<TextOptions>();
  command->add_option("FILE", options->file, "A text in any encoding; - is standard input");
  command
      ->add_option("--layer", options->layer,
                   "clean, or match: the form in which rules meet the text")
      ->check(CLI::IsMember({"clean", "match"}));
  command->add_flag("--offsets", options->offsets,
                    "Print instead how its bytes map to those of the source");
  command->add_flag("--report", options->report,
                    "Print instead the encoding found, with evidence, and the repairs made");
  command->add_option("--encoding", options->clean.encoding, "Do not detect: " + encoding_names());
  command->callback([=, &status] { status = run(*options); });
}

}  // namespace solieu::cli
