#include "solieu/jsonl_sink.h"

#include <string>
#include <utility>

#include "base/part_file.h"
#include "sink/earlier_lines.h"

namespace solieu {
namespace {

class JsonlSink final : public Sink {
 public:
  JsonlSink(PartFile file, EarlierLines earlier, const JsonOptions& options)
      : file_(std::move(file)), earlier_(std::move(earlier)), options_(options) {}

  Status write(const ArticleRecord& record) override {
    line_.clear();
    append_json(record, options_, line_);
    line_ += '\n';
    return file_.append(line_);
  }
  Result<std::string> checkpoint() override { return file_.sync(); }
  Status finish() override { return file_.finish(); }

  bool has(std::string_view id, std::string_view sha256) const override {
    return earlier_.has(id, sha256);
  }
  Status keep(std::string_view id) override {
    const auto line = earlier_.line(id);
    return line ? file_.append(*line) : line.error();
  }

 private:
  PartFile file_;
  EarlierLines earlier_;
  JsonOptions options_;
  std::string line_;
};

}  // namespace

Result<std::unique_ptr<Sink>> open_jsonl_sink(const std::filesystem::path& path,
                                              const JsonOptions& options,
                                              const ReopenOptions& reopen) {
  auto file = PartFile::open(path, reopen.position);
  if (!file) return file.error();
  auto earlier = reopen.keep ? EarlierLines::open(path) : EarlierLines();
  if (!earlier) return earlier.error();
  return std::unique_ptr<Sink>(
      std::make_unique<JsonlSink>(std::move(*file), std::move(*earlier), options));
}

}  // namespace solieu
