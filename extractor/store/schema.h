// The schemas of the databases, from schemas/*.sql, and their migrations.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace solieu {

struct Migration {
  int version = 0;  // 1, 2, 3 ...
  std::string title;
  std::string_view sql;
};

// A schema file: what is run at each opening, and the migrations in order.
struct Schema {
  std::string_view preamble;
  std::vector<Migration> migrations;

  int version() const { return static_cast<int>(migrations.size()); }
};

// Cuts a schema file at its comments "-- migration N: title".
Schema parse_schema(std::string_view sql);

// Point into the program.
Schema sqlite_schema();
Schema postgres_schema();

}  // namespace solieu
