// The subcommands, one file each.
#pragma once

#include <CLI/CLI.hpp>

#include "solieu/status.h"

namespace solieu::cli {

enum ExitStatus : int {
  kAllWell = 0,
  kSomeArticlesFailed = 1,  // each was named with its reason, the others were written
  kUsageError = 2,
  kRulesError = 3,
  kOutputError = 4,
  kSignal = 128,  // plus the number of the signal that stopped the run
};

// Logs an error and says which exit status it calls for.
ExitStatus report(const Error& error);

// Writes a text to a file, which appears when it is complete, or to standard output ("-").
ExitStatus write_text(const std::string& path, std::string_view text);
// An error when `output` is the file `input` under any of its names: a store holds what people
// decided, which an output would replace.
Status is_other_file(const std::string& output, const std::string& input);
// The bytes of a file, or of standard input for "-".
Result<std::string> read_source(const std::string& path);

// Each adds its subcommand; when that is the one that is run, it stores its outcome in `status`,
// which must outlive `app`.
void add_article(CLI::App& app, ExitStatus& status);
void add_extract(CLI::App& app, ExitStatus& status);
void add_verify(CLI::App& app, ExitStatus& status);
void add_eval(CLI::App& app, ExitStatus& status);
void add_query(CLI::App& app, ExitStatus& status);
void add_export(CLI::App& app, ExitStatus& status);
void add_text(CLI::App& app, ExitStatus& status);
void add_check(CLI::App& app, ExitStatus& status);
void add_explain(CLI::App& app, ExitStatus& status);
void add_units(CLI::App& app, ExitStatus& status);
void add_gazetteer(CLI::App& app, ExitStatus& status);
void add_review(CLI::App& app, ExitStatus& status);
void add_report(CLI::App& app, ExitStatus& status);

}  // namespace solieu::cli
