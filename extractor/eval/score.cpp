#include "eval/score.h"

#include <algorithm>
#include <cstdio>
#include <unordered_map>

#include "eval/compare.h"

namespace solieu {
namespace {

std::string in_words(std::optional<double> number) {
  if (!number) return "null";
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.15g", *number);
  return text.data();
}

std::string in_words(const ScoredFigure& figure) {
  std::string out = figure.kind + " ";
  if (figure.value) {
    out += in_words(figure.value);
  } else {
    out += in_words(figure.low) + ".." + in_words(figure.high);
  }
  return figure.of ? out + "/" + in_words(figure.of) : out;
}

std::string in_words(const Slot& slot) {
  if (slot.null()) return "null";
  if (!slot.direction.empty()) return slot.direction;
  if (!slot.max.empty() && slot.max != slot.head) return slot.head + " | " + slot.max;
  return slot.text;
}

// Scores one article; `used_` marks predictions that are matched, lie in an optional gold figure or
// where nobody judged.
class ArticleScorer {
 public:
  ArticleScorer(const ScoredArticle& gold, const std::vector<ScoredFigure>& predictions,
                Score& score)
      : gold_(gold), predictions_(predictions), used_(predictions.size()), score_(score) {
    if (!gold.judged) return;
    for (size_t i = 0; i < predictions.size(); ++i) {
      const Span span{predictions[i].start, predictions[i].end};
      used_[i] =
          std::ranges::none_of(*gold.judged, [span](Span judged) { return judged.overlaps(span); });
    }
  }

  void run() {
    for (const ScoredFigure& figure : gold_.figures) score_gold(figure);
    for (size_t i = 0; i < predictions_.size(); ++i) {
      if (used_[i]) continue;
      const ScoredFigure& figure = predictions_[i];
      ++score_.kinds[figure.kind].predicted;
      judge(figure, false);
      Finding& finding = add(Finding::Type::kFalse, figure);
      finding.got = in_words(figure);
      finding.sentence = figure.sentence;
    }
  }

 private:
  void score_gold(const ScoredFigure& gold) {
    std::vector<size_t> near;  // unused predictions that overlap
    for (size_t i = 0; i < predictions_.size(); ++i) {
      const ScoredFigure& p = predictions_[i];
      if (!used_[i] && p.start < gold.end && gold.start < p.end) near.push_back(i);
    }
    for (const size_t i : near) {
      if (!same_value(gold, predictions_[i])) continue;
      used_[i] = true;
      if (!gold.optional) score_match(gold, predictions_[i]);
      return;
    }
    if (gold.optional) {
      for (const size_t i : near) used_[i] = true;
      return;
    }
    ++score_.kinds[gold.kind].gold;
    Finding& finding = add(Finding::Type::kMissed, gold);
    finding.want = in_words(gold);
    for (const size_t i : near) {
      if (!finding.got.empty()) finding.got += ", ";
      finding.got += "[" + predictions_[i].quote + "] " + in_words(predictions_[i]);
      finding.sentence = predictions_[i].sentence;
    }
  }

  void score_match(const ScoredFigure& gold, const ScoredFigure& predicted) {
    KindScore& kind = score_.kinds[gold.kind];
    ++kind.gold;
    ++kind.predicted;
    ++kind.matched;
    constexpr size_t kModifier = 0;
    static_assert(kAttributes[kModifier] == "modifier");
    const bool strict = gold.start == predicted.start && gold.end == predicted.end &&
                        attribute_right(kModifier, gold, predicted);
    kind.strict += strict;
    constexpr size_t kUnit = 1;
    static_assert(kAttributes[kUnit] == "unit");
    judge(predicted, strict && attribute_right(kUnit, gold, predicted));
    for (size_t a = 0; a < kAttributes.size(); ++a) {
      if (!attribute_scored(a, gold, predicted)) continue;
      const bool right = attribute_right(a, gold, predicted);
      ++score_.attributes[a].scored;
      score_.attributes[a].right += right;
      if (right) continue;
      Finding& finding = add(Finding::Type::kWrongAttribute, gold);
      finding.attribute = a;
      finding.want = in_words(gold.attributes[a]);
      finding.got = in_words(predicted.attributes[a]);
      finding.sentence = predicted.sentence;
    }
  }

  void judge(const ScoredFigure& predicted, bool right) {
    if (!predicted.confidence) return;
    score_.judged.push_back({gold_.id, predicted.start, *predicted.confidence, right});
  }

  Finding& add(Finding::Type type, const ScoredFigure& figure) {
    return score_.findings.emplace_back(Finding{
        type, gold_.id, figure.start, figure.end, figure.quote, figure.kind, 0, {}, {}, {}});
  }

  const ScoredArticle& gold_;
  const std::vector<ScoredFigure>& predictions_;
  std::vector<bool> used_;
  Score& score_;
};

double ratio(int part, int whole) { return whole == 0 ? 0 : static_cast<double>(part) / whole; }

}  // namespace

KindScore Score::total() const {
  KindScore out;
  for (const auto& [kind, score] : kinds) {
    out.gold += score.gold;
    out.predicted += score.predicted;
    out.matched += score.matched;
    out.strict += score.strict;
  }
  return out;
}

double precision(const KindScore& score) { return ratio(score.matched, score.predicted); }
double recall(const KindScore& score) { return ratio(score.matched, score.gold); }
double strict_recall(const KindScore& score) { return ratio(score.strict, score.gold); }
double accuracy(const AttributeScore& score) { return ratio(score.right, score.scored); }

double f1(const KindScore& score) {
  const double p = precision(score);
  const double r = recall(score);
  return p + r == 0 ? 0 : 2 * p * r / (p + r);
}

Score score(const ScoredArticles& gold, const ScoredArticles& predictions) {
  std::unordered_map<std::string_view, const ScoredArticle*> by_id;
  for (const ScoredArticle& article : predictions) by_id.emplace(article.id, &article);
  Score out;
  const std::vector<ScoredFigure> none;
  for (const ScoredArticle& article : gold) {
    const auto found = by_id.find(article.id);
    if (found == by_id.end()) ++out.articles_without_prediction;
    ArticleScorer(article, found == by_id.end() ? none : found->second->figures, out).run();
  }
  return out;
}

}  // namespace solieu
