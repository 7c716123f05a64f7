#include <condition_variable>
#include <mutex>
#include <thread>

#include "catch.h"
#include "sample_batch.h"

using namespace solieu;

namespace {

// Each line is the text of an article; one that begins with '!' is none.
Result<Input> parsed(std::string_view line, uint64_t number) {
  if (line.starts_with('!')) {
    return Error{Error::Code::kInput, "-:" + std::to_string(number), "is no article", "mend it"};
  }
  Input input;
  input.document.id = input.document.uri = std::to_string(number);
  input.document.bytes = line;
  return input;
}

}  // namespace

TEST_CASE("a stream gives exactly one line for each line, in order") {
  constexpr uint64_t kLines = 500;
  for (const unsigned jobs : {1U, 4U}) {
    uint64_t given = 0;
    uint64_t got = 0;
    const NextLine next = [&]() -> std::optional<std::string> {
      if (given == kLines) return std::nullopt;
      ++given;
      return given % 5 == 0 ? "!" : given % 7 == 0 ? "" : "Hội đã trao 49 suất quà.";
    };
    const WriteLine write = [&](std::string_view line) {
      ++got;
      CHECK(std::count(line.begin(), line.end(), '\n') == 1);
      const std::string number = std::to_string(got);
      const bool named = line.find("\"id\":\"" + number + "\"") != std::string_view::npos ||
                         line.find("\"line\":" + number + ",") != std::string_view::npos;
      CHECK(named);
      return Status();
    };
    StreamOptions options;
    options.jobs = jobs;
    const auto totals = run_stream(sample_extractor(), next, parsed, write, options);
    REQUIRE(totals.ok());
    CHECK(got == kLines);
    CHECK(totals->inputs == kLines);
    CHECK(totals->dead_letters == 100);
    CHECK(totals->empty == 57);
    CHECK(totals->records == 343);
  }
}

TEST_CASE("a failure in a stream says which line, why and what to do") {
  bool read = false;
  std::string out;
  const auto totals = run_stream(
      sample_extractor(),
      [&] { return std::exchange(read, true) ? std::nullopt : std::optional<std::string>("!"); },
      parsed,
      [&](std::string_view line) {
        out += line;
        return Status();
      },
      {});
  REQUIRE(totals.ok());
  CHECK(out == R"({"schema":"solieu.failure/1","status":"failed","line":1,"id":null,)"
               R"("reason":"is no article","remedy":"mend it"})"
               "\n");
}

TEST_CASE("a line comes out before the next one goes in") {
  for (const unsigned jobs : {1U, 4U}) {
    std::mutex mutex;
    std::condition_variable changed;
    int written = 0;
    int read = 0;
    bool in_time = true;
    const NextLine next = [&]() -> std::optional<std::string> {
      std::unique_lock lock(mutex);
      // Like one who asks and waits for the answer before asking again.
      in_time = changed.wait_for(lock, std::chrono::seconds(20), [&] { return written == read; }) &&
                in_time;
      if (read == 20) return std::nullopt;
      ++read;
      return "Hội đã trao 49 suất quà.";
    };
    const WriteLine write = [&](std::string_view) {
      const std::lock_guard lock(mutex);
      ++written;
      changed.notify_all();
      return Status();
    };
    StreamOptions options;
    options.jobs = jobs;
    REQUIRE(run_stream(sample_extractor(), next, parsed, write, options).ok());
    CHECK(in_time);
    CHECK(written == 20);
  }
}

TEST_CASE("a stream ends when its output is closed") {
  int read = 0;
  const auto totals = run_stream(
      sample_extractor(),
      [&]() -> std::optional<std::string> {
        ++read;
        return read < 10000 ? std::optional<std::string>("Hội đã trao 49 suất quà.") : std::nullopt;
      },
      parsed,
      [](std::string_view) {
        return Error{Error::Code::kOutput, "-", "is closed", ""};
      },
      {});
  REQUIRE_FALSE(totals.ok());
  CHECK(totals.error().message == "is closed");
  CHECK(read < 1000);
}
