// Tables of data on a page, told from tables that only place things.
#pragma once

#include <vector>

#include "page/content.h"

namespace solieu {

// Lines of one cell; labels are cells of the same table, kNoCell where there is none.
struct TableCellLines {
  static constexpr uint32_t kNoCell = UINT32_MAX;
  LineRange lines;
  uint32_t row = 0;  // the element of the row
  uint32_t row_label = kNoCell;
  uint32_t column_label = kNoCell;
};

// The cells of all tables of data among the kept lines, in the order of the page. A table of data
// has two rows or more with two cells or more, no table inside, and short cells. The column's label
// stands in the lowest row of the head (<th>, or first rows without a number), the row's in its
// first cell that is no number. Spans of columns and rows count.
std::vector<TableCellLines> find_table_cells(const PageLines& page, const Content& content);

}  // namespace solieu
