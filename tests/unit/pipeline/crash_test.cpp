// A batch that is killed, or whose disk fails, at every place where that can matter; then it goes
// on, and must have lost nothing and done nothing twice.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <map>
#include <random>

#include "catch.h"
#include "faults.h"
#include "sample_batch.h"
#include "temp_folder.h"

using namespace solieu;
namespace fs = std::filesystem;

namespace {

constexpr int kArticles = 130;  // five chunks
using Files = std::map<std::string, std::string>;

Files files_of(const TempFolder& folder) {
  Files out;
  for (const auto& entry : fs::directory_iterator(folder.path())) {
    const std::string name = entry.path().filename().string();
    out[name] = folder.read(name);
  }
  return out;
}

// What a run shall do, and what stands in the folder before.
struct Task {
  std::vector<int> numbers = numbers_below(kArticles);
  bool prune = false;
  Files before;
};

// The first run of a batch, and an incremental one after it, with articles new and gone.
std::vector<Task> tasks() {
  Task again;
  again.prune = true;
  again.numbers = {140, 141};
  for (const int number : numbers_below(kArticles - 40)) again.numbers.push_back(number);
  const TempFolder folder;
  const auto first = run_batch(sample_extractor(), sample_inputs(numbers_below(kArticles)),
                               sample_sink(folder.path() / "out.jsonl"), [&] {
                                 BatchOptions options = sample_options(folder.path());
                                 options.jobs = 1;
                                 return options;
                               }());
  again.before = files_of(folder);
  return {Task(), again};
}

enum Outcome : int { kDone = 0, kFailed = 4 };

struct Run {
  int status = 0;  // of waitpid
  std::string output;

  bool killed() const { return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL; }
  int exit_status() const { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }
};

// Starts the batch in a process of its own. It tells its totals, operations or error by a pipe.
pid_t start(const Task& task, const TempFolder& folder, bool resume, const Fault& fault,
            int& answer) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(ends[0]);
    arm(fault);
    BatchOptions options = sample_options(folder.path());
    options.resume = resume;
    options.prune = task.prune;
    const auto result = run_batch(sample_extractor(), sample_inputs(task.numbers),
                                  sample_sink(folder.path() / "out.jsonl"), options);
    std::string text;
    if (result) {
      append_json(result->totals, text);
      text += " " + std::to_string(operations_since_armed());
    } else {
      text = result.error().to_string();
    }
    (void)!::write(ends[1], text.data(), text.size());
    ::_exit(result ? kDone : kFailed);
  }
  ::close(ends[1]);
  answer = ends[0];
  return child;
}

Run wait_for(pid_t child, int answer) {
  Run run;
  char buffer[4096];
  for (ssize_t got = 0; (got = ::read(answer, buffer, sizeof buffer)) > 0;) {
    run.output.append(buffer, static_cast<size_t>(got));
  }
  ::close(answer);
  ::waitpid(child, &run.status, 0);
  return run;
}

Run run(const Task& task, const TempFolder& folder, bool resume = false, Fault fault = {}) {
  fault.folder = folder.path().string();
  int answer = -1;
  const pid_t child = start(task, folder, resume, fault, answer);
  return wait_for(child, answer);
}

void prepare(const Task& task, const TempFolder& folder) {
  for (const auto& [name, bytes] : task.before) folder.write(name, bytes);
}

struct Reference {
  Files files;
  std::string totals;
  int operations = 0;
};

Reference uninterrupted(const Task& task) {
  const TempFolder folder;
  prepare(task, folder);
  const Run whole = run(task, folder);
  REQUIRE(whole.exit_status() == kDone);
  const size_t space = whole.output.rfind(' ');
  return {files_of(folder), whole.output.substr(0, space),
          std::stoi(whole.output.substr(space + 1))};
}

// Goes on until the end, and compares all that the run leaves.
void check_resumed(const Task& task, const TempFolder& folder, const Reference& reference) {
  // Killed after its last act, it is done, and a new run finds nothing changed.
  const bool done = files_of(folder) == reference.files;
  const Run resumed = run(task, folder, true);
  REQUIRE(resumed.exit_status() == kDone);
  if (!done) REQUIRE(resumed.output.substr(0, resumed.output.rfind(' ')) == reference.totals);
  const Files files = files_of(folder);
  REQUIRE(files.size() == reference.files.size());
  for (const auto& [name, bytes] : reference.files) {
    INFO(name);
    REQUIRE((files.at(name) == bytes));
  }
}

// What stands under a final name is complete: of the run before, or of this one.
void check_final_names(const Task& task, const TempFolder& folder, const Reference& reference) {
  for (const char* name : {"out.jsonl", "dead.jsonl", "out.jsonl.manifest"}) {
    if (!fs::exists(folder.path() / name)) continue;
    const std::string bytes = folder.read(name);
    const auto before = task.before.find(name);
    INFO(name);
    REQUIRE((bytes == reference.files.at(name) ||
             (before != task.before.end() && bytes == before->second)));
  }
}

int number_from_environment(const char* name, int otherwise) {
  const char* const text = std::getenv(name);
  return text == nullptr ? otherwise : std::atoi(text);
}

}  // namespace

TEST_CASE("killed at any write, sync, cut, rename or removal, a run goes on as if nothing was") {
  for (const Task& task : tasks()) {
    const Reference reference = uninterrupted(task);
    REQUIRE(reference.operations > 40);
    for (int at = 1; at <= reference.operations; ++at) {
      for (const FaultMode mode : {FaultMode::kKillBefore, FaultMode::kKillAfter}) {
        INFO("operation " << at << (mode == FaultMode::kKillBefore ? ", before" : ", after"));
        const TempFolder folder;
        prepare(task, folder);
        REQUIRE(run(task, folder, false, {{}, mode, at}).killed());
        check_final_names(task, folder, reference);
        check_resumed(task, folder, reference);
      }
    }
  }
}

TEST_CASE("a full disk or a failing one is told, and the run can go on when there is space") {
  for (const Task& task : tasks()) {
    const Reference reference = uninterrupted(task);
    for (int at = 1; at <= reference.operations; ++at) {
      for (const FaultMode mode : {FaultMode::kDiskFull, FaultMode::kError}) {
        INFO("operation " << at << (mode == FaultMode::kDiskFull ? ", full" : ", error"));
        const TempFolder folder;
        prepare(task, folder);
        const Run failed = run(task, folder, false, {{}, mode, at});
        // The last rename and the removal of the checkpoint need no space.
        if (mode == FaultMode::kDiskFull && failed.exit_status() == kDone) {
          REQUIRE((files_of(folder) == reference.files));
          continue;
        }
        REQUIRE(failed.exit_status() == kFailed);
        CHECK_THAT(failed.output, Catch::Contains(folder.path().string()));
        CHECK_THAT(failed.output,
                   Catch::Contains(mode == FaultMode::kDiskFull ? "No space left on device"
                                                                : "Input/output error"));
        check_final_names(task, folder, reference);
        check_resumed(task, folder, reference);
      }
    }
  }
}

TEST_CASE("killed at random moments, again and again") {
  const int kills = number_from_environment("SOLIEU_KILLS", 30);
  std::mt19937 chance(20231228);
  const std::vector<Task> all = tasks();
  std::vector<Reference> references;
  double seconds = 0;
  for (const Task& task : all) {
    const auto begin = std::chrono::steady_clock::now();
    references.push_back(uninterrupted(task));
    seconds = std::max(
        seconds, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  int killed = 0;
  for (size_t turn = 0; killed < kills; ++turn) {
    const Task& task = all[turn % all.size()];
    const TempFolder folder;
    prepare(task, folder);
    // Up to three kills before it may end.
    for (int i = 0; i < 3; ++i) {
      int answer = -1;
      const pid_t child = start(task, folder, i > 0, {}, answer);
      std::uniform_real_distribution<double> moment(0, seconds);
      ::usleep(static_cast<useconds_t>(moment(chance) * 1e6));
      ::kill(child, SIGKILL);
      const Run run = wait_for(child, answer);
      if (!run.killed()) break;  // it was done before
      ++killed;
      check_final_names(task, folder, references[turn % all.size()]);
      if (files_of(folder) == references[turn % all.size()].files) break;
    }
    check_resumed(task, folder, references[turn % all.size()]);
  }
  std::cout << killed << " kills, 0 lost, 0 doubled\n";
}
