#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <vector>

#include "base/part_file.h"
#include "record/columns.h"
#include "sink/table_sinks.h"

namespace solieu {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLongestText = 32'000;  // bytes; Excel takes 32,767 characters
constexpr int kExactDigits = 15;         // of a number in Excel, which is a double

// A workbook of rows that come in order; little of it is in memory.
class Workbook {
 public:
  explicit Workbook(const fs::path& path) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.use_zip64 = LXW_TRUE;
    std::string folder = path.parent_path().empty() ? "." : path.parent_path().string();
    options.tmpdir = folder.data();  // copied
    book_ = workbook_new_opt(path.c_str(), &options);
    if (book_ == nullptr) return;
    // The same rows make the same bytes.
    lxw_doc_properties properties{};
    properties.created = 1;
    workbook_set_properties(book_, &properties);
    bold_ = workbook_add_format(book_);
    format_set_bold(bold_);
    whole_ = workbook_add_format(book_);
    format_set_num_format(whole_, "#,##0");
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  ~Workbook() { close(); }

  // The error's text, or null. Nothing may follow.
  const char* close() {
    if (book_ == nullptr) return nullptr;
    end_sheet();
    lxw_workbook* const book = std::exchange(book_, nullptr);
    const lxw_error error = workbook_close(book);
    return error == LXW_NO_ERROR ? nullptr : lxw_strerror(error);
  }

  void text(std::string value) {
    if (value.size() > kLongestText) {
      size_t end = kLongestText;
      while ((static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;
      value.resize(end);
      value += "…";
    }
    worksheet_write_string(sheet_, row_, column_++, value.c_str(), nullptr);
  }
  void number(const std::string& value) {
    const auto digits = std::count_if(value.begin(), value.end(), [](char c) { return c >= '0'; });
    if (digits > kExactDigits) return text(value);
    double parsed = 0;
    std::from_chars(value.data(), value.data() + value.size(), parsed);
    const bool whole = value.find('.') == std::string::npos;
    worksheet_write_number(sheet_, row_, column_++, parsed, whole ? whole_ : nullptr);
  }
  void skip() { ++column_; }
  void end_row() {
    column_ = 0;
    if (++row_ == LXW_ROW_MAX) begin_sheet();
  }
  void begin_sheet() {
    if (sheet_ != nullptr) end_sheet();
    const std::string name = "figures" + (sheets_ == 0 ? "" : " " + std::to_string(sheets_ + 1));
    ++sheets_;
    sheet_ = workbook_add_worksheet(book_, name.c_str());
    worksheet_freeze_panes(sheet_, 1, 0);
    for_each_flat_column([&](const auto& column) {
      const double width = column.name == "sentence" || column.name == "title" ? 60
                           : column.type == ColumnType::kDecimal               ? 18
                                                                               : 14;
      worksheet_set_column(sheet_, column_, column_, width, nullptr);
      worksheet_write_string(sheet_, 0, column_++, std::string(column.name).c_str(), bold_);
    });
    columns_ = column_;
    row_ = 1;
    column_ = 0;
  }
  bool ok() const { return book_ != nullptr; }

 private:
  void end_sheet() {
    if (sheet_ != nullptr && row_ > 1) {
      worksheet_autofilter(sheet_, 0, 0, row_ - 1, static_cast<lxw_col_t>(columns_ - 1));
    }
  }

  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* bold_ = nullptr;
  lxw_format* whole_ = nullptr;
  int sheets_ = 0;
  lxw_row_t row_ = 0;
  lxw_col_t column_ = 0;
  lxw_col_t columns_ = 0;
};

// A workbook can only be written as a whole, so the rows stand in a file of their own until the
// end: of each cell a letter (- null, t text, n number), its length, a colon and its bytes.
class XlsxSink final : public Sink {
 public:
  XlsxSink(fs::path target, fs::path rows, std::optional<PartFile> spool)
      : target_(std::move(target)), rows_(std::move(rows)), spool_(std::move(spool)) {}

  Status write(const ArticleRecord& record) override {
    if (!spool_) return failed("is complete, but the run is not");
    cells_.clear();
    for (const Figure& figure : record.figures) {
      for_each_flat_cell(record, figure, [&](const auto& column, const Cell& cell) {
        text_.clear();
        cell.append_to(text_);
        cells_ += cell.is_null() ? '-' : column.type == ColumnType::kText ? 't' : 'n';
        cells_ += std::to_string(text_.size());
        cells_ += ':';
        cells_ += text_;
      });
      cells_ += '\n';
    }
    return spool_->append(cells_);
  }

  Result<std::string> checkpoint() override {
    return spool_ ? spool_->sync() : Result<std::string>(failed("is complete, but the run is not"));
  }

  Status finish() override {
    if (!spool_) return {};
    if (Status done = spool_->finish(); !done) return done;
    const fs::path book = target_.string() + ".new";
    Status made = make_workbook(book);
    if (made) made = copy(book);
    std::error_code ignored;
    fs::remove(book, ignored);
    if (made) fs::remove(rows_, ignored);
    return made;
  }

 private:
  Error failed(std::string message) const {
    return {Error::Code::kOutput, target_.string(), std::move(message),
            "check the folder and the free space, or begin anew"};
  }

  Status make_workbook(const fs::path& path) const {
    std::ifstream rows(rows_, std::ios::binary);
    Workbook book(path);
    if (!rows || !book.ok()) return failed("the workbook cannot be made");
    book.begin_sheet();
    std::string text;
    for (char kind = 0; rows.get(kind);) {
      if (kind == '\n') {
        book.end_row();
        continue;
      }
      size_t size = 0;
      char colon = 0;
      rows >> size >> colon;
      text.resize(size);
      rows.read(text.data(), static_cast<std::streamsize>(size));
      if (kind == 't') {
        book.text(text);
      } else if (kind == 'n') {
        book.number(text);
      } else {
        book.skip();
      }
    }
    const char* const error = book.close();
    return error == nullptr ? Status() : failed(error);
  }

  // Through a part file: complete or not at all, and durable.
  Status copy(const fs::path& from) const {
    auto file = PartFile::open(target_);
    if (!file) return file.error();
    std::ifstream in(from, std::ios::binary);
    std::string piece(size_t{1} << 16, '\0');
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
      const std::string_view read(piece.data(), static_cast<size_t>(in.gcount()));
      if (Status done = file->append(read); !done) return done;
    }
    return in.bad() ? failed("the workbook cannot be read") : file->finish();
  }

  fs::path target_;
  fs::path rows_;
  std::optional<PartFile> spool_;  // none: a killed run had finished
  std::string cells_;
  std::string text_;
};

}  // namespace

Result<std::unique_ptr<Sink>> open_xlsx_sink(const fs::path& path, std::string_view position) {
  const fs::path rows = path.string() + ".rows";
  std::error_code ignored;
  if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored)) {
    return Error{Error::Code::kOutput, path.string(), "is no file", "name a file"};
  }
  const bool complete = !position.empty() && fs::exists(path, ignored) &&
                        !fs::exists(rows, ignored) && !fs::exists(rows.string() + ".part", ignored);
  std::optional<PartFile> spool;
  if (!complete) {
    auto opened = PartFile::open(rows, position);
    if (!opened) return opened.error();
    spool = std::move(*opened);
  }
  return std::unique_ptr<Sink>(std::make_unique<XlsxSink>(path, rows, std::move(spool)));
}

}  // namespace solieu
