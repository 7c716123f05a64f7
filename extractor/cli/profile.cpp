#include "cli/profile.h"

#include <algorithm>
#include <cstdio>
#include <string>

namespace solieu::cli {

void print_profile(const ExtractionProfile& profile) {
  constexpr size_t kRules = 20;
  double all = 0;
  for (const auto& stage : profile.stages) all += stage.seconds;
  const double whole = std::max(all, 1e-9);
  std::fprintf(stderr, "time by stage, all threads together; reading and writing left out\n");
  for (const auto& stage : profile.stages) {
    std::fprintf(stderr, "  %9.3f ms %5.1f %%  %s\n", stage.seconds * 1e3,
                 stage.seconds / whole * 100, std::string(stage.name).c_str());
  }
  std::fprintf(stderr, "the costliest of %zu rules that were tried\n", profile.rules.size());
  for (size_t i = 0; i < std::min(kRules, profile.rules.size()); ++i) {
    const auto& rule = profile.rules[i];
    std::fprintf(stderr, "  %9.3f ms %5.1f %%  %s: tried %llu times, matched %llu\n",
                 rule.seconds * 1e3, rule.seconds / whole * 100, std::string(rule.rule).c_str(),
                 static_cast<unsigned long long>(rule.tried),
                 static_cast<unsigned long long>(rule.matched));
  }
}

}  // namespace solieu::cli
