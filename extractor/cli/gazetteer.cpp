// solieu gazetteer lookup: what bears a name on a day.
#include <cstdio>

#include "cli/commands.h"
#include "cli/rules_folder.h"
#include "grammar/successors.h"

namespace solieu::cli {
namespace {

std::string written(Day day) {
  if (day == kNoDay) return "";
  char out[16];
  std::snprintf(out, sizeof out, "%04u-%02u-%02u", day / 10000 % 10000, day / 100 % 100, day % 100);
  return out;
}

std::string written(std::string_view text) { return std::string(text); }

// "29089 xã Thạnh Trị": what has a unit's territory since the reform of 2025.
std::string heir_of(const Gazetteer& gazetteer, const Successors& successors,
                    const AdminUnit& unit) {
  const std::string_view code = successors.of(unit);
  for (size_t i = 0; i < gazetteer.size() && !code.empty(); ++i) {
    const AdminUnit& heir = gazetteer.unit(static_cast<uint32_t>(i));
    if (heir.code == code && gazetteer.in_force(static_cast<uint32_t>(i), unit.to) == InForce::kYes)
      return written(code) + " " + written(heir.type) + " " + written(heir.name);
  }
  return written(code);
}

ExitStatus lookup(const std::string& rules, const std::string& name, const std::string& on) {
  const Day day = on.empty() ? kNoDay : day_of(on);
  if (!on.empty() && day == kNoDay) {
    return report(
        {Error::Code::kUsage, "--on", "'" + on + "' is no day", "write it as 2023-12-28"});
  }
  const auto folder = find_rules(rules);
  if (!folder) return report(folder.error());
  const auto loaded = Gazetteer::load(*folder / "gazetteer");
  if (!loaded) return report(loaded.error());
  const auto successors = Successors::load(*folder / "gazetteer");
  if (!successors) return report(successors.error());
  const Gazetteer& gazetteer = *loaded;
  std::printf(
      "code\tlevel\ttype\tname\tparent\tprovince\tiso\tvalid_from\tvalid_to\tcertain\tbecame\n");
  for (const NamedUnit& found : gazetteer.lookup(name, day)) {
    const AdminUnit& unit = gazetteer.unit(found.unit);
    const auto name_at = [&](int32_t row) {
      return row < 0 ? std::string() : written(gazetteer.unit(static_cast<uint32_t>(row)).name);
    };
    const int32_t province = gazetteer.province_of(found.unit, day);
    const std::string iso =
        province < 0 ? "" : written(gazetteer.unit(static_cast<uint32_t>(province)).iso);
    const std::string cells[] = {
        written(unit.code),
        written(name_of(unit.level)),
        written(unit.type),
        written(unit.name),
        name_at(gazetteer.parent_of(found.unit, day)),
        name_at(province),
        iso,
        written(unit.from),
        written(unit.to),
        gazetteer.in_force(found.unit, day) == InForce::kYes ? "yes" : "no",
        heir_of(gazetteer, *successors, unit)};
    std::string line;
    for (const std::string& cell : cells) line += (line.empty() ? "" : "\t") + cell;
    std::printf("%s\n", line.c_str());
  }
  return kAllWell;
}

}  // namespace

void add_gazetteer(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand("gazetteer", "Ask the table of administrative units");
  command->require_subcommand(1);
  auto* find = command->add_subcommand("lookup", "Show what bears a name, as tab-separated values");
  auto rules = std::make_shared<std::string>();
  auto name = std::make_shared<std::string>();
  auto day = std::make_shared<std::string>();
  find->add_option("NAME", *name, "A name, with or without its type: \"huyện Kim Sơn\"")
      ->required();
  find->add_option("--on", *day, "Only units in force on that day (YYYY-MM-DD)");
  find->add_option("--rules", *rules, "Folder of the rule set (default: the one of this program)")
      ->type_name("DIR");
  find->callback([=, &status] { status = lookup(*rules, *name, *day); });
}

}  // namespace solieu::cli
