#include "pipeline/places.h"

#include <system_error>

#include "base/tsv.h"
#include "pipeline/json_lines.h"

namespace solieu {
namespace {

constexpr std::string_view kBounds = "!/:";

// Errors say "file:17" of what the record of an article in JSON Lines calls "file!17".
std::string with_line_as_member(std::string place) {
  const size_t colon = place.find_last_not_of("0123456789");
  if (colon != std::string::npos && colon + 1 < place.size() && place[colon] == ':') {
    place[colon] = '!';
  }
  return place;
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

void Places::add(std::string place) { places_.insert(with_line_as_member(std::move(place))); }

bool Places::hold(std::string_view given) const {
  const std::string input = with_line_as_member(std::string(given));
  for (size_t end = 1; end <= input.size(); ++end) {
    const bool bound = end == input.size() || kBounds.find(input[end]) != std::string_view::npos ||
                       input[end - 1] == '/';
    if (bound && places_.contains(input.substr(0, end))) return true;
  }
  return false;
}

std::string_view file_of(std::string_view place) {
  for (size_t end = 1; end < place.size(); ++end) {
    std::error_code ignored;
    const std::string_view file = place.substr(0, end);
    if (kBounds.find(place[end]) != std::string_view::npos && place[end] != '/' &&
        std::filesystem::is_regular_file(file, ignored)) {
      return file;
    }
  }
  return place;
}

}  // namespace solieu
