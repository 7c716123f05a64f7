#include "record/flat_json.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "record/columns.h"

namespace solieu {

void append_flat_json(const ArticleRecord& record, const Figure& figure, std::string& out) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  std::string scratch;
  json.StartObject();
  for_each_flat_cell(record, figure, [&](const auto& column, const Cell& cell) {
    json.Key(column.name.data(), static_cast<rapidjson::SizeType>(column.name.size()));
    if (cell.is_null()) {
      json.Null();
      return;
    }
    scratch.clear();
    cell.append_to(scratch);
    if (column.type == ColumnType::kText) {
      json.String(scratch.data(), static_cast<rapidjson::SizeType>(scratch.size()));
    } else {
      json.RawValue(scratch.data(), scratch.size(), rapidjson::kNumberType);
    }
  });
  json.EndObject();
  out.append(buffer.GetString(), buffer.GetSize());
}

}  // namespace solieu
