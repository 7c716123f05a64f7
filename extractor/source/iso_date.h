// Dates as other programs write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace solieu {

// YYYY-MM-DD, or YYYY-MM-DDThh:mm:ss with "Z" or "+hh:mm".
bool is_iso_date(std::string_view text);

// The same from what is nearly that: a space for the T, no seconds, fractions of them (dropped), a
// zone without colon, or none (then it is Vietnam's, +07:00). Nothing for other notations.
std::optional<std::string> to_iso_date(std::string_view text);

}  // namespace solieu
