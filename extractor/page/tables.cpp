#include "page/tables.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "page/attributes.h"
#include "segment/characters.h"

namespace solieu {
namespace {

constexpr uint32_t kLongestCell = 400;  // bytes
constexpr uint32_t kMostColumns = 64;
constexpr uint32_t kMostSpan = 200;
constexpr uint32_t kMostHeadRows = 3;
constexpr uint32_t kNoCell = TableCellLines::kNoCell;

struct Cell {
  uint32_t node = 0;
  LineRange lines;  // kept ones; empty cells have none
  uint32_t column = 0;
  uint32_t columns = 1;
  uint32_t rows = 1;
  bool head = false;
  bool number = false;
  uint32_t index = kNoCell;  // in the result
};

struct Row {
  uint32_t node = 0;
  std::vector<Cell> cells;
};

class TableReader {
 public:
  TableReader(const PageLines& page, const Content& content) : page_(page), content_(content) {}

  std::vector<TableCellLines> read() {
    std::map<uint32_t, std::vector<uint32_t>> lines_of;  // by table
    for (uint32_t i = content_.body.begin; i < content_.body.end; ++i) {
      const FlowLine& line = page_.flow.lines[i];
      if (content_.fates[i] != Fate::kKept || line.row == 0 || line.cell == 0) continue;
      lines_of[table_of(line.row)].push_back(i);
    }
    for (auto it = lines_of.begin(); it != lines_of.end(); ++it) {
      const auto inner = std::next(it);
      if (it->first == 0) continue;
      if (inner != lines_of.end() && inner->first < page_.tree[it->first].end) continue;
      read_table(it->second);
    }
    std::ranges::sort(out_, {}, [](const TableCellLines& c) { return c.lines.begin; });
    return std::move(out_);
  }

 private:
  uint32_t table_of(uint32_t row) const {
    uint32_t node = row;
    while (node != 0 && page_.tree[node].element != Element::kTable) node = page_.tree[node].parent;
    return node;
  }

  void read_table(const std::vector<uint32_t>& lines) {
    std::vector<Row> rows;
    for (const uint32_t i : lines) {
      const FlowLine& line = page_.flow.lines[i];
      if (rows.empty() || rows.back().node != line.row) rows.push_back({line.row, {}});
      std::vector<Cell>& cells = rows.back().cells;
      if (cells.empty() || cells.back().node != line.cell) {
        cells.push_back({.node = line.cell, .lines = {i, i}});
      }
      cells.back().lines.end = i + 1;
    }
    if (!is_data(rows)) return;
    place(rows);
    label(rows);
  }

  uint32_t bytes(const Cell& cell) const {
    uint32_t sum = 0;
    for (uint32_t i = cell.lines.begin; i < cell.lines.end; ++i) sum += page_.flow.lines[i].bytes;
    return sum;
  }

  bool is_data(const std::vector<Row>& rows) const {
    size_t wide = 0;
    for (const Row& row : rows) {
      wide += row.cells.size() >= 2;
      for (const Cell& cell : row.cells) {
        if (bytes(cell) > kLongestCell) return false;
      }
    }
    return wide >= 2 && 2 * wide >= rows.size();
  }

  // Columns of the cells that hold text: empty cells before them count too.
  void place(std::vector<Row>& rows) const {
    std::vector<uint32_t> taken;  // rows that a cell above still reaches down, by column
    for (Row& row : rows) {
      uint32_t column = 0;
      std::vector<uint32_t> next = taken;
      for (uint32_t& left : next) left -= left > 0;
      size_t known = 0;
      for (uint32_t i = row.node + 1; i < page_.tree[row.node].end; i = page_.tree[i].end) {
        const Element e = page_.tree[i].element;
        if (e != Element::kCell && e != Element::kHeaderCell) continue;
        while (column < taken.size() && taken[column] > 0) ++column;
        const uint32_t width = span_of(i, "colspan");
        const uint32_t height = span_of(i, "rowspan");
        if (known < row.cells.size() && row.cells[known].node == i) {
          Cell& cell = row.cells[known++];
          cell.column = column;
          cell.columns = width;
          cell.rows = height;
          cell.head = e == Element::kHeaderCell || in_head(i);
          cell.number = is_number(cell);
        }
        for (uint32_t c = column; c < std::min(column + width, kMostColumns); ++c) {
          if (next.size() <= c) next.resize(c + 1, 0);
          next[c] = height - 1;
        }
        column = std::min(column + width, kMostColumns);
      }
      taken = std::move(next);
    }
  }

  uint32_t span_of(uint32_t cell, std::string_view name) const {
    const uint32_t tag = page_.tree[cell].tag;
    if (tag == Node::kNoTag) return 1;
    const auto value = attribute(page_.markup.tags[tag].attributes.of(page_.page), name);
    uint32_t number = 1;
    if (value) std::from_chars(value->data(), value->data() + value->size(), number);
    return std::clamp<uint32_t>(number, 1, kMostSpan);
  }

  bool in_head(uint32_t cell) const {
    const uint32_t row = page_.tree[cell].parent;
    return page_.tree[page_.tree[row].parent].element == Element::kTableHead;
  }

  bool is_number(const Cell& cell) const {
    size_t digits = 0, letters = 0;
    for (uint32_t i = cell.lines.begin; i < cell.lines.end; ++i) {
      const std::string_view text = page_.flow.lines[i].span.of(page_.text);
      for (uint32_t at = 0; at < text.size();) {
        const Char c = char_at(text, at);
        digits += c.cls == CharClass::kDigit;
        letters += is_letter(c.cls);
        at += c.bytes;
      }
    }
    return digits > 0 && digits >= letters;
  }

  void label(std::vector<Row>& rows) {
    size_t head = 0;
    while (head < rows.size() && head < kMostHeadRows && is_head(rows[head]) &&
           (head == 0 || marked_head(rows[head]) || has_wide_cell(rows[head - 1]))) {
      ++head;
    }
    if (head == rows.size()) head = 0;
    std::vector<uint32_t> column_label(kMostColumns, kNoCell);
    for (size_t r = 0; r < rows.size(); ++r) {
      uint32_t row_label = kNoCell;
      for (Cell& cell : rows[r].cells) {
        cell.index = static_cast<uint32_t>(out_.size());
        out_.push_back({cell.lines, rows[r].node, row_label, kNoCell});
        if (r >= head) {
          if (cell.column < kMostColumns) out_.back().column_label = column_label[cell.column];
          if (row_label == kNoCell && !cell.number) row_label = cell.index;
          continue;
        }
        for (uint32_t c = cell.column; c < std::min(cell.column + cell.columns, kMostColumns);
             ++c) {
          column_label[c] = cell.index;
        }
      }
    }
  }

  static bool marked_head(const Row& row) { return std::ranges::all_of(row.cells, &Cell::head); }
  static bool is_head(const Row& row) {
    return marked_head(row) || std::ranges::none_of(row.cells, &Cell::number);
  }
  static bool has_wide_cell(const Row& row) {
    return std::ranges::any_of(row.cells, [](const Cell& cell) { return cell.columns > 1; });
  }

  const PageLines& page_;
  const Content& content_;
  std::vector<TableCellLines> out_;
};

}  // namespace

std::vector<TableCellLines> find_table_cells(const PageLines& page, const Content& content) {
  return TableReader(page, content).read();
}

}  // namespace solieu
