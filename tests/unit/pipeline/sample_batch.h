// A small batch with something of every kind, over made-up articles.
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "solieu/jsonl_sink.h"
#include "solieu/pipeline.h"

inline const solieu::Extractor& sample_extractor() {
  static const auto extractor =
      solieu::Extractor::load({.rules = SOLIEU_SOURCE_DIR "/rules", .rules_extra = {}}).value();
  return extractor;
}

inline std::string sample_text(int number) {
  return "Xã Tân Lập trao quà\n\nNgày 5/1/2023, Hội đã trao " + std::to_string(number + 2) +
         " suất quà, trị giá hơn " + std::to_string(number + 3) + " triệu đồng.\n";
}

// Articles by number: of ten, one cannot be read, one is empty, one a duplicate.
inline solieu::Result<solieu::Input> sample_input(int number) {
  using namespace solieu;
  const std::string name = "bai-" + std::to_string(number);
  if (number % 10 == 3) {
    return Error{Error::Code::kInput, name + ".txt", "cannot be read", "look at it"};
  }
  Input input;
  input.document.id = name;
  input.document.uri = name + ".txt";
  if (number % 10 == 5) return input;
  input.document.bytes = sample_text(number);
  if (number % 10 == 7) {
    input.document.bytes = sample_text(number - 1);
    input.duplicate_of = "bai-" + std::to_string(number - 1);
  }
  return input;
}

// The articles with these numbers, one after the other.
inline solieu::NextInput sample_inputs(std::vector<int> numbers) {
  return [numbers = std::move(numbers),
          at = size_t{0}]() mutable -> std::optional<solieu::Result<solieu::Input>> {
    if (at == numbers.size()) return std::nullopt;
    return sample_input(numbers[at++]);
  };
}

inline std::vector<int> numbers_below(int end) {
  std::vector<int> out;
  for (int i = 0; i < end; ++i) out.push_back(i);
  return out;
}

inline solieu::OpenSink sample_sink(const std::filesystem::path& path) {
  return [path](const solieu::ReopenOptions& reopen) { return open_jsonl_sink(path, {}, reopen); };
}

// All files of a run in one folder, a checkpoint after each chunk.
inline solieu::BatchOptions sample_options(const std::filesystem::path& folder) {
  solieu::BatchOptions options;
  options.jobs = 2;
  options.checkpoint = folder / "out.jsonl.checkpoint";
  options.checkpoint_every = std::chrono::milliseconds(0);
  options.dead_letters = folder / "dead.jsonl";
  options.manifest = folder / "out.jsonl.manifest";
  options.retry = "solieu extract";
  return options;
}
