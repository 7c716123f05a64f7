#include "grammar/successors.h"

#include <algorithm>

namespace solieu {
namespace {

constexpr Day kReform = 20250701;

}  // namespace

Result<Successors> Successors::load(const std::filesystem::path& folder) {
  auto communes = TsvTable::read(folder / "successors.tsv");
  if (!communes) return communes.error();
  auto provinces = TsvTable::read(folder / "provinces.tsv");
  if (!provinces) return provinces.error();
  return Successors(std::move(*communes), std::move(*provinces));
}

std::string_view Successors::of(const AdminUnit& unit) const {
  if (unit.to == kNoDay) return {};
  if (unit.level == UnitLevel::kProvince) {
    for (const auto& row : provinces_.rows()) {
      if (provinces_.cell(row, "code") == unit.code &&
          day_of(provinces_.cell(row, "valid_from")) == unit.from)
        return provinces_.cell(row, "became");
    }
    return {};
  }
  // Codes are reused: the table is of those that the reform ended.
  if (unit.level != UnitLevel::kCommune || unit.to != kReform) return {};
  for (const auto& row : communes_.rows()) {
    if (communes_.cell(row, "code") == unit.code) return communes_.cell(row, "successor");
  }
  return {};
}

}  // namespace solieu
