#include "cli/stream.h"

#include <spdlog/spdlog.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "cli/line_reader.h"
#include "cli/signals.h"
#include "solieu/pipeline.h"
#include "source/budget.h"
#include "source/json_article.h"

namespace solieu::cli {
namespace {

Status write_out(std::string_view line) {
  while (!line.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, line.data(), line.size());
    if (written >= 0) {
      line.remove_prefix(static_cast<size_t>(written));
    } else if (errno != EINTR) {
      return Error{Error::Code::kOutput, "standard output",
                   "cannot write: " + std::generic_category().message(errno), ""};
    }
  }
  return {};
}

}  // namespace

ExitStatus run_stream(const InputOptions& input, const RulesOptions& rules, const BatchFlags& batch,
                      const JsonOptions& json) {
  const auto metadata = input.read_metadata();
  if (!metadata) return report(metadata.error());
  const auto extractor = rules.load();
  if (!extractor) return report(extractor.error());
  listen_for_signals();
  const size_t longest = input.source.limits.document;
  LineReader lines(longest);
  const auto parse = [&](std::string_view line, uint64_t number) -> Result<Input> {
    if (line.size() > longest) {
      return Error{Error::Code::kInput, "-:" + std::to_string(number),
                   "is larger than " + readable_size(longest), "raise --max-document"};
    }
    auto article = json_article(line, input.source.fields, {"-", "stdin!", number});
    if (!article) return article.error();
    return to_input(*metadata, input, std::move(*article));
  };
  const auto totals = solieu::run_stream(
      *extractor, [&] { return lines.next(); }, parse, write_out,
      {.jobs = batch.jobs, .deadline = batch.deadline_of_article(), .json = json});
  if (!totals) return report(totals.error());
  spdlog::info("{} lines, {} figures, {} failed", totals->inputs, totals->figures,
               totals->dead_letters);
  if (signal_received() != 0) return static_cast<ExitStatus>(kSignal + signal_received());
  return kAllWell;  // failures are lines like others, for the reader to judge
}

}  // namespace solieu::cli
