// Records as rows: for each table its columns, from which all outputs with columns (SQL, CSV, XLSX,
// flat JSON) are made. Names are those of schemas/store.sql.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "solieu/record.h"

namespace solieu {

enum class ColumnType : uint8_t { kText, kInteger, kDecimal };

// A value of a row. Views point into the record.
class Cell {
 public:
  enum class Type : uint8_t { kNull, kText, kInteger, kDecimal, kId, kIds };

  Cell() = default;
  // Text that may be empty.
  static Cell text(std::string_view value) { return {Type::kText, value, 0, {}}; }
  // Text where empty stands for null, as in records.
  static Cell maybe(std::string_view value) { return value.empty() ? Cell() : text(value); }
  static Cell integer(int64_t value) { return {Type::kInteger, {}, value, {}}; }
  static Cell decimal(Decimal value) { return {Type::kDecimal, {}, 0, value}; }
  static Cell decimal(const std::optional<Decimal>& v) { return v ? decimal(*v) : Cell(); }
  // Written as text of 16 hexadecimal digits.
  static Cell id(uint64_t value) { return {Type::kId, {}, static_cast<int64_t>(value), {}}; }

  // Written as a JSON array of such texts; `values` must live as long as the record.
  static Cell ids(const std::vector<uint64_t>& values) {
    return {Type::kIds,
            {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(uint64_t)},
            0,
            {}};
  }

  Type type() const { return type_; }
  bool is_null() const { return type_ == Type::kNull; }
  std::string_view as_text() const { return text_; }
  int64_t as_integer() const { return integer_; }
  Decimal as_decimal() const { return decimal_; }
  // Appends the value as text: numbers exactly and in full, nothing for null.
  void append_to(std::string& out) const;

 private:
  Cell(Type type, std::string_view text, int64_t integer, Decimal decimal)
      : type_(type), text_(text), integer_(integer), decimal_(decimal) {}

  Type type_ = Type::kNull;
  std::string_view text_;
  int64_t integer_ = 0;
  Decimal decimal_;
};

template <class Row>
struct Column {
  std::string_view name;
  ColumnType type;
  Cell (*get)(const Row&);
};
template <class Row>
using Columns = std::span<const Column<Row>>;

// All but the record's lists; `text` is the last one.
Columns<ArticleRecord> article_columns();
Columns<Figure> figure_columns();
Columns<Unit> unit_columns();
Columns<DateMention> date_columns();
Columns<Check> check_columns();
Columns<Warning> warning_columns();

// A list of the record and how its rows are called and told apart within their article: figures by
// their id, the others by their place in the list.
template <class Row>
struct Table {
  std::string_view name;
  std::string_view key;  // "id", which is then the first column, or "n", which is none of them
  Columns<Row> columns;
  std::vector<Row> ArticleRecord::*rows;
};

// Calls `use` with the Table of each list.
template <class Use>
void for_each_table(Use&& use) {
  use(Table<Figure>{"figures", "id", figure_columns(), &ArticleRecord::figures});
  use(Table<Unit>{"units", "n", unit_columns(), &ArticleRecord::units});
  use(Table<DateMention>{"dates", "n", date_columns(), &ArticleRecord::dates});
  use(Table<Check>{"checks", "n", check_columns(), &ArticleRecord::checks});
  use(Table<Warning>{"warnings", "n", warning_columns(), &ArticleRecord::warnings});
}

// What a flat row says of the article before it says all of the figure.
Columns<ArticleRecord> flat_article_columns();

// Calls `use` with each column and cell of a figure's flat row.
template <class Use>
void for_each_flat_cell(const ArticleRecord& record, const Figure& figure, Use&& use) {
  for (const auto& column : flat_article_columns()) use(column, column.get(record));
  for (const auto& column : figure_columns()) use(column, column.get(figure));
}

// Calls `use` with each column of a flat row.
template <class Use>
void for_each_flat_column(Use&& use) {
  for (const auto& column : flat_article_columns()) use(column);
  for (const auto& column : figure_columns()) use(column);
}

}  // namespace solieu
