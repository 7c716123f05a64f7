#include "cli/rules_folder.h"

#include <array>
#include <system_error>

namespace solieu::cli {

namespace fs = std::filesystem;

Result<fs::path> find_rules(const std::string& given) {
  std::error_code error;
  if (!given.empty()) {
    if (fs::is_directory(given, error)) return fs::path(given);
    return Error{Error::Code::kRules, given, "is no folder", "give the folder of a rule set"};
  }
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  const std::array<fs::path, 4> candidates = {program / "rules", program / "../rules",
                                              program / "../share/solieu/rules",
                                              SOLIEU_INSTALLED_RULES};
  std::string tried;
  for (const fs::path& candidate : candidates) {
    if (fs::is_directory(candidate, error)) return candidate.lexically_normal();
    tried += (tried.empty() ? "" : ", ") + candidate.lexically_normal().string();
  }
  return Error{Error::Code::kRules, "", "found no rules in " + tried, "name them with --rules DIR"};
}

}  // namespace solieu::cli
