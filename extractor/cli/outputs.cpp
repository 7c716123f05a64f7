#include "cli/outputs.h"

#include <algorithm>

#include "solieu/outputs.h"

namespace solieu::cli {

void OutputOptions::add_to(CLI::App& command) {
  command
      .add_option("-o,--output", file,
                  "JSON Lines file, complete or not at all (default: standard output)")
      ->type_name("FILE");
  command
      .add_option("--to", to,
                  "Write to jsonl:FILE, flat:FILE (one figure a line), csv:FILE, xlsx:FILE, "
                  "sqlite:FILE or postgres:CONNECTION; may be repeated")
      ->type_name("FORMAT:WHERE")
      ->allow_extra_args(false);
  command.add_flag("--with-text", json.with_text, "Put the clean text into the JSON records");
}

std::vector<std::string> OutputOptions::targets() const {
  std::vector<std::string> out;
  if (!file.empty() || to.empty()) out.push_back("jsonl:" + (file.empty() ? "-" : file));
  out.insert(out.end(), to.begin(), to.end());
  return out;
}

bool OutputOptions::to_standard_output() const {
  const auto all = targets();
  return std::any_of(all.begin(), all.end(), [](const std::string& target) {
    return target.size() > 2 && target.compare(target.size() - 2, 2, ":-") == 0;
  });
}

Result<std::unique_ptr<Sink>> OutputOptions::open(std::string_view position) const {
  return open_outputs(targets(), json, position);
}

}  // namespace solieu::cli
