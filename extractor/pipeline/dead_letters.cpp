#include "pipeline/dead_letters.h"

#include "pipeline/json_lines.h"

namespace solieu {
namespace {

// The path that a command can be given: of "archive!member" and "file:line" the file.
std::string_view path_of(std::string_view place) {
  if (const size_t member = place.find('!'); member != std::string_view::npos) {
    return place.substr(0, member);
  }
  const size_t colon = place.find_last_not_of("0123456789");
  const bool has_line =
      colon != std::string_view::npos && place[colon] == ':' && colon + 1 < place.size();
  return has_line ? place.substr(0, colon) : place;
}

std::string quoted_for_shell(std::string_view word) {
  std::string out = "'";
  for (const char c : word) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

}  // namespace

std::string as_utf8(std::string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return std::string(text);
  std::string out;
  for (const char c : text) out += static_cast<unsigned char>(c) < 0x80 ? c : '?';
  return out;
}

std::string dead_letter_line(const Error& error, std::string_view id, std::string_view retry) {
  const std::string place = as_utf8(error.place);
  JsonObject object;
  object.add("schema", "solieu.dead_letter/1")
      .add("place", place)
      .add("id", id)
      .add("reason", as_utf8(error.message))
      .add("remedy", as_utf8(error.remedy))
      .add("retry", retry.empty() || place.empty()
                        ? std::string()
                        : std::string(retry) + " -- " + quoted_for_shell(path_of(place)));
  return std::string(object.finish()) + "\n";
}

std::string failure_line(const Error& error, std::string_view id, uint64_t number) {
  JsonObject object;
  object.add("schema", "solieu.failure/1")
      .add("status", "failed")
      .add("line", number)
      .add("id", id)
      .add("reason", as_utf8(error.message))
      .add("remedy", as_utf8(error.remedy));
  return std::string(object.finish()) + "\n";
}

}  // namespace solieu
