// Characters of HTML: blanks, letters of names, entities.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace solieu {

// What separates words and attributes; control characters have no other use on a page.
constexpr bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; }

constexpr char small_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Entity {
  std::string text;    // UTF-8
  uint32_t bytes = 0;  // that it takes in the page
};

// The entity that `text` begins with; those of Latin-1 may lack the ';'.
std::optional<Entity> read_entity(std::string_view text);

}  // namespace solieu
