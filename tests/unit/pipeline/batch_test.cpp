#include <map>
#include <utility>

#include "base/sha256.h"
#include "catch.h"
#include "sample_batch.h"
#include "temp_folder.h"

using namespace solieu;

namespace {

size_t lines_of(const std::string& text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
}

Totals run(const TempFolder& folder, const std::vector<int>& numbers, BatchOptions options) {
  const auto result = run_batch(sample_extractor(), sample_inputs(numbers),
                                sample_sink(folder.path() / "out.jsonl"), options);
  REQUIRE(result.ok());
  CHECK_FALSE(result->stopped);
  const Totals& totals = result->totals;
  CHECK(totals.inputs == totals.records + totals.empty + totals.duplicates + totals.dead_letters);
  return totals;
}

Totals run(const TempFolder& folder, const std::vector<int>& numbers) {
  return run(folder, numbers, sample_options(folder.path()));
}

}  // namespace

TEST_CASE("every input ends in exactly one way") {
  const TempFolder folder;
  const Totals totals = run(folder, numbers_below(200));
  CHECK(totals.inputs == 200);
  CHECK(totals.records == 140);
  CHECK(totals.empty == 20);
  CHECK(totals.duplicates == 20);
  CHECK(totals.dead_letters == 20);
  CHECK(totals.figures == 280);
  CHECK(lines_of(folder.read("out.jsonl")) == 180);
  CHECK(lines_of(folder.read("dead.jsonl")) == 20);
  CHECK(folder.entries() == 3);  // no part file, no checkpoint
}

TEST_CASE("the output is the same whatever the number of jobs") {
  std::string first;
  for (const unsigned jobs : {1U, 2U, 3U, 8U}) {
    const TempFolder folder;
    BatchOptions options = sample_options(folder.path());
    options.jobs = jobs;
    run(folder, numbers_below(500), options);
    const std::string all =
        folder.read("out.jsonl") + folder.read("dead.jsonl") + folder.read("out.jsonl.manifest");
    if (first.empty()) first = all;
    CHECK((all == first));
  }
}

TEST_CASE("a dead letter says what, why and how to try again") {
  const TempFolder folder;
  run(folder, {3});
  CHECK(folder.read("dead.jsonl") ==
        R"({"schema":"solieu.dead_letter/1","place":"bai-3.txt","id":null,)"
        R"("reason":"cannot be read","remedy":"look at it",)"
        R"("retry":"solieu extract -- 'bai-3.txt'"})"
        "\n");
}

TEST_CASE("an article that takes longer than its deadline is a dead letter") {
  const TempFolder folder;
  BatchOptions options = sample_options(folder.path());
  options.deadline = std::chrono::milliseconds(20);
  std::string text;
  for (int i = 0; i < 20000; ++i) text += sample_text(i);
  int left = 2;
  const NextInput next = [&]() -> std::optional<Result<Input>> {
    if (left-- == 0) return std::nullopt;
    Input input;
    input.document.id = input.document.uri = left == 1 ? "dài" : "rỗng";
    if (left == 1) input.document.bytes = text;
    return input;
  };
  const auto result =
      run_batch(sample_extractor(), next, sample_sink(folder.path() / "out.jsonl"), options);
  REQUIRE(result.ok());
  CHECK(result->totals.dead_letters == 1);
  CHECK(result->totals.empty == 1);
  CHECK_THAT(folder.read("dead.jsonl"), Catch::Contains("longer than the deadline"));
}

TEST_CASE("of large articles only a few are in memory at once, and the order stays") {
  constexpr size_t kLarge = size_t{6} << 20;
  constexpr int kMany = 30;
  const TempFolder folder;
  BatchOptions options = sample_options(folder.path());
  options.jobs = 8;
  std::atomic<int> written = 0;
  options.on_record = [&](const ArticleRecord&) { ++written; };
  int read = 0;
  int most = 0;
  const NextInput next = [&]() -> std::optional<Result<Input>> {
    if (read == kMany) return std::nullopt;
    most = std::max(most, read - written);
    Input input;
    input.document.id = input.document.uri = "dài-" + std::to_string(read++);
    input.document.bytes = sample_text(read) + std::string(kLarge, ' ');
    return input;
  };
  const auto result =
      run_batch(sample_extractor(), next, sample_sink(folder.path() / "out.jsonl"), options);
  REQUIRE(result.ok());
  CHECK(result->totals.records == kMany);
  CHECK(most <= 4);  // of 24 MB, and 6 that were let in before
  const std::string out = folder.read("out.jsonl");
  CHECK(out.find("dài-9\"") < out.find("dài-10\""));
}

TEST_CASE("a wish to stop finishes what is at hand, and the run can go on") {
  const TempFolder whole;
  run(whole, numbers_below(300));
  const TempFolder folder;
  BatchOptions options = sample_options(folder.path());
  int asked = 0;
  options.stopped = [&] { return ++asked > 120; };
  const auto stopped = run_batch(sample_extractor(), sample_inputs(numbers_below(300)),
                                 sample_sink(folder.path() / "out.jsonl"), options);
  REQUIRE(stopped.ok());
  CHECK(stopped->stopped);
  CHECK(stopped->totals.inputs == 120);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "out.jsonl"));

  options.stopped = [] { return false; };
  options.resume = true;
  const Totals totals = run(folder, numbers_below(300), options);
  CHECK(totals.inputs == 300);
  for (const char* name : {"out.jsonl", "dead.jsonl", "out.jsonl.manifest"}) {
    CHECK((folder.read(name) == whole.read(name)));
  }
}

TEST_CASE("a source that ends because the run is to stop does not make it complete") {
  const TempFolder folder;
  bool stop = false;
  BatchOptions options = sample_options(folder.path());
  options.stopped = [&] { return stop; };
  const auto run_some = [&] {
    NextInput next = [&, some = sample_inputs({0, 1})]() -> std::optional<Result<Input>> {
      auto input = some();
      stop = !input;
      return input;
    };
    return run_batch(sample_extractor(), next, sample_sink(folder.path() / "out.jsonl"), options);
  };
  for (const bool resumed : {false, true}) {
    options.resume = resumed;
    stop = false;
    const auto result = run_some();
    REQUIRE(result.ok());
    CHECK(result->stopped);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "out.jsonl"));
  }
}

TEST_CASE("a run goes on only with what it began with") {
  const TempFolder folder;
  BatchOptions options = sample_options(folder.path());
  int asked = 0;
  options.stopped = [&] { return ++asked > 50; };
  const OpenSink sink = sample_sink(folder.path() / "out.jsonl");
  REQUIRE(run_batch(sample_extractor(), sample_inputs(numbers_below(100)), sink, options).ok());
  options.stopped = [] { return false; };

  const auto refusal = [&](const std::vector<int>& numbers) {
    const auto result = run_batch(sample_extractor(), sample_inputs(numbers), sink, options);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == Error::Code::kUsage);
    CHECK(result.error().place == options.checkpoint.string());
    return result.error().message;
  };
  CHECK_THAT(refusal(numbers_below(100)), Catch::Contains("interrupted run left"));
  options.resume = true;
  CHECK_THAT(refusal({1, 2, 4}), Catch::Contains("inputs are no longer"));
  std::vector<int> other = numbers_below(100);
  other.front() = 99;
  CHECK_THAT(refusal(other), Catch::Contains("inputs are no longer"));
  options.metadata = "more.tsv";
  options.metadata_sha256 = "1";
  const auto result =
      run_batch(sample_extractor(), sample_inputs(numbers_below(100)), sink, options);
  REQUIRE_FALSE(result.ok());
  CHECK(result.error().place == "more.tsv");
  CHECK_THAT(result.error().remedy, Catch::Contains("out.jsonl.checkpoint"));
  options.metadata = options.metadata_sha256 = "";
  options.settings = "with text";
  CHECK_THAT(refusal(numbers_below(100)), Catch::Contains("other rules or options"));
  folder.write("out.jsonl.checkpoint", "{}");
  CHECK_THAT(refusal(numbers_below(100)), Catch::Contains("no checkpoint"));
}

TEST_CASE("two runs cannot write one output at the same time") {
  const TempFolder folder;
  const auto first = open_jsonl_sink(folder.path() / "out.jsonl", {});
  REQUIRE(first.ok());
  const auto second =
      run_batch(sample_extractor(), sample_inputs({1}), sample_sink(folder.path() / "out.jsonl"),
                sample_options(folder.path()));
  REQUIRE_FALSE(second.ok());
  CHECK_THAT(second.error().message, Catch::Contains("another run"));
}

TEST_CASE("an incremental run does what is new or changed and writes what a full run writes") {
  const TempFolder folder;
  run(folder, numbers_below(100));
  const std::string before = folder.read("out.jsonl");

  const Totals same = run(folder, numbers_below(100));
  CHECK(same.kept == 90);
  CHECK(same.dead_letters == 10);
  CHECK((folder.read("out.jsonl") == before));

  // Later articles come in front, in another order.
  std::vector<int> more = {120, 110};
  for (const int number : numbers_below(100)) more.push_back(number);
  const Totals grown = run(folder, more);
  CHECK(grown.kept == 90);
  CHECK(grown.records == 72);
  const TempFolder full;
  run(full, more);
  CHECK((folder.read("out.jsonl") == full.read("out.jsonl")));
  CHECK((folder.read("out.jsonl.manifest") == full.read("out.jsonl.manifest")));

  BatchOptions other = sample_options(folder.path());
  other.settings = "other";
  CHECK(run(folder, numbers_below(100), other).kept == 0);
}

TEST_CASE("an incremental run does again what its output has lost") {
  const TempFolder folder;
  run(folder, numbers_below(100));
  const std::string before = folder.read("out.jsonl");
  folder.write("out.jsonl", before.substr(0, before.size() / 2));
  const Totals totals = run(folder, numbers_below(100));
  CHECK(totals.kept > 30);
  CHECK(totals.kept < 50);
  CHECK((folder.read("out.jsonl") == before));
}

TEST_CASE("articles that are gone stay, or are pruned and remembered") {
  const TempFolder folder;
  run(folder, {0, 1, 2});
  const std::string all = folder.read("out.jsonl");
  const Totals kept = run(folder, {1, 2});
  CHECK(kept.inputs == 2);
  CHECK(lines_of(folder.read("out.jsonl")) == 3);

  BatchOptions options = sample_options(folder.path());
  options.prune = true;
  CHECK(run(folder, {1, 2}, options).removed == 1);
  CHECK(lines_of(folder.read("out.jsonl")) == 2);
  CHECK_THAT(folder.read("out.jsonl.manifest"), Catch::Contains(R"("outcome":"removed")"));
  // Told once; and back again it is new.
  CHECK(run(folder, {1, 2}, options).removed == 0);
  CHECK(run(folder, {0, 1, 2}, options).kept == 2);
  CHECK((folder.read("out.jsonl") == all));
  CHECK(folder.read("out.jsonl.manifest").find("removed") == std::string::npos);
}

TEST_CASE("what stood below an input that cannot be read is not gone") {
  const TempFolder folder;
  const auto member = [](const char* name) {
    Input input;
    input.document.id = name;
    input.document.uri = std::string("kho.zip!") + name;
    input.document.bytes = sample_text(1);
    return input;
  };
  BatchOptions options = sample_options(folder.path());
  options.prune = true;
  std::vector<Result<Input>> inputs = {member("a"), member("b")};
  const auto totals = [&] {
    size_t at = 0;
    const NextInput next = [&]() -> std::optional<Result<Input>> {
      if (at == inputs.size()) return std::nullopt;
      return Result<Input>(inputs[at++]);
    };
    const auto result =
        run_batch(sample_extractor(), next, sample_sink(folder.path() / "out.jsonl"), options);
    REQUIRE(result.ok());
    return result->totals;
  };
  CHECK(totals().records == 2);
  inputs = {Error{Error::Code::kInput, "kho.zip", "is cut off", ""}};
  const Totals damaged = totals();
  CHECK(damaged.removed == 0);
  CHECK(damaged.dead_letters == 1);
  CHECK(lines_of(folder.read("out.jsonl")) == 2);
}

TEST_CASE("a folder whose name ends like a line is not gone when it cannot be read") {
  const TempFolder folder;
  BatchOptions options = sample_options(folder.path());
  options.prune = true;
  for (const bool readable : {true, false}) {
    bool met = false;
    const NextInput next = [&]() -> std::optional<Result<Input>> {
      if (std::exchange(met, true)) return std::nullopt;
      if (!readable) return Error{Error::Code::kInput, "news:2023", "cannot be read", ""};
      Input input;
      input.document.id = "a";
      input.document.uri = "news:2023/a.txt";
      input.document.bytes = sample_text(1);
      return Result<Input>(std::move(input));
    };
    const auto result =
        run_batch(sample_extractor(), next, sample_sink(folder.path() / "out.jsonl"), options);
    REQUIRE(result.ok());
    CHECK(result->totals.removed == 0);
    CHECK(lines_of(folder.read("out.jsonl")) == 1);
  }
}

TEST_CASE("an output that fails ends the run with its error") {
  const TempFolder folder;
  BatchOptions options;
  const auto result = run_batch(sample_extractor(), sample_inputs(numbers_below(1000)),
                                sample_sink("/dev/full"), options);
  REQUIRE_FALSE(result.ok());
  CHECK(result.error().code == Error::Code::kOutput);
  CHECK(result.error().place == "/dev/full");
}
