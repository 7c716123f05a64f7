#include "pipeline/dead_letters.h"

#include "pipeline/json_lines.h"
#include "pipeline/places.h"

namespace solieu {
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

std::string as_utf8(std::string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return std::string(text);
  std::string out;
  for (const char c : text) out += static_cast<unsigned char>(c) < 0x80 ? c : '?';
  return out;
}

std::string dead_letter_line(const Error& error, std::string_view id, std::string_view retry) {
  const std::string place = as_utf8(error.place);
  std::string command;
  if (!retry.empty() && !place.empty()) {
    const std::string_view file = file_of(place);
    command = retry;
    if (file != place) command += " --only " + quoted_for_shell(place);
    command += " -- " + quoted_for_shell(file);
  }
  JsonObject object;
  object.add("schema", "solieu.dead_letter/1")
      .add("place", place)
      .add("id", id)
      .add("reason", as_utf8(error.message))
      .add("remedy", as_utf8(error.remedy))
      .add("retry", command);
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
