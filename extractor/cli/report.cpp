// solieu report: marked articles and their records on one page that needs no server.
#include "review/report.h"

#include "cli/commands.h"

namespace solieu::cli {

void add_report(CLI::App& app, ExitStatus& status) {
  auto input = std::make_shared<std::string>();
  auto output = std::make_shared<std::string>("-");
  CLI::App& command =
      *app.add_subcommand("report", "Write one web page that shows articles and records");
  command
      .add_option("INPUT", *input, "A store, or records that `solieu extract --with-text` wrote")
      ->required();
  command.add_option("-o,--output", *output, "File to write; standard output by default")
      ->type_name("FILE");
  command.callback([=, &status] {
    if (Status other = is_other_file(*output, *input); !other) {
      status = report(other.error());
      return;
    }
    const auto page = report_page(*input);
    status = page ? write_text(*output, *page) : report(page.error());
  });
}

}  // namespace solieu::cli
