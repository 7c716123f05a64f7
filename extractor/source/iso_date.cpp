#include "source/iso_date.h"

#include <algorithm>
#include <array>

namespace solieu {
namespace {

// Whether `text` looks like `shape`, in which '0' stands for any digit.
bool has_shape(std::string_view text, std::string_view shape) {
  return std::equal(text.begin(), text.end(), shape.begin(), shape.end(), [](char c, char want) {
    return want == '0' ? c >= '0' && c <= '9' : c == want;
  });
}

}  // namespace

bool is_iso_date(std::string_view text) {
  constexpr std::array<std::string_view, 4> kShapes = {"0000-00-00", "0000-00-00T00:00:00Z",
                                                       "0000-00-00T00:00:00+00:00",
                                                       "0000-00-00T00:00:00-00:00"};
  return std::any_of(kShapes.begin(), kShapes.end(),
                     [&](std::string_view shape) { return has_shape(text, shape); });
}

std::optional<std::string> to_iso_date(std::string_view text) {
  std::string_view rest = text;
  const auto take = [&rest](std::string_view shape) {
    if (!has_shape(rest.substr(0, shape.size()), shape)) return std::string();
    std::string out(rest.substr(0, shape.size()));
    rest.remove_prefix(shape.size());
    return out;
  };
  std::string out = take("0000-00-00");
  if (out.empty()) return std::nullopt;
  if (rest.empty()) return out;
  if (rest[0] != 'T' && rest[0] != ' ') return std::nullopt;
  rest.remove_prefix(1);
  std::string time = take("00:00:00");
  if (time.empty()) {
    time = take("00:00");
    if (time.empty()) return std::nullopt;
    time += ":00";
  } else if (rest.starts_with('.')) {
    const size_t end = rest.find_first_not_of("0123456789", 1);
    rest.remove_prefix(std::min(end, rest.size()));
  }
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  std::string zone = rest.empty() ? "+07:00" : std::string(rest);
  if (zone.size() == 5 && zone[3] != ':') zone.insert(3, ":");
  out += "T" + time + zone;
  return is_iso_date(out) ? std::optional(out) : std::nullopt;
}

}  // namespace solieu
