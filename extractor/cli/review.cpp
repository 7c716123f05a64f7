// solieu review: a local page on which people check records against their articles.
#include <pwd.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <thread>

#include "cli/commands.h"
#include "cli/explanation.h"
#include "cli/options.h"
#include "review/corrections.h"
#include "review/export.h"
#include "review/gate.h"
#include "review/server.h"
#include "solieu/outputs.h"
#include "store/stored_records.h"

namespace solieu::cli {
namespace {

struct ReviewCommand {
  std::string store;
  ReviewOptions review;
  ServerOptions server;
  RulesOptions rules;
  std::string form;
  std::string output = "-";
  std::vector<std::string> to;
  bool with_text = false;
};

std::string login_name() {
  const passwd* user = ::getpwuid(::getuid());
  return user != nullptr ? user->pw_name : "reviewer";
}

// The corrected records into outputs as `solieu extract` has them.
Status write_corrected(const ReviewCommand& command) {
  auto database = Database::open(command.store, Database::Mode::kRead);
  if (!database) return database.error();
  for (const std::string& target : command.to) {
    const std::string file = target.substr(std::min(target.find(':') + 1, target.size()));
    if (Status other = is_other_file(file, command.store); !other) return other;
  }
  if (Status laid = lay_corrections_over(*database); !laid) return laid;
  auto records = StoredRecords::open(*database);
  if (!records) return records.error();
  auto sink = open_outputs(command.to, {.with_text = command.with_text});
  if (!sink) return sink.error();
  for (ArticleRecord record;;) {
    const auto more = records->next(record);
    if (!more) return more.error();
    if (!*more) return (*sink)->finish();
    if (Status written = (*sink)->write(record); !written) return written;
  }
}

ExitStatus export_only(const ReviewCommand& command) {
  auto database = Database::open(command.store, Database::Mode::kRead);
  if (!database) return report(database.error());
  if (Status other = is_other_file(command.output, command.store); !other)
    return report(other.error());
  std::string out;
  if (Status done = export_reviewed(*database, command.form, out); !done) {
    return report(done.error());
  }
  return write_text(command.output, out);
}

// The rules are read when they are first asked for.
auto lazy_explainer(const RulesOptions& rules) {
  return [rules, extractor = std::shared_ptr<const Extractor>()](
             const std::string& text) mutable -> Result<std::string> {
    if (!extractor) {
      auto loaded = rules.load();
      if (!loaded) return loaded.error();
      extractor = std::make_shared<const Extractor>(std::move(*loaded));
    }
    return explanation(extractor->rules(), text);
  };
}

ExitStatus run(ReviewCommand command) {
  if (!command.to.empty()) {
    const Status written = write_corrected(command);
    return written ? kAllWell : report(written.error());
  }
  if (!command.form.empty()) return export_only(command);
  if (command.review.reviewer.empty()) command.review.reviewer = login_name();
  const auto review = Review::open(command.store, command.review);
  if (!review) return report(review.error());
  command.server.explain = lazy_explainer(command.rules);

  // Signals go to one thread that waits for them, none of the server's.
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGUSR1}) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  auto server = ReviewServer::open(**review, command.server);
  if (!server) return report(server.error());
  if (!is_loopback(command.server.host)) {
    spdlog::warn("{} can be reached from other machines, without encryption", command.server.host);
  }
  spdlog::info("open this address in a browser; Ctrl-C ends");
  // A script that starts the server reads the address.
  std::printf("%s\n", server->start_address().c_str());
  std::fflush(stdout);
  std::thread waiter([&] {
    int signal = 0;
    sigwait(&signals, &signal);
    server->stop();
  });
  server->run();
  pthread_kill(waiter.native_handle(), SIGUSR1);
  waiter.join();
  return kAllWell;
}

}  // namespace

void add_review(CLI::App& app, ExitStatus& status) {
  auto options = std::make_shared<ReviewCommand>();
  CLI::App& command =
      *app.add_subcommand("review", "Check records against their articles on a local web page");
  command.add_option("DB", options->store, "A store that `solieu extract --to sqlite:DB` wrote")
      ->required();
  command
      .add_option("--reviewer", options->review.reviewer,
                  "Who decides; the login name when not given")
      ->type_name("NAME");
  command.add_flag("--blind", options->review.blind,
                   "Show this reviewer's decisions only, for a second opinion");
  command.add_flag("--read-only", options->review.read_only, "Decide nothing, only look");
  command.add_option("--host", options->server.host, "Address to serve on; 127.0.0.1 by default")
      ->type_name("ADDRESS");
  command
      .add_option("--allow-host", options->server.allow_hosts,
                  "A name under which browsers reach the server, beside --host")
      ->type_name("NAME")
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->check([](const std::string& name) {
        return name.empty() || name.find_first_of("/ ,*") != std::string::npos
                   ? "give a name as it stands in the address: review.example or "
                     "review.example:8300"
                   : "";
      });
  command
      .add_option("--port", options->server.port, "Port to serve on; one that is free by default")
      ->type_name("N");
  CLI::Option* const form =
      command
          .add_option("--export", options->form,
                      "Serve nothing, write what was decided: " + std::string(export_forms()))
          ->type_name("FORM");
  command.add_option("-o,--output", options->output, "File that --export writes")
      ->type_name("FILE")
      ->needs(form);
  CLI::Option* const to =
      command
          .add_option("--to", options->to,
                      "Serve nothing, write the corrected records as `extract --to` does")
          ->type_name("FORMAT:WHERE")
          ->allow_extra_args(false)
          ->excludes(form);
  command.add_flag("--with-text", options->with_text, "Put the clean text into --to jsonl")
      ->needs(to);
  options->rules.add_to(command);
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace solieu::cli
