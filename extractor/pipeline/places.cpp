#include "pipeline/places.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/sha256.h"
#include "base/tsv.h"
#include "pipeline/json_lines.h"

namespace solieu {
namespace {

constexpr std::string_view kBounds = "!/:";

// Where the line begins in "file:17"; npos when `place` does not end so.
size_t line_in(std::string_view place) {
  const size_t colon = place.find_last_not_of("0123456789");
  const bool is_line =
      colon != std::string_view::npos && colon + 1 < place.size() && place[colon] == ':';
  return is_line ? colon : std::string_view::npos;
}

// Errors say "file:17" of what the record of an article in JSON Lines calls "file!17". Nothing when
// `place` is no line; it may still be a file or a folder with such a name.
std::optional<std::string> as_member(std::string_view place) {
  const size_t colon = line_in(place);
  if (colon == std::string_view::npos) return std::nullopt;
  std::string out(place);
  out[colon] = '!';
  return out;
}

// Whether a name that goes on at `end` is there in something called so.
bool is_bound(std::string_view name, size_t end) {
  return end == name.size() || kBounds.find(name[end]) != std::string_view::npos ||
         (end > 0 && name[end - 1] == '/');
}

bool is_no_folder(std::string_view path) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  return std::filesystem::exists(status) && !std::filesystem::is_directory(status);
}

}  // namespace

Result<Places> Places::of_dead_letters(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  if (!bytes) return Error{Error::Code::kUsage, path.string(), bytes.error().message, ""};
  Places out;
  simdjson::dom::parser parser;
  size_t number = 0;
  for (std::string_view rest = *bytes; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    ++number;
    simdjson::dom::element letter;
    if (parser.parse(line.data(), line.size()).get(letter) != simdjson::SUCCESS ||
        string_of(letter, "schema") != "solieu.dead_letter/1") {
      return Error{Error::Code::kUsage, path.string() + ":" + std::to_string(number),
                   "is no dead letter", "name what --dead-letter wrote"};
    }
    out.add(string_of(letter, "place"));
  }
  return out;
}

void Places::add(std::string place) {
  numbers_.emplace(place, places_.size());
  if (auto member = as_member(place)) numbers_.emplace(*std::move(member), places_.size());
  places_.push_back({std::move(place)});
}

template <class Each>
void Places::for_each_around(std::string_view input, const Each& each) const {
  const auto look_up = [&](std::string_view name) {
    const auto [begin, end] = numbers_.equal_range(name);
    std::for_each(begin, end, [&](const auto& found) { each(found.second); });
  };
  for (size_t end = 1; end <= input.size(); ++end) {
    if (is_bound(input, end)) look_up(input.substr(0, end));
  }
  if (const auto member = as_member(input)) look_up(*member);
}

bool Places::hold(std::string_view input) const {
  bool held = false;
  for_each_around(input, [&](size_t /*number*/) { held = true; });
  return held;
}

bool Places::meet(std::string_view input) {
  bool held = false;
  for_each_around(input, [&](size_t number) { held = places_[number].met = true; });
  return held;
}

bool Places::meet_failed(std::string_view container) {
  bool met = meet(container);
  if (container.empty()) return met;
  for (auto at = numbers_.lower_bound(container);
       at != numbers_.end() && at->first.starts_with(container); ++at) {
    if (is_bound(at->first, container.size())) met = places_[at->second].met = true;
  }
  return met;
}

std::optional<std::string> Places::take_unmet() {
  while (looked_at_ < places_.size()) {
    const Place& place = places_[looked_at_++];
    if (!place.met) return place.name;
  }
  return std::nullopt;
}

std::string Places::digest() const {
  std::string all;
  for (const auto& [name, number] : numbers_) {
    all += name;
    all += '\0';
  }
  return to_hex(sha256(all));
}

std::string_view file_of(std::string_view place) {
  std::error_code ignored;
  if (std::filesystem::exists(place, ignored)) return place;
  for (size_t end = 1; end < place.size(); ++end) {
    const std::string_view file = place.substr(0, end);
    if (place[end] != '/' && is_bound(place, end) && is_no_folder(file)) return file;
  }
  return place.substr(0, std::min(place.find('!'), line_in(place)));
}

}  // namespace solieu
