#include "grammar/successors.h"

#include "base/tsv.h"

namespace solieu {
namespace {

constexpr Day kReform = 20250701;

}  // namespace

Result<Successors> Successors::load(const std::filesystem::path& folder) {
  Successors out;
  const auto read = [&folder](const char* name, const auto& add) -> Status {
    const auto path = folder / name;
    const auto text = read_file(path);
    if (!text) return text.error();
    auto table = TsvReader::begin(*text, path.string());
    if (!table) return table.error();
    while (table->next()) add(*table);
    return table->status();
  };
  const Status communes = read("successors.tsv", [&out](const TsvReader& row) {
    out.communes_.emplace(row.cell("code"), row.cell("successor"));
  });
  if (!communes) return communes.error();
  const Status provinces = read("provinces.tsv", [&out](const TsvReader& row) {
    out.provinces_.try_emplace({std::string(row.cell("code")), day_of(row.cell("valid_from"))},
                               row.cell("became"));
  });
  if (!provinces) return provinces.error();
  return out;
}

std::string_view Successors::of(const AdminUnit& unit) const {
  if (unit.to == kNoDay) return {};
  if (unit.level == UnitLevel::kProvince) {
    const auto found = provinces_.find({std::string(unit.code), unit.from});
    return found == provinces_.end() ? std::string_view() : found->second;
  }
  // Codes are reused: the table is of those that the reform ended.
  if (unit.level != UnitLevel::kCommune || unit.to != kReform) return {};
  const auto found = communes_.find(std::string(unit.code));
  return found == communes_.end() ? std::string_view() : found->second;
}

}  // namespace solieu
