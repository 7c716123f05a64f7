#include <algorithm>

#include "base/csv.h"
#include "base/part_file.h"
#include "record/columns.h"
#include "sink/table_sinks.h"

namespace solieu {
namespace {

class CsvSink final : public Sink {
 public:
  CsvSink(PartFile file, const CsvOptions& options)
      : file_(std::move(file)), separator_(options.semicolon ? ';' : ',') {}

  Status write_header(bool byte_order_mark) {
    if (byte_order_mark) lines_ = "\xEF\xBB\xBF";
    for_each_flat_column([&](const auto& column) { add(column.name); });
    end_line();
    return file_.append(lines_);
  }

  Status write(const ArticleRecord& record) override {
    lines_.clear();
    for (const Figure& figure : record.figures) {
      for_each_flat_cell(record, figure, [&](const auto& column, const Cell& cell) {
        text_.clear();
        if (column.type == ColumnType::kText && looks_like_formula(cell.as_text())) text_ += '\'';
        cell.append_to(text_);
        if (column.type == ColumnType::kDecimal && separator_ == ';') {
          std::replace(text_.begin(), text_.end(), '.', ',');
        }
        add(text_);
      });
      end_line();
    }
    return file_.append(lines_);
  }
  Result<std::string> checkpoint() override { return file_.sync(); }
  Status finish() override { return file_.finish(); }

 private:
  void add(std::string_view cell) { append_csv_cell(cell, separator_, lines_); }
  void end_line() { lines_.back() = '\n'; }

  PartFile file_;
  char separator_;
  std::string lines_;
  std::string text_;
};

}  // namespace

Result<std::unique_ptr<Sink>> open_csv_sink(const std::filesystem::path& path,
                                            const CsvOptions& options, std::string_view position) {
  auto file = PartFile::open(path, position);
  if (!file) return file.error();
  auto sink = std::make_unique<CsvSink>(std::move(*file), options);
  if (position.empty()) {
    if (Status written = sink->write_header(options.byte_order_mark); !written) {
      return written.error();
    }
  }
  return std::unique_ptr<Sink>(std::move(sink));
}

}  // namespace solieu
