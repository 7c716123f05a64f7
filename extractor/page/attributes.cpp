#include "page/attributes.h"

#include "page/characters.h"

namespace solieu {

std::optional<Attribute> next_attribute(std::string_view tag, size_t& at) {
  while (at < tag.size() && (is_blank(tag[at]) || tag[at] == '/' || tag[at] == '=')) ++at;
  if (at >= tag.size()) return std::nullopt;
  Attribute out;
  size_t from = at;
  while (at < tag.size() && !is_blank(tag[at]) && tag[at] != '=' && tag[at] != '/') ++at;
  out.name = tag.substr(from, at - from);
  size_t next = at;
  while (next < tag.size() && is_blank(tag[next])) ++next;
  if (next >= tag.size() || tag[next] != '=') return out;
  at = next + 1;
  while (at < tag.size() && is_blank(tag[at])) ++at;
  if (at >= tag.size()) return out;
  if (tag[at] == '"' || tag[at] == '\'') {
    const size_t end = tag.find(tag[at], at + 1);
    from = at + 1;
    at = end == std::string_view::npos ? tag.size() : end + 1;
    out.value = tag.substr(from, (end == std::string_view::npos ? tag.size() : end) - from);
  } else {
    from = at;
    while (at < tag.size() && !is_blank(tag[at])) ++at;
    out.value = tag.substr(from, at - from);
  }
  return out;
}

bool same_letters(std::string_view text, std::string_view small) {
  if (text.size() != small.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (small_letter(text[i]) != small[i]) return false;
  }
  return true;
}

std::optional<std::string_view> attribute(std::string_view tag, std::string_view name) {
  for (size_t at = 0; const auto found = next_attribute(tag, at);) {
    if (same_letters(found->name, name)) return found->value;
  }
  return std::nullopt;
}

std::string attribute_text(std::string_view value) {
  std::string out;
  for (size_t at = 0; at < value.size();) {
    if (value[at] == '&') {
      if (const auto entity = read_entity(value.substr(at))) {
        const bool space = entity->text == "\u00A0";
        if (space && !out.empty() && out.back() != ' ') out += ' ';
        if (!space) out += entity->text;
        at += entity->bytes;
        continue;
      }
    }
    if (!is_blank(value[at])) {
      out += value[at];
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    ++at;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace solieu
