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

}  // namespace solieu
