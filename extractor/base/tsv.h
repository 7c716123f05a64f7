// Tables of tab-separated values, the format of lexicons.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "solieu/status.h"

namespace solieu {

// The bytes of a file; an error names it.
Result<std::string> read_file(const std::filesystem::path& path);

// Reads a table row by row: a header line names the columns; blank lines and lines that begin with
// '#' are skipped; there is no quoting.
class TsvReader {
 public:
  // Reads the header. `text` must outlive what is read of it; `place` names it in errors. Errors:
  // there is no header.
  static Result<TsvReader> begin(std::string_view text, std::string place);

  // Goes on to the next row. False at the end, and at a row with more cells than the header: then
  // `status` is that error.
  bool next();
  const Status& status() const { return status_; }

  // "file:line" of the row.
  std::string place() const { return place_ + ":" + std::to_string(line_); }
  // The column of that name, or -1.
  int column(std::string_view name) const;
  bool has_column(std::string_view name) const { return column(name) >= 0; }
  // The row's cell in a column; empty when the row or the table lacks it.
  std::string_view cell(int column) const {
    const auto index = static_cast<size_t>(column);
    return index < cells_.size() ? cells_[index] : std::string_view();
  }
  std::string_view cell(std::string_view name) const { return cell(column(name)); }

 private:
  TsvReader(std::string_view text, std::string place) : rest_(text), place_(std::move(place)) {}
  // The cells of the next line that has any.
  bool split_line(std::vector<std::string_view>& out);

  std::string_view rest_;
  std::string place_;
  int line_ = 0;
  std::vector<std::string_view> header_;
  std::vector<std::string_view> cells_;
  Status status_;
};

}  // namespace solieu
