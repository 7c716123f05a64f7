// The fields of a figure that a reviewer judges, as JSON text in the form of the store's view
// figure_fields: one object of strings and nulls, numbers as decimal text.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "solieu/status.h"

namespace solieu {

inline constexpr std::array<std::string_view, 16> kReviewedFields = {
    "quote",   "kind", "value",    "min_value", "max_value", "of",        "unit",   "modifier",
    "counted", "per",  "unit_org", "place",     "period",    "programme", "status", "change"};

using FieldValues = std::map<std::string, std::optional<std::string>, std::less<>>;

// Checks what a user typed and completes it: enumerators are known, numbers are decimals (written
// in full afterwards), bounds follow from a value and its modifier. Errors name the field.
Result<FieldValues> check_fields(FieldValues values);

// The values as JSON text, the keys in the order of the view.
std::string to_json(const FieldValues& values);

}  // namespace solieu
