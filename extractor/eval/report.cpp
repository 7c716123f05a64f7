#include "eval/report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>
#include <tuple>

namespace solieu {
namespace {

// snprintf into a string; a line of a table is short.
template <class... Args>
std::string printed(const char* format, Args... args) {
  std::array<char, 160> line{};
  std::snprintf(line.data(), line.size(), format, args...);
  return line.data();
}

std::string kind_line(const std::string& name, const KindScore& s) {
  return printed("%-10s gold %5d pred %5d  P %.3f R %.3f F1 %.3f  strict-R %.3f\n", name.c_str(),
                 s.gold, s.predicted, precision(s), recall(s), f1(s), strict_recall(s));
}

std::string attribute_line(size_t attribute, const AttributeScore& s) {
  return printed("attr %-10s %5d/%-5d %.3f\n", kAttributes[attribute].data(), s.right, s.scored,
                 accuracy(s));
}

// How often predictions of about one confidence were right; the expected calibration error, which
// is the mean distance of the two, and the area under the curve: the chance that a right prediction
// has the higher confidence of a right and a wrong one.
std::string reliability(std::vector<Judged> judged) {
  if (judged.empty()) return {};
  constexpr std::array<double, 9> kBounds = {0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01};
  std::string out;
  double error = 0;
  for (size_t b = 0; b + 1 < kBounds.size(); ++b) {
    int count = 0;
    int right = 0;
    double sum = 0;
    for (const Judged& j : judged) {
      if (j.confidence < kBounds[b] || j.confidence >= kBounds[b + 1]) continue;
      ++count;
      right += j.right;
      sum += j.confidence;
    }
    if (count == 0) continue;
    out += printed("confidence %.2f-%.2f %5d figures  mean %.3f right %.3f\n", kBounds[b],
                   std::min(kBounds[b + 1], 1.0), count, sum / count,
                   static_cast<double>(right) / count);
    error += std::abs(sum - right);
  }
  std::ranges::sort(judged, {}, &Judged::confidence);
  double ranks = 0;  // of the right ones; equal confidences share the mean of their ranks
  int right = 0;
  for (size_t begin = 0, end = 0; begin < judged.size(); begin = end) {
    while (end < judged.size() && judged[end].confidence == judged[begin].confidence) ++end;
    for (size_t i = begin; i < end; ++i) {
      if (!judged[i].right) continue;
      ++right;
      ranks += static_cast<double>(begin + 1 + end) / 2;
    }
  }
  const int wrong = static_cast<int>(judged.size()) - right;
  out += printed("calibration error %.4f", error / static_cast<double>(judged.size()));
  if (right > 0 && wrong > 0) {
    const double area = (ranks - static_cast<double>(right) * (right + 1) / 2) / right / wrong;
    out += printed("  AUC %.3f (%d of %d wrong)", area, wrong, right + wrong);
  }
  return out + "\n";
}

bool wanted(const Finding& finding, const std::string& only) {
  if (finding.type == Finding::Type::kWrongAttribute) return kAttributes[finding.attribute] == only;
  return only.empty() || finding.kind == only;
}

// The line of the source around a figure, without surrounding white space.
std::string_view line_around(std::string_view source, uint32_t start, uint32_t end) {
  if (end > source.size()) return {};
  const size_t begin = source.substr(0, start).find_last_of('\n') + 1;  // 0 when there is none
  source = source.substr(begin, std::min(source.find('\n', end), source.size()) - begin);
  const size_t first = source.find_first_not_of(" \t\r");
  const size_t last = source.find_last_not_of(" \t\r");
  return first == std::string_view::npos ? "" : source.substr(first, last - first + 1);
}

std::string in_words(const Finding& finding, const ErrorListing& listing) {
  std::string out = "  ";
  switch (finding.type) {
    case Finding::Type::kMissed:
      out += "MISSED ";
      break;
    case Finding::Type::kFalse:
      out += "FALSE  ";
      break;
    case Finding::Type::kWrongAttribute:
      out += "WRONG  ";
      break;
  }
  out += finding.article + ":" + std::to_string(finding.start) + " [" + finding.quote + "]";
  if (finding.type == Finding::Type::kWrongAttribute) {
    out.append(" ").append(kAttributes[finding.attribute]);
  }
  if (!finding.want.empty()) out += " gold: " + finding.want;
  if (!finding.got.empty()) out += " got: " + finding.got;
  std::string_view sentence = finding.sentence;
  if (const auto source = listing.sources.find(finding.article);
      sentence.empty() && source != listing.sources.end()) {
    sentence = line_around(source->second, finding.start, finding.end);
  }
  if (!sentence.empty()) out.append("\n         ").append(sentence);
  return out + "\n";
}

using FindingKey = std::tuple<Finding::Type, std::string, uint32_t, uint32_t, size_t, std::string>;

FindingKey key_of(const Finding& f) {
  return {f.type, f.article, f.start, f.end, f.attribute, f.kind};
}

// The findings of `score` that `other` does not have.
std::string only_here(const Score& score, const Score& other, const std::string& heading,
                      const ErrorListing& listing) {
  std::set<FindingKey> known;
  for (const Finding& finding : other.findings) known.insert(key_of(finding));
  std::string out;
  size_t count = 0;
  for (const Finding& finding : score.findings) {
    const bool shown = listing.only.empty() || wanted(finding, listing.only);
    if (!shown || known.contains(key_of(finding))) continue;
    if (count++ < listing.limit) out += in_words(finding, listing);
  }
  return heading + " " + std::to_string(count) + "\n" + out;
}

}  // namespace

std::string summary(const Score& score) {
  std::string out;
  for (const auto& [kind, of_kind] : score.kinds) out += kind_line(kind, of_kind);
  for (size_t a = 0; a < kAttributes.size(); ++a) out += attribute_line(a, score.attributes[a]);
  if (score.articles_without_prediction > 0) {
    out += printed("articles with no prediction: %d\n", score.articles_without_prediction);
  }
  return out + reliability(score.judged) + kind_line("ALL", score.total());
}

std::string error_list(const Score& score, const ErrorListing& listing) {
  std::string out;
  size_t count = 0;
  for (const Finding& finding : score.findings) {
    if (count == listing.limit) break;
    if (!wanted(finding, listing.only)) continue;
    out += in_words(finding, listing);
    ++count;
  }
  return out;
}

std::string difference(const Score& earlier, const Score& now, const ErrorListing& listing) {
  std::string out;
  const auto compare = [&](const std::string& name, double before, double after) {
    if (before != after) {
      out += printed("%-18s %.4f -> %.4f  %+.4f\n", name.c_str(), before, after, after - before);
    }
  };
  compare("ALL F1", f1(earlier.total()), f1(now.total()));
  compare("ALL strict-R", strict_recall(earlier.total()), strict_recall(now.total()));
  std::set<std::string> kinds;
  for (const auto& [kind, ignored] : earlier.kinds) kinds.insert(kind);
  for (const auto& [kind, ignored] : now.kinds) kinds.insert(kind);
  const auto f1_of = [](const Score& score, const std::string& kind) {
    const auto found = score.kinds.find(kind);
    return found == score.kinds.end() ? 0 : f1(found->second);
  };
  for (const std::string& kind : kinds)
    compare(kind + " F1", f1_of(earlier, kind), f1_of(now, kind));
  for (size_t a = 0; a < kAttributes.size(); ++a) {
    compare(std::string(kAttributes[a]), accuracy(earlier.attributes[a]),
            accuracy(now.attributes[a]));
  }
  if (out.empty()) out = "no score changed\n";
  out += only_here(now, earlier, "new errors:", listing);
  return out + only_here(earlier, now, "errors gone:", listing);
}

}  // namespace solieu
