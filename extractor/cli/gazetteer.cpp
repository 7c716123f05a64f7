// solieu gazetteer lookup: what bears a name on a day.
#include <cstdio>

#include "cli/commands.h"
#include "cli/options.h"
#include "grammar/rule_set.h"

namespace solieu::cli {
namespace {

std::string written(Day day) {
  if (day == kNoDay) return "";
  char out[16];
  std::snprintf(out, sizeof out, "%04u-%02u-%02u", day / 10000 % 10000, day / 100 % 100, day % 100);
  return out;
}

ExitStatus lookup(const RulesOptions& options, const std::string& name, const std::string& on) {
  const Day day = on.empty() ? kNoDay : day_of(on);
  if (!on.empty() && day == kNoDay) {
    return report(
        {Error::Code::kUsage, "--on", "'" + on + "' is no day", "write it as 2023-12-28"});
  }
  const auto extractor = options.load();
  if (!extractor) return report(extractor.error());
  const Gazetteer& gazetteer = extractor->rules().gazetteer();
  std::printf("code\tlevel\ttype\tname\tparent\tprovince\tiso\tvalid_from\tvalid_to\tcertain\n");
  for (const NamedUnit& found : gazetteer.lookup(name, day)) {
    const AdminUnit& unit = gazetteer.unit(found.unit);
    const auto name_at = [&](int32_t row) {
      return row < 0 ? std::string() : std::string(gazetteer.unit(static_cast<uint32_t>(row)).name);
    };
    const int32_t province = gazetteer.province_of(found.unit, day);
    const std::string iso =
        province < 0 ? "" : std::string(gazetteer.unit(static_cast<uint32_t>(province)).iso);
    std::printf("%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", std::string(unit.code).c_str(),
                std::string(name_of(unit.level)).c_str(), std::string(unit.type).c_str(),
                std::string(unit.name).c_str(),
                name_at(gazetteer.parent_of(found.unit, day)).c_str(), name_at(province).c_str(),
                iso.c_str(), written(unit.from).c_str(), written(unit.to).c_str(),
                gazetteer.in_force(found.unit, day) == InForce::kYes ? "yes" : "no");
  }
  return kAllWell;
}

}  // namespace

void add_gazetteer(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand("gazetteer", "Ask the table of administrative units");
  command->require_subcommand(1);
  auto* find = command->add_subcommand("lookup", "Show what bears a name, as tab-separated values");
  auto options = std::make_shared<RulesOptions>();
  auto name = std::make_shared<std::string>();
  auto day = std::make_shared<std::string>();
  find->add_option("NAME", *name, "A name, with or without its type: \"huyện Kim Sơn\"")
      ->required();
  find->add_option("--on", *day, "Only units in force on that day (YYYY-MM-DD)");
  options->add_to(*find);
  find->callback([=, &status] { status = lookup(*options, *name, *day); });
}

}  // namespace solieu::cli
