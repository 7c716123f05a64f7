// Scoring of predictions against gold, as section 8 of the annotation guide defines it.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "eval/articles.h"

namespace solieu {

struct KindScore {
  int gold = 0;
  int predicted = 0;
  int matched = 0;  // spans overlap, kind and value are equal
  int strict = 0;   // of these: the exact span and the modifier too
};

struct AttributeScore {
  int right = 0;
  int scored = 0;
};

// One difference between gold and prediction.
struct Finding {
  enum class Type { kMissed, kFalse, kWrongAttribute };
  Type type = Type::kMissed;
  std::string article;
  uint32_t start = 0;  // of the gold figure, of the predicted one when `type` is kFalse
  uint32_t end = 0;
  std::string quote;
  std::string kind;
  size_t attribute = 0;  // index of kAttributes, when `type` is kWrongAttribute
  std::string want;      // what gold says, in words for a reader
  std::string got;       // what was predicted there
  std::string sentence;  // of the prediction, empty when there is none
};

// A prediction and whether it was right, which here means strict detection and the unit. Those that
// met an optional gold figure are not judged.
struct Judged {
  std::string article;
  uint32_t start = 0;
  double confidence = 0;
  bool right = false;
};

struct Score {
  std::map<std::string, KindScore> kinds;
  std::array<AttributeScore, kAttributes.size()> attributes;
  int articles_without_prediction = 0;
  std::vector<Finding> findings;  // in the order of gold
  std::vector<Judged> judged;     // predictions with a confidence

  // Micro: the sum over all kinds.
  KindScore total() const;
};

double precision(const KindScore& score);
double recall(const KindScore& score);
double strict_recall(const KindScore& score);
double f1(const KindScore& score);
double accuracy(const AttributeScore& score);

// Predictions for articles that gold lacks are ignored.
Score score(const ScoredArticles& gold, const ScoredArticles& predictions);

}  // namespace solieu
