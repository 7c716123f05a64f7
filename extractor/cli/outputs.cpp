#include "cli/outputs.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "record/validator.h"
#include "sink/validating_sink.h"
#include "solieu/outputs.h"

namespace solieu::cli {
namespace {

std::string where(const std::string& target) {
  return target.substr(std::min(target.find(':') + 1, target.size()));
}

bool is_database_server(const std::string& target) { return target.rfind("postgres:", 0) == 0; }

// A file or the name of one to be.
bool is_file(const std::string& target) {
  if (is_database_server(target)) return false;
  std::error_code ignored;
  const auto kind = std::filesystem::status(where(target), ignored).type();
  return where(target) != "-" && (kind == std::filesystem::file_type::regular ||
                                  kind == std::filesystem::file_type::not_found);
}

}  // namespace

void OutputOptions::add_to(CLI::App& command) {
  command
      .add_option("-o,--output", json_lines,
                  "JSON Lines file, complete or not at all (default: standard output)")
      ->type_name("FILE");
  command
      .add_option("--to", to,
                  "Write to jsonl:FILE, flat:FILE (one figure a line), csv:FILE, xlsx:FILE, "
                  "sqlite:FILE or postgres:CONNECTION; may be repeated")
      ->type_name("FORMAT:WHERE")
      ->allow_extra_args(false);
  command.add_flag("--with-text", json.with_text, "Put the clean text into the JSON records");
  command.add_flag("--validate", validate, "Hold each record against the JSON Schema");
}

std::vector<std::string> OutputOptions::targets() const {
  std::vector<std::string> out;
  if (!json_lines.empty() || to.empty()) {
    out.push_back("jsonl:" + (json_lines.empty() ? "-" : json_lines));
  }
  out.insert(out.end(), to.begin(), to.end());
  return out;
}

bool OutputOptions::to_standard_output() const {
  const auto all = targets();
  return std::any_of(all.begin(), all.end(),
                     [](const std::string& target) { return where(target) == "-"; });
}

std::string OutputOptions::file() const {
  const auto all = targets();
  const auto found = std::find_if(all.begin(), all.end(), is_file);
  return found == all.end() ? std::string() : where(*found);
}

bool OutputOptions::resumable() const {
  const auto all = targets();
  return std::all_of(all.begin(), all.end(), [](const std::string& target) {
    return is_database_server(target) || is_file(target);
  });
}

std::string OutputOptions::replaced() const {
  std::error_code ignored;
  for (const std::string& target : targets()) {
    const bool anew = is_file(target) && target.rfind("sqlite:", 0) != 0;
    if (anew && std::filesystem::exists(where(target), ignored)) return where(target);
  }
  return {};
}

std::string OutputOptions::settings() const {
  std::string out;
  for (const std::string& target : targets()) {
    // What follows may hold a password.
    out += (is_database_server(target) ? "postgres" : target) + '\n';
  }
  return out + (json.with_text ? "with text" : "");
}

Result<std::unique_ptr<Sink>> OutputOptions::open(const ReopenOptions& reopen) const {
  auto sink = open_outputs(targets(), json, reopen);
  if (!sink || !validate) return sink;
  auto validator = RecordValidator::load();
  if (!validator) return validator.error();
  return validating(std::move(*sink), std::move(*validator));
}

}  // namespace solieu::cli
