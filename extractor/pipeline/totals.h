// The members of Totals by name, for all that reads or writes them.
#pragma once

#include <array>
#include <string_view>

#include "solieu/pipeline.h"

namespace solieu {

struct TotalsMember {
  std::string_view name;
  uint64_t Totals::*value;
};

inline constexpr std::array<TotalsMember, 9> kTotalsMembers = {
    {{"inputs", &Totals::inputs},
     {"records", &Totals::records},
     {"empty", &Totals::empty},
     {"duplicates", &Totals::duplicates},
     {"dead_letters", &Totals::dead_letters},
     {"kept", &Totals::kept},
     {"removed", &Totals::removed},
     {"figures", &Totals::figures},
     {"bytes", &Totals::bytes}}};

inline Totals& operator+=(Totals& left, const Totals& right) {
  for (const TotalsMember& member : kTotalsMembers) left.*member.value += right.*member.value;
  return left;
}

// The member of Totals in which a record counts, and its name in manifests.
inline const TotalsMember& outcome_of(const ArticleRecord& record) {
  if (!record.duplicate_of.empty()) return kTotalsMembers[3];
  const bool nothing =
      record.status == ArticleStatus::kEmpty || record.status == ArticleStatus::kNoArticle;
  return kTotalsMembers[nothing ? 2 : 1];
}

// Counts the record of an article.
inline void count(const ArticleRecord& record, Totals& totals) {
  ++(totals.*outcome_of(record).value);
  totals.figures += record.figures.size();
  totals.bytes += record.document->bytes.size();
}

}  // namespace solieu
