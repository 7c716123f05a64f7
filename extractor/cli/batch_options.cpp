#include "cli/batch_options.h"

#include <spdlog/fmt/fmt.h>

#include "base/part_file.h"
#include "pipeline/dead_letters.h"
#include "solieu/json.h"

namespace solieu::cli {
namespace {

std::chrono::milliseconds milliseconds(double seconds) {
  return std::chrono::milliseconds(static_cast<int64_t>(seconds * 1000));
}

}  // namespace

void BatchFlags::add_to(CLI::App& command) {
  command.add_option("-j,--jobs", jobs, "Threads (default: one for each core)")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command
      .add_option("--deadline", deadline, "Give an article up that takes longer (default: never)")
      ->type_name("SECONDS")
      ->check(CLI::PositiveNumber);
  command.add_flag("--resume", resume, "Go on where an interrupted run stopped");
  command
      .add_option("--checkpoint", checkpoint,
                  "Where the run says how far it is (default: OUTPUT.checkpoint)")
      ->type_name("FILE");
  command.add_option("--checkpoint-every", checkpoint_every, "How often (default: 5)")
      ->type_name("SECONDS")
      ->check(CLI::NonNegativeNumber);
  command
      .add_option("--dead-letter", dead_letters,
                  "JSON Lines with what could not be extracted, why, and how to try again")
      ->type_name("FILE");
  command
      .add_option("--retry", retry,
                  "Of the inputs do only those again that the dead letters of an earlier run name")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  command
      .add_option("--only", only,
                  "Of the inputs do only what is there: FILE, ARCHIVE!MEMBER or FILE:LINE; may be "
                  "repeated")
      ->type_name("PLACE")
      ->allow_extra_args(false);
  command.add_option("--summary", summary, "JSON with counts and times at the end")
      ->type_name("FILE");
  command.add_flag("--incremental", incremental,
                   "Do only articles that are new or changed, or all when the rules are");
  command
      .add_option("--manifest", manifest,
                  "What --incremental knows of earlier runs (default: OUTPUT.manifest)")
      ->type_name("FILE");
  command.add_flag("--prune", prune, "With --incremental, drop articles that are gone");
}

std::chrono::milliseconds BatchFlags::deadline_of_article() const { return milliseconds(deadline); }

Result<Places> BatchFlags::places() const {
  auto out = retry.empty() ? Places() : Places::of_dead_letters(retry);
  if (out) {
    for (const std::string& place : only) out->add(as_utf8(place));
  }
  return out;
}

Result<BatchOptions> BatchFlags::for_outputs(const std::string& file, bool resumable) const {
  BatchOptions out;
  out.jobs = jobs;
  out.deadline = deadline_of_article();
  out.checkpoint_every = milliseconds(checkpoint_every);
  out.resume = resume;
  out.dead_letters = dead_letters;
  out.prune = prune;
  out.checkpoint = checkpoint;
  const bool with_manifest = incremental || !manifest.empty();
  if (!resumable && (resume || with_manifest || !checkpoint.empty())) {
    return Error{Error::Code::kUsage, "",
                 "--resume, --checkpoint and --incremental need outputs that can be gone on with",
                 "name a file with --output or --to"};
  }
  if (file.empty() && resumable &&
      ((resume && checkpoint.empty()) || (with_manifest && manifest.empty()))) {
    return Error{Error::Code::kUsage, "", "no output is a file, so there is none beside it",
                 "name --checkpoint FILE, and for --incremental --manifest FILE"};
  }
  if (resumable && !file.empty() && checkpoint.empty()) out.checkpoint = file + ".checkpoint";
  if (with_manifest) out.manifest = manifest.empty() ? file + ".manifest" : manifest;
  if (with_manifest && only_places()) {
    return Error{Error::Code::kUsage, "", "--retry and --only are not for incremental runs",
                 "leave them out: an incremental run tries again what failed"};
  }
  if (prune && !with_manifest) {
    return Error{Error::Code::kUsage, "", "--prune is for incremental runs", "add --incremental"};
  }
  return out;
}

Status write_summary(const std::string& path, const BatchResult& result, double seconds) {
  if (path.empty()) return {};
  std::string totals;
  append_json(result.totals, totals);
  return replace_file(
      path, fmt::format(R"({{"schema":"solieu.summary/1","solieu":"{}","ended":"{}",)"
                        R"("resumed":{},{},"seconds":{:.3f},"articles_per_second":{:.1f}}})"
                        "\n",
                        version(), result.stopped ? "stopped" : "complete", result.resumed, totals,
                        seconds, static_cast<double>(result.totals.inputs) / seconds));
}

}  // namespace solieu::cli
