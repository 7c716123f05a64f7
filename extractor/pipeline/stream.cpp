#include <atomic>
#include <utility>

#include "pipeline/dead_letters.h"
#include "pipeline/extract_input.h"
#include "pipeline/in_order.h"
#include "pipeline/totals.h"

namespace solieu {
namespace {

// A line on its way: read, then worked into the line that stands for it.
struct Line {
  uint64_t number = 0;
  std::string text;
  Totals totals;  // of this line alone
};

class Stream {
 public:
  Stream(const Extractor& extractor, const NextLine& next, const ParseLine& parse,
         const WriteLine& write, const StreamOptions& options)
      : extractor_(extractor), next_(next), parse_(parse), write_(write), options_(options) {}

  Result<Totals> run() {
    in_order(
        options_.jobs, [this] { return read(); }, [](const Line& line) { return line.text.size(); },
        [this](Line& line) { work(line); }, [this](Line& line) { write(line); });
    if (!status_) return status_.error();
    return totals_;
  }

 private:
  std::unique_ptr<Line> read() {
    auto text = broken_ ? std::nullopt : next_();
    if (!text) return nullptr;
    auto line = std::make_unique<Line>();
    line->number = ++lines_;
    line->text = std::move(*text);
    return line;
  }

  void work(Line& line) const {
    Totals& totals = line.totals;
    totals.inputs = 1;
    std::string id;
    auto record = extract(line, id);
    line.text.clear();
    if (!record) {
      totals.dead_letters = 1;
      line.text = failure_line(record.error(), id, line.number);
      return;
    }
    count(*record, totals);
    append_json(*record, options_.json, line.text);
    line.text += '\n';
  }

  Result<ArticleRecord> extract(const Line& line, std::string& id) const {
    auto input = parse_(line.text, line.number);
    if (!input) return input.error();
    id = input->document.id;
    return extract_input(extractor_, std::move(*input), options_.deadline);
  }

  void write(Line& line) {
    if (broken_) return;
    status_ = write_(line.text);
    if (!status_) {
      broken_ = true;
      return;
    }
    totals_ += line.totals;
  }

  const Extractor& extractor_;
  const NextLine& next_;
  const ParseLine& parse_;
  const WriteLine& write_;
  const StreamOptions& options_;

  uint64_t lines_ = 0;  // the reader's
  Totals totals_;       // the writer's
  Status status_;
  std::atomic<bool> broken_ = false;  // the output failed: the reader ends
};

}  // namespace

Result<Totals> run_stream(const Extractor& extractor, const NextLine& next, const ParseLine& parse,
                          const WriteLine& write, const StreamOptions& options) {
  return Stream(extractor, next, parse, write, options).run();
}

}  // namespace solieu
