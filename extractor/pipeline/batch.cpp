#include <algorithm>
#include <atomic>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <variant>

#include "base/part_file.h"
#include "base/sha256.h"
#include "grammar/rule_set.h"
#include "pipeline/checkpoint.h"
#include "pipeline/dead_letters.h"
#include "pipeline/extract_input.h"
#include "pipeline/in_order.h"
#include "pipeline/json_lines.h"
#include "pipeline/manifest.h"
#include "pipeline/places.h"
#include "pipeline/totals.h"
#include "solieu/json.h"

namespace solieu {
namespace {

using Clock = std::chrono::steady_clock;

// Large enough that handing over costs nothing, small enough that memory stays bounded.
constexpr size_t kChunkArticles = 32;
constexpr size_t kChunkBytes = size_t{256} * 1024;

// An article whose record an earlier run wrote.
struct Kept {
  const ManifestEntry* entry;
  uint64_t bytes;
};

// One input on its way: read as Input or Error, worked into the others.
struct Item {
  std::string place;
  std::string id;
  std::string key;  // of the manifest
  std::variant<Input, Error, ArticleRecord, Kept> state;
};
using Chunk = std::vector<Item>;

// The bytes of the inputs in a chunk that was read.
size_t size_of(const Chunk& chunk) {
  size_t out = 0;
  for (const Item& item : chunk) {
    if (const auto* const input = std::get_if<Input>(&item.state)) {
      out += input->document.bytes.size();
    }
  }
  return out;
}

class Batch {
 public:
  Batch(const Extractor& extractor, const NextInput& next, const BatchOptions& options)
      : extractor_(extractor), next_(next), options_(options) {
    done_.settings = "solieu " + std::string(version()) + ", rules " +
                     std::string(extractor.rules().sha256()) + ", " + options.settings;
    done_.metadata = options.metadata_sha256;
  }

  Result<BatchResult> run(const OpenSink& open_sink) {
    if (Status begun = begin(open_sink); !begun) return begun.error();
    if (!done_.complete) {
      auto first = read();
      if (!ended_) {
        in_order(
            options_.jobs, [&] { return first ? std::move(first) : read(); }, size_of,
            [this](Chunk& chunk) { work(chunk); }, [this](Chunk& chunk) { write(chunk); });
      } else if (first) {  // it is all there is: no threads for that
        work(*first);
        write(*first);
      }
      if (!status_) return status_.error();
      if (!stopped_) status_ = settle_gone();
      if (status_) status_ = save(!stopped_);
    }
    if (status_ && !stopped_) status_ = finish();
    if (!status_) return status_.error();
    return BatchResult{done_.totals, stopped_, resumed_};
  }

 private:
  Status begin(const OpenSink& open_sink) {
    if (Status loaded = load_checkpoint(); !loaded) return loaded;
    if (!options_.manifest.empty()) {
      auto earlier = Manifest::read(options_.manifest);
      if (!earlier) return earlier.error();
      earlier_ = std::move(*earlier);
    }
    auto sink = open_sink({done_.output, !options_.manifest.empty()});
    if (!sink) return sink.error();
    sink_ = std::move(*sink);
    if (Status opened = open(options_.dead_letters, done_.dead_letters, dead_letters_); !opened) {
      return opened;
    }
    if (Status opened = open(options_.manifest, done_.manifest, manifest_); !opened) return opened;
    return done_.complete ? Status() : skip_done();
  }

  static Status open(const std::filesystem::path& path, const std::string& position,
                     std::optional<PartFile>& file) {
    if (path.empty()) return {};
    auto opened = PartFile::open(path, position);
    if (!opened) return opened.error();
    file = std::move(*opened);
    return {};
  }

  Status load_checkpoint() {
    if (options_.checkpoint.empty()) return {};
    auto found = Checkpoint::load(options_.checkpoint);
    if (!found) return found.error();
    if (!*found) return {};
    const std::string place = options_.checkpoint.string();
    if (!options_.resume) {
      return Error{Error::Code::kUsage, place, "an interrupted run left this checkpoint",
                   "go on with --resume, or remove it to begin anew"};
    }
    if ((*found)->settings != done_.settings) {
      return Error{Error::Code::kUsage, place,
                   "the interrupted run had other rules or options (" + (*found)->settings +
                       "; now " + done_.settings + ")",
                   "give the same ones, or remove the checkpoint to begin anew"};
    }
    if ((*found)->metadata != done_.metadata) {
      const bool named = !options_.metadata.empty();
      return Error{Error::Code::kUsage, named ? options_.metadata : place,
                   std::string(named ? "the interrupted run had other metadata than these"
                                     : "the interrupted run was given metadata, which lack now"),
                   "give --meta what it was given then, or remove " + place + " to begin anew"};
    }
    done_ = std::move(**found);
    resumed_ = true;
    return {};
  }

  // The inputs come again; those before the checkpoint must be the same.
  Status skip_done() {
    const std::string wanted = std::exchange(done_.inputs, {});
    for (uint64_t i = 0; i < done_.totals.inputs; ++i) {
      auto input = next_unless_stopped();
      if (stopped_) {
        done_.inputs = wanted;
        return {};
      }
      if (!input) break;
      pass(begun(std::move(*input)).place);
    }
    if (done_.inputs == wanted) return {};
    return Error{Error::Code::kUsage, options_.checkpoint.string(),
                 "the inputs are no longer those that the interrupted run began with",
                 "give the same ones in the same order, or remove the checkpoint to begin anew"};
  }

  // Nothing at the end, and when the run is to stop: also a source may end for that.
  std::optional<Result<Input>> next_unless_stopped() {
    std::optional<Result<Input>> input;
    if (!broken_ && !options_.stopped()) input = next_();
    if (!input) {
      ended_ = true;
      stopped_ = broken_ || options_.stopped();
    }
    return input;
  }

  Item begun(Result<Input> input) {
    if (!input) {
      const Error& error = input.error();
      if (manifest_) failed_places_.add(error.place);
      return {error.place, {}, {}, error};
    }
    const Document& document = input->document;
    if (manifest_) seen_.insert(document.id);
    return {document.uri, document.id, {}, std::move(*input)};
  }

  void pass(const std::string& place) { done_.inputs = to_hex(sha256(done_.inputs + place)); }

  std::unique_ptr<Chunk> read() {
    auto chunk = std::make_unique<Chunk>();
    size_t bytes = 0;
    while (!ended_ && chunk->size() < kChunkArticles && bytes < kChunkBytes) {
      auto input = next_unless_stopped();
      if (!input) break;
      if (*input) bytes += (*input)->document.bytes.size();
      chunk->push_back(begun(std::move(*input)));
    }
    return chunk->empty() ? nullptr : std::move(chunk);
  }

  void work(Chunk& chunk) const {
    for (Item& item : chunk) {
      if (auto* const input = std::get_if<Input>(&item.state)) {
        if (manifest_ && unchanged(item, *input)) continue;
        auto record = extract_input(extractor_, std::move(*input), options_.deadline);
        if (record) {
          item.state = std::move(*record);
        } else {
          item.state = record.error();
        }
      }
    }
  }

  // Gives the item its key; makes it Kept when an earlier run did the same.
  bool unchanged(Item& item, const Input& input) const {
    const std::string content = to_hex(sha256(input.document.bytes));
    item.key = manifest_key(done_.settings, content, input);
    const ManifestEntry* const entry = earlier_.find(item.id);
    if (entry == nullptr || entry->removed() || entry->key != item.key) return false;
    if (!sink_->has(item.id, content)) return false;
    item.state = Kept{entry, input.document.bytes.size()};
    return true;
  }

  void write(Chunk& chunk) {
    for (Item& item : chunk) {
      if (broken_) return;
      status_ = std::visit([&](const auto& state) { return write(item, state); }, item.state);
      if (!status_) {
        broken_ = true;
        return;
      }
      ++done_.totals.inputs;
      pass(item.place);
      options_.on_progress(done_.totals);
    }
    chunk.clear();  // frees the records before the next chunk
    if (Clock::now() - saved_ >= options_.checkpoint_every) {
      status_ = save(false);
      broken_ = !status_.ok();
    }
  }

  Status write(const Item& item, const ArticleRecord& record) {
    count(record, done_.totals);
    options_.on_record(record);
    if (Status written = sink_->write(record); !written) return written;
    return note({item.id, item.place, record.sha256, item.key, std::string(outcome_of(record).name),
                 record.figures.size()});
  }

  Status write(const Item& /*item*/, const Kept& kept) {
    Totals& totals = done_.totals;
    count_kept(*kept.entry);
    totals.bytes += kept.bytes;
    if (Status status = sink_->keep(kept.entry->id); !status) return status;
    return note(*kept.entry);
  }

  Status write(const Item& item, const Error& error) {
    ++done_.totals.dead_letters;
    options_.on_dead_letter(error);
    return dead_letters_ ? dead_letters_->append(dead_letter_line(error, item.id, options_.retry))
                         : Status();
  }

  // work() leaves no Input behind.
  static Status write(const Item& /*item*/, const Input& /*input*/) { return {}; }

  void count_kept(const ManifestEntry& entry) {
    Totals& totals = done_.totals;
    for (const TotalsMember& member : kTotalsMembers) {
      if (entry.outcome == member.name) ++(totals.*member.value);
    }
    ++totals.kept;
    totals.figures += entry.figures;
  }

  Status note(const ManifestEntry& entry) {
    return manifest_ ? manifest_->append(entry.line()) : Status();
  }

  // What earlier runs had and this one did not meet.
  Status settle_gone() {
    for (const ManifestEntry& entry : earlier_.entries()) {
      if (seen_.contains(entry.id)) continue;
      if (Status settled = settle_gone(entry); !settled) return settled;
    }
    return {};
  }

  Status settle_gone(const ManifestEntry& entry) {
    const bool unread = failed_places_.hold(entry.uri);
    if (entry.removed()) return note(entry);
    if (options_.prune && !unread) {
      ++done_.totals.removed;
      if (Status removed = sink_->remove(entry.id); !removed) return removed;
      ManifestEntry tombstone = entry;
      tombstone.outcome = "removed";
      tombstone.figures = 0;
      return note(tombstone);
    }
    if (!sink_->has(entry.id, entry.sha256)) return {};
    if (Status kept = sink_->keep(entry.id); !kept) return kept;
    return note(entry);
  }

  // Makes all outputs durable first, then says so.
  Status save(bool complete) {
    auto output = sink_->checkpoint();
    if (!output) return output.error();
    done_.output = std::move(*output);
    if (Status synced = sync(dead_letters_, done_.dead_letters); !synced) return synced;
    if (Status synced = sync(manifest_, done_.manifest); !synced) return synced;
    done_.complete = complete;
    saved_ = Clock::now();
    return options_.checkpoint.empty() ? Status() : done_.save(options_.checkpoint);
  }

  static Status sync(std::optional<PartFile>& file, std::string& position) {
    if (!file) return {};
    auto synced = file->sync();
    if (!synced) return synced.error();
    position = std::move(*synced);
    return {};
  }

  // The checkpoint goes last: a run that is killed in between finishes again.
  Status finish() {
    if (Status done = sink_->finish(); !done) return done;
    for (auto* file : {&dead_letters_, &manifest_}) {
      if (!*file) continue;
      if (Status done = (*file)->finish(); !done) return done;
    }
    return options_.checkpoint.empty() ? Status() : remove_file(options_.checkpoint);
  }

  const Extractor& extractor_;
  const NextInput& next_;
  const BatchOptions& options_;
  std::unique_ptr<Sink> sink_;
  std::optional<PartFile> dead_letters_;
  std::optional<PartFile> manifest_;  // the new one
  Manifest earlier_;

  // The reader's.
  bool ended_ = false;
  bool stopped_ = false;
  std::unordered_set<std::string> seen_;
  Places failed_places_;

  // The writer's.
  Checkpoint done_;
  Status status_;
  Clock::time_point saved_ = Clock::now();

  bool resumed_ = false;
  std::atomic<bool> broken_ = false;  // an output failed: the reader ends
};

}  // namespace

Result<BatchResult> run_batch(const Extractor& extractor, const NextInput& next,
                              const OpenSink& open_sink, const BatchOptions& options) {
  return Batch(extractor, next, options).run(open_sink);
}

void append_json(const Totals& totals, std::string& out) {
  for (const TotalsMember& member : kTotalsMembers) {
    if (&member != kTotalsMembers.data()) out += ',';
    out += '"';
    out += member.name;
    out += "\":" + std::to_string(totals.*member.value);
  }
}

}  // namespace solieu
