#include "store/schema.h"

#include <algorithm>

namespace solieu {

extern const std::string_view k_store_sql;
extern const std::string_view k_postgres_sql;

Schema parse_schema(std::string_view sql) {
  constexpr std::string_view kMark = "\n-- migration ";
  Schema schema;
  size_t at = std::min(sql.find(kMark), sql.size());
  schema.preamble = sql.substr(0, at);
  while (at < sql.size()) {
    const size_t next = std::min(sql.find(kMark, at + 1), sql.size());
    const std::string_view part = sql.substr(at + 1, next - at - 1);
    const std::string_view line = part.substr(0, part.find('\n'));
    const size_t colon = std::min(line.find(": "), line.size() - 2);
    schema.migrations.push_back({static_cast<int>(schema.migrations.size()) + 1,
                                 std::string(line.substr(colon + 2)), part});
    at = next;
  }
  return schema;
}

Schema sqlite_schema() { return parse_schema(k_store_sql); }
Schema postgres_schema() { return parse_schema(k_postgres_sql); }

}  // namespace solieu
