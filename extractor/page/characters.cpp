#include "page/characters.h"

#include <libxml/HTMLparser.h>

#include "text/entities.h"
#include "text/utf8.h"

namespace solieu {
namespace {

constexpr size_t kLongestName = 10;

std::optional<char32_t> named(std::string_view name) {
  if (const auto known = entity_character(name)) return known;
  if (name.empty() || name.starts_with('#')) return std::nullopt;
  const std::string zero_ended(name);
  const auto* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(zero_ended.c_str()));
  if (entity == nullptr) return std::nullopt;
  return static_cast<char32_t>(entity->value);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Entity> read_entity(std::string_view text) {
  size_t end = 1;
  const bool number = text.size() > 1 && text[1] == '#';
  if (number) ++end;
  const bool hex = number && text.size() > 2 && small_letter(text[2]) == 'x';
  while (end < text.size() && end <= kLongestName &&
         (is_digit(text[end]) || (is_ascii_letter(text[end]) && (!number || hex)))) {
    ++end;
  }
  const bool closed = end < text.size() && text[end] == ';';
  Entity out;
  for (size_t length = end; length > 2; --length) {
    const auto character = named(text.substr(1, length - 1));
    if (character) {
      const bool whole = length == end;
      // Without ';' only letters and marks of Latin-1, as browsers do.
      if (!(whole && closed) && !number && *character > 0xFF) break;
      append_utf8(out.text, *character);
      out.bytes = static_cast<uint32_t>(length + (whole && closed ? 1 : 0));
      return out;
    }
    if (closed || number) break;
  }
  return std::nullopt;
}

}  // namespace solieu
