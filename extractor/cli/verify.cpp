// solieu verify: did a run lose or double anything?
#include <spdlog/spdlog.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>

#include "cli/commands.h"
#include "cli/options.h"
#include "pipeline/audit.h"
#include "store/database.h"

namespace solieu::cli {
namespace {

struct VerifyOptions {
  std::string output;
  std::string dead_letters;
  std::string summary;
  InputOptions input;
};

// The articles of a store.
Result<Audit> read_store(const std::string& path) {
  if (Status finished = Audit::check_finished(path); !finished) return finished.error();
  const auto store = Database::open(path, Database::Mode::kRead);
  if (!store) return store.error();
  auto rows = store->prepare(
      "SELECT id, sha256, duplicate_of IS NOT NULL, status IN ('empty', 'no_article'), "
      "(SELECT count(*) FROM figures f WHERE f.article = a.article), bytes "
      "FROM articles a WHERE status <> 'gone'");
  if (!rows) return rows.error();
  Audit audit(true);
  while (true) {
    const auto row = rows->step();
    if (!row) return row.error();
    if (!*row) return audit;
    Audit::Record record;
    record.sha256 = rows->text(1);
    record.duplicate = rows->integer(2) != 0;
    record.empty = rows->integer(3) != 0;
    record.figures = static_cast<uint64_t>(rows->integer(4));
    record.bytes = static_cast<uint64_t>(rows->integer(5));
    audit.enter(std::string(rows->text(0)), std::move(record));
  }
}

// The first bytes of a file; none of a pipe, which can be read only once.
std::string beginning_of(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return {};
  std::string head(16, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<size_t>(file.gcount()));
  return head;
}

// What kind of output it is tells its beginning; what comes through a pipe is JSON Lines.
Result<Audit> read_output(const std::string& path) {
  const std::string head = beginning_of(path);
  if (head.starts_with("SQLite format 3")) return read_store(path);
  if (!head.empty() && head.front() != '{') {
    return Error{Error::Code::kUsage, path, "is neither JSON Lines nor a store",
                 "a table does not tell of articles without figures: verify what the run wrote "
                 "with --output or --to sqlite:"};
  }
  Audit audit;
  if (const Status read = audit.read_json_lines(path); !read) return read.error();
  return audit;
}

ExitStatus run(const VerifyOptions& options) {
  if (options.input.empty() && options.summary.empty()) {
    return report({Error::Code::kUsage, "", "there is nothing to verify the output against",
                   "give the PATHs that were extracted, or the run's --summary"});
  }
  auto audit = read_output(options.output);
  if (!audit) return report(audit.error());
  if (!options.dead_letters.empty()) {
    if (const Status read = audit->read_dead_letters(options.dead_letters); !read) {
      return report(read.error());
    }
  }
  if (!options.input.empty()) {
    const auto metadata = options.input.read_metadata();
    if (!metadata) return report(metadata.error());
    Inputs source = options.input.open();
    while (auto article = source.next()) {
      if (*article) {
        audit->meet(to_input(*metadata, options.input, std::move(**article)));
      } else {
        audit->meet(article->error());
      }
    }
    audit->met_all();
  }
  if (!options.summary.empty()) {
    if (const Status read = audit->compare_summary(options.summary); !read) {
      return report(read.error());
    }
  }
  for (const std::string& problem : audit->problems()) spdlog::error(problem);
  const Totals& totals = audit->totals();
  fmt::print("{} inputs = {} records + {} empty + {} duplicates + {} dead letters; {} problems\n",
             totals.inputs, totals.records, totals.empty, totals.duplicates, totals.dead_letters,
             audit->problem_count());
  return audit->problem_count() == 0 ? kAllWell : kSomeArticlesFailed;
}

}  // namespace

void add_verify(CLI::App& app, ExitStatus& status) {
  auto options = std::make_shared<VerifyOptions>();
  CLI::App& command =
      *app.add_subcommand("verify", "Prove that a run lost nothing and wrote nothing twice");
  command.add_option("OUTPUT", options->output, "JSON Lines or SQLite store that the run wrote")
      ->required();
  command.add_option("PATH", options->input.paths,
                     "What was extracted: each article is looked for in the output");
  command.add_option("--dead-letter", options->dead_letters, "The run's dead letters")
      ->type_name("FILE");
  command
      .add_option("--summary", options->summary, "The run's summary: its counts are compared, too")
      ->type_name("FILE");
  options->input.add_to(command);
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace solieu::cli
