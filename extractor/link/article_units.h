// What the files of ArticleUnits share; no other file needs it.
#pragma once

#include <string>
#include <string_view>

#include "link/units.h"

namespace solieu {

// An organisation in the title or in these says more than one deep in the body.
inline constexpr size_t kLeadSentences = 3;

// No article has so many units or names; of longer texts only the last ones are looked through, so
// that time does not grow with their square.
inline constexpr size_t kSearched = 1024;
template <class List>
size_t first_searched(const List& list) {
  return list.size() > kSearched ? list.size() - kSearched : 0;
}

// Whether `family` is `wide` or under it: "hoi/phu_nu" is a "hoi".
inline bool is_under(std::string_view family, std::string_view wide) {
  return !wide.empty() && family.starts_with(wide) &&
         (family.size() == wide.size() || family[wide.size()] == '/');
}

inline bool is_title(const Analysis& a, uint32_t sentence) {
  return a.layout.blocks[a.sentences[sentence].block].kind == BlockKind::kTitle;
}

// "Công đoàn ngành (CĐN) Giáo dục" without the abbreviation that it defines.
std::string without_brackets(std::string_view text);

}  // namespace solieu
