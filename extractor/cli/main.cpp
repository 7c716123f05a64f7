#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <filesystem>
#include <iostream>
#include <iterator>

#include "base/part_file.h"
#include "base/tsv.h"
#include "cli/commands.h"
#include "solieu/json.h"

namespace solieu::cli {

ExitStatus report(const Error& error) {
  spdlog::error(error.to_string());
  switch (error.code) {
    case Error::Code::kInput:
      return kSomeArticlesFailed;
    case Error::Code::kRules:
      return kRulesError;
    case Error::Code::kOutput:
      return kOutputError;
    case Error::Code::kUsage:
      break;
  }
  return kUsageError;
}

Result<std::string> read_source(const std::string& path) {
  if (path != "-") return read_file(path);
  return std::string(std::istreambuf_iterator<char>(std::cin), {});
}

ExitStatus write_text(const std::string& path, std::string_view text) {
  auto file = PartFile::open(path);
  if (!file) return report(file.error());
  if (Status done = file->append(text); !done) return report(done.error());
  if (Status done = file->finish(); !done) return report(done.error());
  return kAllWell;
}

Status is_other_file(const std::string& output, const std::string& input) {
  std::error_code ignored;  // what is not there is no file that is replaced
  if (!std::filesystem::equivalent(output, input, ignored)) return {};
  return Error{Error::Code::kUsage, output, "is the file that is read",
               "name another file: what was extracted and decided stays as it was"};
}

namespace {

int run(int argc, char** argv) {
  // Standard output is for data.
  spdlog::set_default_logger(spdlog::stderr_color_st("solieu"));
  spdlog::set_pattern("%^%l%$: %v");

  CLI::App app("Reads Vietnamese news reports and writes their figures as structured records.",
               "solieu");
  app.set_version_flag("--version", "solieu " + std::string(version()));
  app.require_subcommand(1);
  app.fallthrough();
  app.add_flag_callback(
      "-q,--quiet", [] { spdlog::set_level(spdlog::level::err); }, "Tell errors only");
  app.add_flag_callback(
      "-v,--verbose", [] { spdlog::set_level(spdlog::level::debug); }, "Tell more");

  ExitStatus status = kAllWell;
  add_extract(app, status);
  add_article(app, status);
  add_verify(app, status);
  add_eval(app, status);
  add_query(app, status);
  add_export(app, status);
  add_text(app, status);
  add_check(app, status);
  add_explain(app, status);
  add_units(app, status);
  add_gazetteer(app, status);
#ifdef SOLIEU_REVIEW
  add_review(app, status);
  add_report(app, status);
#endif
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kAllWell : kUsageError;
  }
  return status;
}

}  // namespace
}  // namespace solieu::cli

int main(int argc, char** argv) { return solieu::cli::run(argc, argv); }
