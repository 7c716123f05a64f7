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

// Reads an output and its dead letters, then meets the inputs, and counts. What is wrong is told in
// sentences; the first hundred are kept. Not thread-safe.
class Audit {
 public:
  // The record that an output has of an article.
  struct Record {
    std::string sha256;
    bool duplicate = false;
    bool empty = false;  // without a text or an article in it
    uint64_t figures = 0;
    uint64_t bytes = 0;
    bool met = false;
  };

  // An output is read by `read_json_lines`, or entered record by record. One that is kept from run
  // to run may hold what other runs wrote, which is not wrong: of it only those records count that
  // inputs meet.
  explicit Audit(bool kept_from_run_to_run = false) : kept_(kept_from_run_to_run) {}

  // A kUsage error when a run has not finished what is in the file.
  static Status check_finished(const std::filesystem::path& path);

  // Errors (kUsage): the file cannot be read, a run has not finished it, or it holds figures
  // instead of articles.
  Status read_json_lines(const std::filesystem::path& output);
  // Takes in the record of the article with this id; false when there is one already.
  bool enter(std::string id, Record record);
  // Errors (kUsage) as above.
  Status read_dead_letters(const std::filesystem::path& path);

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
  void note(std::string problem);
  void count(const Record& record);

  bool kept_;
  Totals totals_;
  std::unordered_map<std::string, Record> records_;         // by id
  std::unordered_map<std::string, uint64_t> dead_letters_;  // by place: how many are not met yet
  std::vector<std::string> problems_;
  uint64_t problem_count_ = 0;
};

}  // namespace solieu
