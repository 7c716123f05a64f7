// Answers as tables, and the notations in which they are written.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace solieu {

struct AnswerColumn {
  std::string name;
  bool number = false;  // its cells are exact decimals
};

struct AnswerTable {
  std::vector<AnswerColumn> columns;
  std::vector<std::vector<std::optional<std::string>>> rows;
  std::vector<std::string> notes;  // what one has to know to read it right, one sentence each
};

enum class AnswerFormat : uint8_t { kTable, kCsv, kJson };

// kTable: for people, aligned, long texts cut; kCsv: as --to csv: writes it; both without the
// notes. kJson: one object with "rows" and "notes". Ends with a line end.
std::string render(const AnswerTable& table, AnswerFormat format);

}  // namespace solieu
