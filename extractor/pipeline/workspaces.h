// What extraction keeps from article to article: tables that grow, and storage that is reused.
#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <mutex>
#include <vector>

#include "link/analysis.h"
#include "mention/mention.h"
#include "solieu/profile.h"

namespace solieu {

// Adds the time between calls to stages, when it is switched on.
class StageClock {
 public:
  enum Stage : uint8_t { kHash, kText, kLayout, kItems, kMentions, kLink, kCount };
  static constexpr std::array<std::string_view, kCount> kNames = {"hash of the source",
                                                                  "article and clean text",
                                                                  "sentences",
                                                                  "tokens and lexicons",
                                                                  "rules",
                                                                  "linking"};

  explicit StageClock(bool on) : on_(on) {}

  void begin() {
    if (on_) last_ = std::chrono::steady_clock::now();
  }
  // What passed since the last call was spent on `stage`.
  void end(Stage stage) {
    if (!on_) return;
    const auto now = std::chrono::steady_clock::now();
    spent_[stage] += now - last_;
    last_ = now;
  }
  double seconds(size_t stage) const {
    return std::chrono::duration<double>(spent_[stage]).count();
  }

 private:
  bool on_;
  std::chrono::steady_clock::time_point last_;
  std::array<std::chrono::steady_clock::duration, kCount> spent_{};
};

struct Workspace {
  Workspace(const RuleSet& rules, bool profile) : finder(rules, profile), clock(profile) {}

  MentionFinder finder;
  StageClock clock;
  std::vector<AnalysedSentence> sentences;  // more than the article has: their storage is reused
};

// Lends a workspace to each article: as many are made as articles are extracted at once.
// Thread-safe.
class Workspaces {
 public:
  Workspaces(const RuleSet& rules, bool profile) : rules_(rules), profile_(profile) {}

  std::unique_ptr<Workspace> take();
  void give_back(std::unique_ptr<Workspace> workspace);
  // Of the workspaces that are not lent.
  ExtractionProfile profile();

 private:
  const RuleSet& rules_;
  const bool profile_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Workspace>> idle_;
};

}  // namespace solieu
