// Many articles through an extractor into a sink: in parallel, in order, losing nothing, and so
// that a run that was killed can go on.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "solieu/document.h"
#include "solieu/extractor.h"
#include "solieu/json.h"
#include "solieu/sink.h"
#include "solieu/status.h"

namespace solieu {

// Something odd that was seen while an article was read. `code` is static.
struct InputWarning {
  std::string_view code;
  std::string message;
};

struct Input {
  Document document;
  std::vector<InputWarning> warnings;
  // The id of an earlier article with the same content, or empty. The record of a duplicate says
  // so and has no figures, so that sums count them once.
  std::string duplicate_of;
};

// The next article; nothing at the end; or an error whose place names what cannot be read. Called
// by one thread at a time.
using NextInput = std::function<std::optional<Result<Input>>()>;

using OpenSink = std::function<Result<std::unique_ptr<Sink>>(const ReopenOptions& reopen)>;

// How the inputs ended: inputs == records + empty + duplicates + dead_letters, always.
struct Totals {
  uint64_t inputs = 0;
  uint64_t records = 0;
  uint64_t empty = 0;  // records without a text or an article in it
  uint64_t duplicates = 0;
  uint64_t dead_letters = 0;  // what could not be read or took too long
  uint64_t kept = 0;          // of records and empty: those that an earlier run wrote
  uint64_t removed = 0;       // no inputs: articles of an earlier run that are gone
  uint64_t figures = 0;       // kept ones included
  uint64_t bytes = 0;         // of the documents

  friend bool operator==(const Totals&, const Totals&) = default;
};

struct BatchOptions {
  unsigned jobs = 0;                      // threads; 0: as many as there are cores
  std::chrono::milliseconds deadline{0};  // for one article, 0 for none; see Extractor::extract

  // Where the run says how far it is, in a file that is gone when all is done; empty for nowhere.
  // Its own name must end differently from those of the outputs.
  std::filesystem::path checkpoint;
  std::chrono::milliseconds checkpoint_every{5000};
  // Go on where the checkpoint says; begin when there is none. Without it, a checkpoint that is
  // there is an error.
  bool resume = false;
  // What shapes the output apart from rules and version, in any notation: a checkpoint or manifest
  // of other settings is not gone on with.
  std::string settings;

  // The name of the table of metadata that `next` lays over the inputs, and a hash of what is in
  // it; empty for none. A checkpoint of other metadata is not gone on with; a manifest is, which
  // knows the metadata of each article.
  std::string metadata;
  std::string metadata_sha256;

  std::filesystem::path dead_letters;  // JSON Lines; empty for none
  std::string retry;                   // the command, without paths, that dead letters recommend

  // What earlier runs did, for passing over what has not changed; empty for none. Articles of it
  // that are gone are kept, or with `prune` removed.
  std::filesystem::path manifest;
  bool prune = false;

  // Asked before each article; when it says yes those at hand are finished.
  std::function<bool()> stopped = [] { return false; };
  // Called by one thread at a time, in the order of the input.
  std::function<void(const Totals&)> on_progress = [](const Totals&) {};
  std::function<void(const ArticleRecord&)> on_record = [](const ArticleRecord&) {};
  std::function<void(const Error&)> on_dead_letter = [](const Error&) {};
};

struct BatchResult {
  Totals totals;
  bool stopped = false;  // not all inputs were read; `resume` goes on
  bool resumed = false;
};

// Same inputs, rules and settings give the same bytes in all outputs, whatever the number of jobs
// and however often the run was killed and resumed. Holds a few hundred articles at a time, of
// large ones as many as have 16 MB together, and one more.
//
// An article that cannot be read or extracted becomes a dead letter. Errors: the outputs cannot be
// written (kOutput; the checkpoint stays), the checkpoint is of another run or one is there and
// `resume` is not set (kUsage).
Result<BatchResult> run_batch(const Extractor& extractor, const NextInput& next,
                              const OpenSink& open_sink, const BatchOptions& options);

// The next line without its end; nothing at the end. Called by one thread at a time.
using NextLine = std::function<std::optional<std::string>()>;
// Makes an article of a line. `number` counts from 1. Thread-safe.
using ParseLine = std::function<Result<Input>(std::string_view line, uint64_t number)>;
// Passes on a line, with its end, at once. Called by one thread at a time.
using WriteLine = std::function<Status(std::string_view line)>;

struct StreamOptions {
  unsigned jobs = 0;                      // as in BatchOptions
  std::chrono::milliseconds deadline{0};  // as in BatchOptions
  JsonOptions json;
};

// Exactly one line out for each line in, in order, each written as soon as it and those before it
// are done. What cannot be parsed or extracted becomes a line of its own kind:
//   {"schema":"solieu.failure/1","status":"failed","line":7,"id":null,"reason":…,"remedy":…}
// The error (kOutput) is that of `write`; lines at hand are then lost to the output.
Result<Totals> run_stream(const Extractor& extractor, const NextLine& next, const ParseLine& parse,
                          const WriteLine& write, const StreamOptions& options);

// Appends the totals as members of a JSON object, without the braces.
void append_json(const Totals& totals, std::string& out);

}  // namespace solieu
