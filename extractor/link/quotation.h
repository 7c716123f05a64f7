// Where quotations begin and end.
#pragma once

#include <string_view>

namespace solieu {

// Whether what follows `item` stands in a quotation, `inside` saying so of what stands before it.
inline bool quoted_behind(std::string_view item, bool inside) {
  if (item == "“") return true;
  if (item == "”") return false;
  return item == "\"" ? !inside : inside;
}

// Whether a sentence may have a quotation mark, single ones included; most have none.
inline bool may_quote(std::string_view sentence) {
  constexpr char kFirstOfCurly = '\xE2';
  for (const char c : {'"', kFirstOfCurly, '\''}) {
    if (sentence.find(c) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace solieu
