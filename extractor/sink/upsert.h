// The text of statements that write rows, the same for SQLite and PostgreSQL.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace solieu {

// "a, b, c".
std::string comma_list(const std::vector<std::string>& names, std::string_view before = {});

// "ON CONFLICT (keys) DO UPDATE SET ... WHERE ..." for the columns that are no keys: a row that is
// the same already is not touched.
std::string on_conflict_update(std::string_view table, const std::vector<std::string>& keys,
                               const std::vector<std::string>& columns);

}  // namespace solieu
