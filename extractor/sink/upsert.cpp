#include "sink/upsert.h"

namespace solieu {

std::string comma_list(const std::vector<std::string>& names, std::string_view before) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += ", ";
    out.append(before).append(name);
  }
  return out;
}

std::string on_conflict_update(std::string_view table, const std::vector<std::string>& keys,
                               const std::vector<std::string>& columns) {
  std::string set;
  for (const std::string& name : columns) {
    if (!set.empty()) set += ", ";
    set += name + " = excluded." + name;
  }
  return " ON CONFLICT (" + comma_list(keys) + ") DO UPDATE SET " + set + " WHERE (" +
         comma_list(columns, std::string(table) + ".") + ") IS DISTINCT FROM (" +
         comma_list(columns, "excluded.") + ")";
}

}  // namespace solieu
