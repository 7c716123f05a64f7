#include "text/entities.h"

#include <algorithm>
#include <charconv>

#include "text/tables/entities.h"
#include "text/utf8.h"

namespace solieu {

std::optional<char32_t> entity_character(std::string_view name) {
  if (!name.starts_with('#')) {
    const auto* at = std::lower_bound(
        std::begin(kNamedEntities), std::end(kNamedEntities), name,
        [](const NamedEntity& entity, std::string_view n) { return entity.name < n; });
    if (at == std::end(kNamedEntities) || at->name != name) return std::nullopt;
    return at->character;
  }
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(name.data(), name.data() + name.size(), number, hex ? 16 : 10);
  const bool control = number < 0x20 && number != '\n' && number != '\t';
  const bool scalar = number < 0xD800 || (number > 0xDFFF && number <= 0x10FFFF);
  if (error != std::errc() || end != name.data() + name.size() || control || !scalar) {
    return std::nullopt;
  }
  return static_cast<char32_t>(number);
}

void decode_entities(std::string_view text, Span part, Rewriter& out) {
  constexpr size_t kLongest = 10;
  std::string utf8;
  text = text.substr(0, part.end);
  for (size_t at = text.find('&', part.begin); at != std::string_view::npos;
       at = text.find('&', at + 1)) {
    const size_t length = text.substr(at + 1, kLongest).find(';');
    if (length == std::string_view::npos) continue;
    const auto character = entity_character(text.substr(at + 1, length));
    if (!character) continue;
    utf8.clear();
    append_utf8(utf8, *character);
    out.replace({static_cast<uint32_t>(at), static_cast<uint32_t>(at + length + 2)}, utf8,
                Repair::kEntity);
    at += length + 1;
  }
}

}  // namespace solieu
