// Outputs with one figure a row: flat JSON Lines, CSV, XLSX. Columns are those of a flat row
// (record/columns.h). A file appears under its name when `finish` has succeeded. Errors have code
// kOutput.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "solieu/sink.h"
#include "solieu/status.h"

namespace solieu {

Result<std::unique_ptr<Sink>> open_flat_sink(const std::filesystem::path& path,
                                             std::string_view position);

struct CsvOptions {
  bool byte_order_mark = false;  // without it Excel does not see that it is UTF-8
  bool semicolon = false;        // ; between columns, decimal comma: as Excel in Vietnamese has it
};

// UTF-8, quoted by RFC 4180, lines end with LF. Texts that a spreadsheet would take for a formula
// (they begin with = + - @ or a control character) get a ' in front; numbers are numbers.
Result<std::unique_ptr<Sink>> open_csv_sink(const std::filesystem::path& path,
                                            const CsvOptions& options, std::string_view position);

// One worksheet, further ones when it is full. Numbers are numbers as far as Excel can hold them
// (15 digits), else texts. Until `finish` the rows stand in "<path>.rows.part". Only there when
// built with libxlsxwriter.
Result<std::unique_ptr<Sink>> open_xlsx_sink(const std::filesystem::path& path,
                                             std::string_view position);

}  // namespace solieu
