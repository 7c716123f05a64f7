// What extraction keeps from article to article: tables that grow, and storage that is reused.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "link/analysis.h"
#include "mention/mention.h"

namespace solieu {

struct Workspace {
  explicit Workspace(const RuleSet& rules) : finder(rules) {}

  MentionFinder finder;
  std::vector<AnalysedSentence> sentences;  // more than the article has: their storage is reused
};

// Lends a workspace to each article: as many are made as articles are extracted at once.
// Thread-safe.
class Workspaces {
 public:
  explicit Workspaces(const RuleSet& rules) : rules_(rules) {}

  std::unique_ptr<Workspace> take();
  void give_back(std::unique_ptr<Workspace> workspace);

 private:
  const RuleSet& rules_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Workspace>> idle_;
};

}  // namespace solieu
