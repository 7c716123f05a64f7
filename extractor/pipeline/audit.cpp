#include "pipeline/audit.h"

#include <fstream>
#include <system_error>
#include <utility>

#include "base/sha256.h"
#include "base/tsv.h"
#include "pipeline/dead_letters.h"
#include "pipeline/json_lines.h"
#include "pipeline/totals.h"

namespace solieu {
namespace {

constexpr size_t kProblemsKept = 100;

Error usage_error(const std::filesystem::path& path, std::string message, std::string remedy) {
  return {Error::Code::kUsage, path.string(), std::move(message), std::move(remedy)};
}

// Calls `each` with every line, parsed, and its number; one that is no JSON has no value.
template <class Each>
Status for_each_line(const std::filesystem::path& path, const Each& each) {
  if (Status finished = Audit::check_finished(path); !finished) return finished;
  std::ifstream file(path, std::ios::binary);
  if (!file) return usage_error(path, "cannot be read", "name the output of a run");
  simdjson::dom::parser parser;
  uint64_t number = 0;
  for (std::string line; std::getline(file, line);) {
    auto parsed = parser.parse(line);
    const bool whole = !file.eof();  // a last line without its end was cut off
    ++number;
    if (whole && parsed.error() == simdjson::SUCCESS && parsed.value_unsafe().is_object()) {
      each(number, &parsed.value_unsafe());
    } else {
      each(number, nullptr);
    }
  }
  return {};
}

}  // namespace

Status Audit::check_finished(const std::filesystem::path& path) {
  std::error_code ignored;
  for (const char* unfinished : {".checkpoint", ".part"}) {
    if (std::filesystem::exists(path.string() + unfinished, ignored)) {
      return usage_error(path, "is of a run that has not finished", "go on with --resume");
    }
  }
  return {};
}

void Audit::note(std::string problem) {
  ++problem_count_;
  if (problems_.size() < kProblemsKept) problems_.push_back(std::move(problem));
}

void Audit::count(const Record& record) {
  ++(record.duplicate ? totals_.duplicates : record.empty ? totals_.empty : totals_.records);
  totals_.figures += record.figures;
  totals_.bytes += record.bytes;
}

bool Audit::enter(std::string id, Record record) {
  if (!kept_) count(record);
  return records_.try_emplace(std::move(id), std::move(record)).second;
}

Status Audit::read_json_lines(const std::filesystem::path& path) {
  bool flat = false;
  const Status read = for_each_line(path, [&](uint64_t line, const simdjson::dom::element* record) {
    if (record != nullptr && !string_of(*record, "article_id").empty()) flat = true;
    if (flat) return;
    const std::string place = path.string() + ":" + std::to_string(line) + ": ";
    if (record == nullptr || string_of(*record, "schema") != "solieu.article/1") {
      return note(place + "is no record of an article");
    }
    const std::string id = string_of(*record, "id");
    simdjson::dom::element source;
    const bool has_source = (*record)["source"].get(source) == simdjson::SUCCESS;
    const std::string status = string_of(*record, "status");
    Record entry;
    entry.duplicate = !string_of(*record, "duplicate_of").empty();
    entry.empty = status == "empty" || status == "no_article";
    if (has_source) entry.sha256 = string_of(source, "sha256");
    if (has_source) entry.bytes = number_of(source, "bytes");
    simdjson::dom::array figures;
    if ((*record)["figures"].get(figures) == simdjson::SUCCESS) entry.figures = figures.size();
    if (!enter(id, std::move(entry))) {
      note(place + "the article \"" + id + "\" has a record already");
    }
  });
  if (!read || !flat) return read;
  return usage_error(path, "holds figures: articles without any are not told in it",
                     "verify what the run wrote with --output or --to sqlite:");
}

Status Audit::read_dead_letters(const std::filesystem::path& path) {
  return for_each_line(path, [&](uint64_t line, const simdjson::dom::element* letter) {
    if (letter == nullptr || string_of(*letter, "schema") != "solieu.dead_letter/1") {
      return note(path.string() + ":" + std::to_string(line) + ": is no dead letter");
    }
    ++totals_.dead_letters;
    ++dead_letters_[string_of(*letter, "place")];
  });
}

void Audit::meet(const Result<Input>& input) {
  ++totals_.inputs;
  const std::string place = as_utf8(input ? input->document.uri : input.error().place);
  if (input) {
    const auto record = records_.find(input->document.id);
    if (record != records_.end() && !record->second.met) {
      record->second.met = true;
      if (kept_) count(record->second);
      if (record->second.sha256 != to_hex(sha256(input->document.bytes))) {
        note(place + ": has changed since it was extracted");
      }
      return;
    }
  }
  const auto letter = dead_letters_.find(place);
  if (letter == dead_letters_.end() || letter->second == 0) {
    return note(place + ": has neither a record nor a dead letter");
  }
  --letter->second;
}

void Audit::met_all() {
  for (const auto& [id, record] : records_) {
    if (!record.met && !kept_) note("the record of \"" + id + "\" is of none of the inputs");
  }
  for (const auto& [place, left] : dead_letters_) {
    if (left > 0) note("the dead letter of " + place + " is of none of the inputs");
  }
}

Status Audit::compare_summary(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  simdjson::dom::parser parser;
  simdjson::dom::element summary;
  if (!bytes || parser.parse(*bytes).get(summary) != simdjson::SUCCESS ||
      string_of(summary, "schema") != "solieu.summary/1") {
    return usage_error(path, "is no summary of a run", "name what --summary wrote");
  }
  if (string_of(summary, "ended") != "complete") {
    return usage_error(path, "is of a run that has not finished", "go on with --resume");
  }
  if (totals_.inputs == 0) {
    totals_.inputs = number_of(summary, "inputs");
    for (const auto& [id, record] : records_) {
      if (kept_) count(record);
    }
  }
  for (const TotalsMember& member : kTotalsMembers) {
    if (member.value == &Totals::kept || member.value == &Totals::removed) continue;
    const uint64_t told = number_of(summary, member.name);
    if (told != totals_.*member.value) {
      note(path.string() + ": tells of " + std::to_string(told) + " " + std::string(member.name) +
           ", there are " + std::to_string(totals_.*member.value));
    }
  }
  const uint64_t sum = totals_.records + totals_.empty + totals_.duplicates + totals_.dead_letters;
  if (sum != totals_.inputs) {
    note(std::to_string(totals_.inputs) + " inputs, but " + std::to_string(sum) +
         " records, empty ones, duplicates and dead letters");
  }
  return {};
}

}  // namespace solieu
