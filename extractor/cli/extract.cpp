// solieu extract: articles in, records out.
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <atomic>

#include "cli/batch_options.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/outputs.h"
#include "cli/profile.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "cli/stream.h"
#include "pipeline/dead_letters.h"
#include "solieu/pipeline.h"

namespace solieu::cli {
namespace {

struct ExtractOptions {
  InputOptions input;
  RulesOptions rules;
  BatchFlags batch;
  bool stream = false;
  OutputOptions output;
};

// On a terminal that shows no data at the same time.
bool progress_wanted(const ExtractOptions& options) {
  const bool data_on_terminal = options.output.to_standard_output() && ::isatty(STDOUT_FILENO) != 0;
  return ::isatty(STDERR_FILENO) != 0 && !data_on_terminal &&
         spdlog::should_log(spdlog::level::info);
}

// The command that dead letters recommend, before the path.
std::string retry_command(const ExtractOptions& options) {
  std::string command = "solieu extract";
  if (!options.rules.folder.empty()) {
    command += " --rules " + quoted_for_shell(options.rules.folder);
  }
  for (const std::string& extra : options.rules.extra) {
    command += " --rules-extra " + quoted_for_shell(extra);
  }
  return command + options.input.for_shell();
}

void tell(const BatchResult& result, double seconds) {
  const Totals& totals = result.totals;
  std::string more;
  const auto add = [&](uint64_t count, std::string_view what) {
    if (count > 0) more += fmt::format(", {} {}", count, what);
  };
  add(totals.empty, "empty");
  add(totals.duplicates, "duplicates");
  add(totals.kept, "unchanged");
  add(totals.removed, "removed");
  spdlog::info("{} articles, {} figures, {} failed{}; {:.2f} s, {:.1f} MB/s",
               totals.inputs - totals.dead_letters, totals.figures, totals.dead_letters, more,
               seconds, static_cast<double>(totals.bytes) / seconds / 1e6);
}

ExitStatus run(const ExtractOptions& options) {
  if (options.stream) {
    return run_stream(options.input, options.rules, options.batch, options.output.json);
  }
  if (options.input.empty()) {
    return report({Error::Code::kUsage, "", "give a PATH, or --files-from", "- is standard input"});
  }
  auto batch = options.batch.for_outputs(options.output.file(), options.output.resumable());
  if (!batch) return report(batch.error());
  const bool only_places = options.batch.only_places();
  auto places = options.batch.places();
  if (!places) return report(places.error());
  if (const std::string old = options.output.replaced();
      only_places && !old.empty() && !options.batch.resume) {
    return report({Error::Code::kUsage, old, "is there, and would hold only what is done again",
                   "name another file, or --to sqlite:, where it is laid over what is there"});
  }
  const auto metadata = options.input.read_metadata();
  if (!metadata) return report(metadata.error());
  // Kept until the program ends: to take the rules down piece by piece costs a short run a tenth of
  // its time.
  static const auto* const kExtractor = new Result<Extractor>(options.rules.load());
  const auto& extractor = *kExtractor;
  if (!extractor) return report(extractor.error());

  Inputs source = options.input.open();
  const bool with_progress = progress_wanted(options);
  Progress progress(with_progress, with_progress ? size_of_inputs(options.input.paths) : 0);
  listen_for_signals();
  std::atomic<uint64_t> bytes_read = 0;  // told by the reader to the writer
  batch->settings = options.output.settings() + options.input.settings();
  if (only_places) batch->settings += ", places " + places->digest();
  batch->metadata = options.input.metadata;
  batch->metadata_sha256 = metadata->sha256();
  batch->retry = retry_command(options);
  batch->stopped = [] { return signal_received() != 0; };
  batch->on_progress = [&](const Totals& totals) { progress.show(totals, bytes_read); };
  batch->on_dead_letter = [&](const Error& error) {
    progress.clear();
    report(error);
  };
  batch->on_record = [&](const ArticleRecord& record) {
    for (const Warning& warning : record.warnings) {
      progress.clear();
      spdlog::debug("{}: {}: {}", record.document->uri, warning.code, warning.message);
    }
  };
  const auto meant = [&](const Result<SourceArticle>& article) {
    if (!only_places) return true;
    return article ? places->meet(as_utf8(article->document.uri))
                   : places->meet_failed(as_utf8(article.error().place));
  };
  const auto next = [&]() -> std::optional<Result<Input>> {
    std::optional<Result<SourceArticle>> article;
    // What is passed over is read all the same: the ids of the others depend on it.
    do {
      if (batch->stopped()) return std::nullopt;
      article = source.next();
      bytes_read = source.bytes_read();
    } while (article && !meant(*article));
    if (!article) {
      auto unmet = places->take_unmet();
      if (!unmet) return std::nullopt;
      return Error{Error::Code::kInput, *std::move(unmet), "is in none of the inputs",
                   "give the PATHs of the run that named it"};
    }
    if (!*article) return article->error();
    return to_input(*metadata, options.input, std::move(**article));
  };
  const auto open_sink = [&](const ReopenOptions& reopen) { return options.output.open(reopen); };
  const auto result = run_batch(*extractor, next, open_sink, *batch);
  progress.clear();
  if (!result) {
    const ExitStatus status = report(result.error());
    if (status == kOutputError && !batch->checkpoint.empty()) {
      spdlog::info("what was written up to the last checkpoint stays; go on with --resume");
    }
    return status;
  }
  tell(*result, progress.seconds());
  if (source.passed_over() > 0) {
    spdlog::info("{} files and members passed over, which are no articles (--all reads them)",
                 source.passed_over());
  }
  if (options.rules.profile) print_profile(extractor->profile());
  if (const Status written = write_summary(options.batch.summary, *result, progress.seconds());
      !written) {
    return report(written.error());
  }
  if (result->stopped) {
    if (!batch->checkpoint.empty()) spdlog::info("stopped; go on with --resume");
    return static_cast<ExitStatus>(kSignal + signal_received());
  }
  return result->totals.dead_letters == 0 ? kAllWell : kSomeArticlesFailed;
}

}  // namespace

void add_extract(CLI::App& app, ExitStatus& status) {
  auto options = std::make_shared<ExtractOptions>();
  CLI::App& command = *app.add_subcommand(
      "extract", "Write the figures of articles: JSON Lines, tables, databases");
  CLI::Option* const paths = command.add_option(
      "PATH", options->input.paths,
      "Files, folders, archives, WARC files, shell patterns, or - for standard input");
  options->output.add_to(command);
  options->input.add_to(command);
  options->rules.add_to(command);
  options->batch.add_to(command);
  command.add_flag("--profile", options->rules.profile,
                   "Print where the time went, by stage and by rule");
  CLI::Option* const stream = command.add_flag(
      "--stream", options->stream,
      "Read JSON Lines on standard input, write a line on standard output for each, at once");
  stream->excludes(paths);
  for (const char* batch :
       {"--output", "--to", "--resume", "--incremental", "--checkpoint", "--manifest", "--prune",
        "--dead-letter", "--summary", "--retry", "--only"}) {
    stream->excludes(command.get_option(batch));
  }
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace solieu::cli
