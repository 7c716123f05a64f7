#include "pipeline/workspaces.h"

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
  return std::make_unique<Workspace>(rules_);
}

void Workspaces::give_back(std::unique_ptr<Workspace> workspace) {
  const std::scoped_lock lock(mutex_);
  idle_.push_back(std::move(workspace));
}

}  // namespace solieu
