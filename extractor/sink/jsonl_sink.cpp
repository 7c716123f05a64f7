#include "solieu/jsonl_sink.h"

#include <string>
#include <utility>

#include "base/part_file.h"

namespace solieu {
namespace {

class JsonlSink final : public Sink {
 public:
  JsonlSink(PartFile file, const JsonOptions& options)
      : file_(std::move(file)), options_(options) {}

  Status write(const ArticleRecord& record) override {
    line_.clear();
    append_json(record, options_, line_);
    line_ += '\n';
    return file_.append(line_);
  }
  Result<std::string> checkpoint() override { return file_.sync(); }
  Status finish() override { return file_.finish(); }

 private:
  PartFile file_;
  JsonOptions options_;
  std::string line_;
};

}  // namespace

Result<std::unique_ptr<Sink>> open_jsonl_sink(const std::filesystem::path& path,
                                              const JsonOptions& options,
                                              std::string_view position) {
  auto file = PartFile::open(path, position);
  if (!file) return file.error();
  return std::unique_ptr<Sink>(std::make_unique<JsonlSink>(std::move(*file), options));
}

}  // namespace solieu
