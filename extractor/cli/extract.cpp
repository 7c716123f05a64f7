// solieu extract: articles in, records out.
#include <spdlog/spdlog.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/outputs.h"
#include "cli/progress.h"

namespace solieu::cli {
namespace {

struct ExtractOptions {
  InputOptions input;
  RulesOptions rules;
  OutputOptions output;
};

// On a terminal that shows no data at the same time.
bool progress_wanted(const ExtractOptions& options) {
  const bool data_on_terminal = options.output.to_standard_output() && ::isatty(STDOUT_FILENO) != 0;
  return ::isatty(STDERR_FILENO) != 0 && !data_on_terminal &&
         spdlog::should_log(spdlog::level::info);
}

ExitStatus run(const ExtractOptions& options) {
  const auto metadata = options.input.read_metadata();
  if (!metadata) return report(metadata.error());
  const auto extractor = options.rules.load();
  if (!extractor) return report(extractor.error());
  auto sink = options.output.open();
  if (!sink) return report(sink.error());

  FileSource source(options.input.paths, options.input.source);
  Progress progress(progress_wanted(options), source.articles(), source.bytes());
  size_t failed = 0;
  size_t figures = 0;
  while (auto article = source.next()) {
    if (!*article) {
      progress.clear();
      report(article->error());
      ++failed;
      progress.advance(0);
      continue;
    }
    const ArticleRecord record =
        extract(*extractor, *metadata, options.input, std::move(**article));
    for (const Warning& warning : record.warnings) {
      progress.clear();
      spdlog::debug("{}: {}: {}", record.document->uri, warning.code, warning.message);
    }
    if (const Status written = (*sink)->write(record); !written) return report(written.error());
    figures += record.figures.size();
    progress.advance(record.document->bytes.size());
  }
  if (const Status done = (*sink)->finish(); !done) return report(done.error());

  progress.clear();
  const double seconds = progress.seconds();
  spdlog::info("{} articles, {} figures, {} failed; {:.2f} s, {:.1f} MB/s",
               progress.articles() - failed, figures, failed, seconds,
               static_cast<double>(progress.bytes()) / seconds / 1e6);
  return failed == 0 ? kAllWell : kSomeArticlesFailed;
}

}  // namespace

void add_extract(CLI::App& app, ExitStatus& status) {
  auto options = std::make_shared<ExtractOptions>();
  CLI::App& command = *app.add_subcommand(
      "extract", "Write the figures of articles: JSON Lines, tables, databases");
  command
      .add_option("PATH", options->input.paths,
                  "Files, folders (walked for *.txt), or - for one article on standard input")
      ->required();
  options->output.add_to(command);
  options->input.add_to(command);
  options->rules.add_to(command);
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace solieu::cli
