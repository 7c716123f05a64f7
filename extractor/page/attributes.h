// Reading the attributes of a tag where they stand.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "solieu/span.h"

namespace solieu {

struct Attribute {
  std::string_view name;   // as it stands
  std::string_view value;  // without quotes, entities undecoded
};

// Moves `at` behind the next attribute of `tag` (what stands between a tag's name and its '>').
std::optional<Attribute> next_attribute(std::string_view tag, size_t& at);

// Calls visit(attribute) for each. Linear.
template <class Visit>
void for_each_attribute(std::string_view tag, const Visit& visit) {
  for (size_t at = 0; const auto attribute = next_attribute(tag, at);) visit(*attribute);
}

// The value of the first attribute of that name (in small letters).
std::optional<std::string_view> attribute(std::string_view tag, std::string_view name);

// Compares ASCII letters without case; `small` is in small letters.
bool same_letters(std::string_view text, std::string_view small);

// With entities decoded and white space folded.
std::string attribute_text(std::string_view value);

}  // namespace solieu
