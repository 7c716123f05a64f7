// The library's front door: rules are loaded once, documents go in, records come out.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <vector>

#include "solieu/document.h"
#include "solieu/profile.h"
#include "solieu/record.h"
#include "solieu/status.h"

namespace solieu {

class LinkRules;
class RuleSet;
class Workspaces;

struct ExtractorOptions {
  std::filesystem::path rules;                     // the folder of the rule set
  std::vector<std::filesystem::path> rules_extra;  // laid over it, in this order
  bool profile = false;                            // measure for `profile`; slower by a few percent
};

// Immutable after load and safe to share between threads. Records that it makes point into it.
class Extractor {
 public:
  // Reads and compiles the rules. Errors name file, line and remedy.
  static Result<Extractor> load(const ExtractorOptions& options);

  // Never fails: bad bytes, empty texts and the like are told in the record's status and warnings.
  ArticleRecord extract(Document document) const;

  // The same, given up at a point in time: looked at between the stages and between sentences, so
  // an article may take a little longer. The error (kInput) names the document's uri.
  Result<ArticleRecord> extract(Document document,
                                std::chrono::steady_clock::time_point deadline) const;

  const RuleSet& rules() const { return *rules_; }

  // Where the time of all articles so far went, those left out that are being extracted right now.
  // All zero unless options.profile was set.
  ExtractionProfile profile() const;

 private:
  Extractor(std::shared_ptr<const RuleSet> rules, bool profile);
  std::shared_ptr<const RuleSet> rules_;
  std::shared_ptr<const LinkRules> linking_;
  std::shared_ptr<Workspaces> workspaces_;
};

}  // namespace solieu
