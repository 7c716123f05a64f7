#include "store/table.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "base/csv.h"
#include "text/utf8.h"

namespace solieu {
namespace {

constexpr size_t kWidest = 40;  // characters of a cell for people

size_t width(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), begins_code_point));
}

// In one line, cut at kWidest.
std::string for_people(std::string_view text) {
  std::string out;
  size_t characters = 0;
  for (const char c : text) {
    if (begins_code_point(c) && ++characters > kWidest) {
      while (!begins_code_point(out.back())) out.pop_back();
      out.pop_back();
      return out + "…";
    }
    out += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
  }
  return out;
}

// "16500000000" as "16 500 000 000": spaces, because points and commas mean different things.
std::string grouped(std::string_view number) {
  const size_t point = std::min(number.find('.'), number.size());
  const size_t sign = number.substr(0, 1) == "-" ? 1 : 0;
  std::string out;
  for (size_t i = 0; i < number.size(); ++i) {
    if (i > sign && i < point && (point - i) % 3 == 0) out += ' ';
    out += number[i];
  }
  return out;
}

std::string as_table(const AnswerTable& table) {
  std::vector<std::vector<std::string>> lines(1);
  for (const AnswerColumn& column : table.columns) lines[0].push_back(column.name);
  for (const auto& row : table.rows) {
    std::vector<std::string>& line = lines.emplace_back();
    for (size_t i = 0; i < row.size(); ++i) {
      line.push_back(!row[i]                   ? ""
                     : table.columns[i].number ? grouped(*row[i])
                                               : for_people(*row[i]));
    }
  }
  std::vector<size_t> widths(table.columns.size(), 0);
  for (const auto& line : lines) {
    for (size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width(line[i]));
  }
  // A column in which no row says anything tells people nothing.
  for (size_t i = 0; i < widths.size(); ++i) {
    const bool said = std::any_of(table.rows.begin(), table.rows.end(),
                                  [i](const auto& row) { return row[i].has_value(); });
    if (!said && !table.rows.empty()) widths[i] = 0;
  }
  std::string out;
  for (const auto& line : lines) {
    std::string written;
    for (size_t i = 0; i < line.size(); ++i) {
      if (widths[i] == 0) continue;
      const std::string space(widths[i] - width(line[i]), ' ');
      if (!written.empty()) written += "  ";
      written += table.columns[i].number ? space + line[i] : line[i] + space;
    }
    written.erase(written.find_last_not_of(' ') + 1);
    out += written + '\n';
  }
  return out;
}

std::string as_csv(const AnswerTable& table) {
  std::string out;
  for (const AnswerColumn& column : table.columns) append_csv_cell(column.name, ',', out);
  out.back() = '\n';
  for (const auto& row : table.rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      const std::string cell = row[i].value_or("");
      const bool guard = !table.columns[i].number && looks_like_formula(cell);
      append_csv_cell(guard ? "'" + cell : cell, ',', out);
    }
    out.back() = '\n';
  }
  return out;
}

std::string as_json(const AnswerTable& table) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  json.StartObject();
  json.Key("rows");
  json.StartArray();
  for (const auto& row : table.rows) {
    json.StartObject();
    for (size_t i = 0; i < row.size(); ++i) {
      json.Key(table.columns[i].name.c_str());
      if (!row[i]) {
        json.Null();
      } else if (table.columns[i].number) {
        json.RawValue(row[i]->data(), row[i]->size(), rapidjson::kNumberType);
      } else {
        json.String(row[i]->data(), static_cast<rapidjson::SizeType>(row[i]->size()));
      }
    }
    json.EndObject();
  }
  json.EndArray();
  json.Key("notes");
  json.StartArray();
  for (const std::string& note : table.notes) json.String(note.c_str());
  json.EndArray();
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace

std::string render(const AnswerTable& table, AnswerFormat format) {
  switch (format) {
    case AnswerFormat::kTable:
      return as_table(table);
    case AnswerFormat::kCsv:
      return as_csv(table);
    case AnswerFormat::kJson:
      break;
  }
  return as_json(table);
}

}  // namespace solieu
