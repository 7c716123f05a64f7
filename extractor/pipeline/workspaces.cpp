#include "pipeline/workspaces.h"

#include <algorithm>

namespace solieu {

std::unique_ptr<Workspace> Workspaces::take() {
  {
    const std::scoped_lock lock(mutex_);
    if (!idle_.empty()) {
      auto out = std::move(idle_.back());
      idle_.pop_back();
      return out;
    }
  }
  return std::make_unique<Workspace>(rules_, profile_);
}

void Workspaces::give_back(std::unique_ptr<Workspace> workspace) {
  const std::scoped_lock lock(mutex_);
  idle_.push_back(std::move(workspace));
}

ExtractionProfile Workspaces::profile() {
  const std::scoped_lock lock(mutex_);
  ExtractionProfile out;
  for (const std::string_view name : StageClock::kNames) out.stages.push_back({name, 0});
  for (const Rule& rule : rules_.rules()) out.rules.push_back({rule.id, 0, 0, 0});
  for (const auto& workspace : idle_) {
    for (size_t i = 0; i < out.stages.size(); ++i) {
      out.stages[i].seconds += workspace->clock.seconds(i);
    }
    const std::vector<RuleCost>& costs = workspace->finder.costs();
    for (size_t i = 0; i < costs.size(); ++i) {
      out.rules[i].tried += costs[i].tried;
      out.rules[i].matched += costs[i].matched;
      out.rules[i].seconds += std::chrono::duration<double>(costs[i].time).count();
    }
  }
  std::erase_if(out.rules, [](const auto& rule) { return rule.tried == 0; });
  std::ranges::stable_sort(out.rules, std::ranges::greater(),
                           &ExtractionProfile::RuleCost::seconds);
  return out;
}

}  // namespace solieu
