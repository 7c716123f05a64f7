// Whether a finished run lost or doubled anything: what it left against its inputs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "solieu/pipeline.h"
#include "solieu/status.h"

namespace solieu {

// Reads a JSON Lines output and its dead letters, then meets the inputs, and counts. What is wrong
// is told in sentences; the first hundred are kept. Not thread-safe.
class Audit {
 public:
  // Errors (kUsage): a file cannot be read, or a run has not finished it. `dead_letters` may be
  // empty.
  static Result<Audit> read(const std::filesystem::path& output,
                            const std::filesystem::path& dead_letters);

  // An input must have its record, with the same content, or its dead letter.
  void meet(const Result<Input>& input);
  // After the last input: records and dead letters that no input has met are wrong.
  void met_all();
  // After the inputs, or in their place: the counts that the run itself told (--summary).
  Status compare_summary(const std::filesystem::path& path);

  // From the files; `inputs` are those met, or told by the summary.
  const Totals& totals() const { return totals_; }
  const std::vector<std::string>& problems() const { return problems_; }
  uint64_t problem_count() const { return problem_count_; }

 private:
  struct Record {
    std::string sha256;
    bool met = false;
  };

  void note(std::string problem);
  Status read_output(const std::filesystem::path& path);
  Status read_dead_letters(const std::filesystem::path& path);

  Totals totals_;
  std::unordered_map<std::string, Record> records_;         // by id
  std::unordered_map<std::string, uint64_t> dead_letters_;  // by place: how many are not met yet
  std::vector<std::string> problems_;
  uint64_t problem_count_ = 0;
};

}  // namespace solieu
