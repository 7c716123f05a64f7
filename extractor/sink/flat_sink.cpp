#include "base/part_file.h"
#include "record/flat_json.h"
#include "sink/table_sinks.h"

namespace solieu {
namespace {

class FlatSink final : public Sink {
 public:
  explicit FlatSink(PartFile file) : file_(std::move(file)) {}

  Status write(const ArticleRecord& record) override {
    lines_.clear();
    for (const Figure& figure : record.figures) {
      append_flat_json(record, figure, lines_);
      lines_ += '\n';
    }
    return file_.append(lines_);
  }
  Result<std::string> checkpoint() override { return file_.sync(); }
  Status finish() override { return file_.finish(); }

 private:
  PartFile file_;
  std::string lines_;
};

}  // namespace

Result<std::unique_ptr<Sink>> open_flat_sink(const std::filesystem::path& path,
                                             std::string_view position) {
  auto file = PartFile::open(path, position);
  if (!file) return file.error();
  return std::unique_ptr<Sink>(std::make_unique<FlatSink>(std::move(*file)));
}

}  // namespace solieu
