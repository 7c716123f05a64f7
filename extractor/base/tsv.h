// Tables of tab-separated values, the format of lexicons.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "solieu/status.h"

namespace solieu {

// The bytes of a file; an error names it.
Result<std::string> read_file(const std::filesystem::path& path);

// A table read from a file: a header line names the columns; blank lines and lines that begin with
// '#' are skipped; there is no quoting. Views point into the table, which may be moved.
class TsvTable {
 public:
  struct Row {
    int line = 0;  // 1-based line in the file
    std::span<const std::string_view> cells;
  };

  // Errors: the file cannot be read, has no header, or a row has more cells than the header.
  static Result<TsvTable> read(const std::filesystem::path& path);
  // The same from text; `place` names it in errors.
  static Result<TsvTable> parse(std::string text, std::string place);

  const std::vector<Row>& rows() const { return rows_; }
  bool has_column(std::string_view name) const { return column(name) >= 0; }
  // The cell of a row in the column of that name; empty when the row or the table lacks it.
  std::string_view cell(const Row& row, std::string_view name) const;
  // "file:line" of a row.
  std::string place(const Row& row) const { return place_ + ":" + std::to_string(row.line); }
  // The column of that name, an index of Row::cells, or -1.
  int column(std::string_view name) const;

 private:
  std::unique_ptr<std::string> text_;
  std::string place_;
  std::vector<std::string_view> header_;
  std::vector<std::string_view> cells_;  // of all rows
  std::vector<Row> rows_;
};

}  // namespace solieu
