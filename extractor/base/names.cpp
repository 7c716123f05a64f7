// The names of enumerators in records and rule files: one table for each, used both ways.
#include <array>
#include <utility>

#include "solieu/record.h"

namespace solieu {
namespace {

constexpr std::array<std::string_view, 8> kKinds = {"count",   "money",    "percent", "ratio",
                                                    "measure", "duration", "age",     "multiple"};
constexpr std::array<std::string_view, 6> kModifiers = {"exact", "approx",   "below",
                                                        "above", "at_least", "at_most"};
constexpr std::array<std::string_view, 2> kStatuses = {"actual", "target"};
constexpr std::array<std::string_view, 2> kDirections = {"increase", "decrease"};
constexpr std::array<std::string_view, 6> kBases = {"clause",  "sentence", "paragraph",
                                                    "section", "article",  "default"};
constexpr std::array<std::string_view, 4> kArticleStatuses = {"ok", "empty", "no_article",
                                                              "truncated"};

template <class Enum, size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Kind kind) { return kKinds[static_cast<size_t>(kind)]; }
std::string_view name_of(Modifier modifier) { return kModifiers[static_cast<size_t>(modifier)]; }
std::string_view name_of(FigureStatus status) { return kStatuses[static_cast<size_t>(status)]; }
std::string_view name_of(Direction direction) {
  return kDirections[static_cast<size_t>(direction)];
}
std::string_view name_of(Basis basis) { return kBases[static_cast<size_t>(basis)]; }
std::string_view name_of(ArticleStatus status) {
  return kArticleStatuses[static_cast<size_t>(status)];
}
std::optional<Kind> kind_named(std::string_view name) { return find<Kind>(kKinds, name); }
std::optional<Modifier> modifier_named(std::string_view name) {
  return find<Modifier>(kModifiers, name);
}
std::optional<FigureStatus> status_named(std::string_view name) {
  return find<FigureStatus>(kStatuses, name);
}
std::optional<Direction> direction_named(std::string_view name) {
  return find<Direction>(kDirections, name);
}
std::optional<Basis> basis_named(std::string_view name) { return find<Basis>(kBases, name); }
std::optional<ArticleStatus> article_status_named(std::string_view name) {
  return find<ArticleStatus>(kArticleStatuses, name);
}

}  // namespace solieu
