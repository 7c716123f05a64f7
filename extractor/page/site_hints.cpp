#include "page/site_hints.h"

#include <algorithm>
#include <array>
#include <optional>

#include "page/attributes.h"
#include "page/characters.h"

namespace solieu {
namespace {

constexpr std::array<std::pair<std::string_view, Part>, 10> kParts = {{
    {"body", Part::kBody},
    {"title", Part::kTitle},
    {"lead", Part::kLead},
    {"byline", Part::kByline},
    {"date", Part::kDate},
    {"caption", Part::kCaption},
    {"drop", Part::kDrop},
    {"maybe-drop", Part::kMaybeDrop},
    {"maybe-title", Part::kMaybeTitle},
    {"heading", Part::kHeading},
}};

std::optional<Part> part_named(std::string_view name) {
  for (const auto& [known, part] : kParts) {
    if (known == name) return part;
  }
  return std::nullopt;
}

std::string small(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), small_letter);
  return out;
}

// Calls visit for each piece of `text` between blanks.
template <class Visit>
void for_each_token(std::string_view text, const Visit& visit) {
  for (size_t at = 0; at < text.size();) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && !is_blank(text[end])) ++end;
    visit(text.substr(at, end - at));
    at = end;
  }
}

}  // namespace

bool SiteHints::Condition::holds(std::string_view text) const {
  if (open_left && open_right) return text.find(value) != std::string_view::npos;
  if (open_left) return text.ends_with(value);
  if (open_right) return text.starts_with(value);
  return text == value;
}

Result<SiteHints::Selector> SiteHints::parse(std::string_view text, const std::string& place) {
  const auto wrong = [&](std::string message) {
    return Error{Error::Code::kRules, place, std::move(message),
                 "write element.class, #id or [attribute=value], with * at an end of a value"};
  };
  Selector out;
  const std::string lower = small(text);
  size_t at = std::min(lower.find_first_of(".#["), lower.size());
  out.element = lower.substr(0, at);
  while (at < lower.size()) {
    Condition condition;
    std::string value;
    if (lower[at] == '[') {
      const size_t end = lower.find(']', at);
      const size_t equals = lower.find('=', at);
      if (end == std::string::npos || equals == std::string::npos || equals > end) {
        return wrong("a selector in brackets needs '=' and ']'");
      }
      condition.attribute = lower.substr(at + 1, equals - at - 1);
      value = lower.substr(equals + 1, end - equals - 1);
      at = end + 1;
    } else {
      condition.attribute = lower[at] == '.' ? "class" : "id";
      const size_t end = std::min(lower.find_first_of(".#[", at + 1), lower.size());
      value = lower.substr(at + 1, end - at - 1);
      at = end;
    }
    if (value.starts_with('*')) condition.open_left = true, value.erase(0, 1);
    if (value.ends_with('*')) condition.open_right = true, value.pop_back();
    if (value.empty() || condition.attribute.empty()) return wrong("an empty name in a selector");
    condition.value = std::move(value);
    out.conditions.push_back(std::move(condition));
  }
  if (out.conditions.empty()) return wrong("a selector without class, id or attribute");
  return out;
}

Status SiteHints::add(TsvReader& table) {
  while (table.next()) {
    const auto part = part_named(table.cell("part"));
    if (!part) {
      return Error{Error::Code::kRules, table.place(),
                   "unknown part '" + std::string(table.cell("part")) + "'",
                   "use body, title, lead, byline, date, caption, heading or drop; maybe-title and "
                   "maybe-drop for words"};
    }
    if (table.has_column("word")) {
      std::string word = small(table.cell("word"));
      if (word.starts_with('*') && word.ends_with('*') && word.size() > 2) {
        inside_.emplace_back(word.substr(1, word.size() - 2), bit(*part));
      } else if (!word.empty()) {
        PartSet& parts = words_[std::move(word)];
        parts = static_cast<PartSet>(parts | bit(*part));
      }
      continue;
    }
    auto selector = parse(table.cell("selector"), table.place());
    if (!selector) return selector.error();
    selector->parts = bit(*part);
    const auto index = static_cast<uint32_t>(selectors_.size());
    const auto exact = std::ranges::find_if(selector->conditions, [](const Condition& c) {
      return (c.attribute == "class" || c.attribute == "id") && !c.open_left && !c.open_right;
    });
    if (exact != selector->conditions.end()) {
      by_name_[exact->value].push_back(index);
    } else {
      loose_.push_back(index);
    }
    selectors_.push_back(std::move(*selector));
  }
  return table.status();
}

// "box-tinLienQuan2" has the words box, tin, lien, quan.
PartSet SiteHints::parts_of_words(std::string_view name) const {
  PartSet parts = 0;
  std::string word;
  const auto flush = [&] {
    if (const auto found = words_.find(word); found != words_.end()) {
      parts = static_cast<PartSet>(parts | found->second);
    }
    word.clear();
  };
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool capital = c >= 'A' && c <= 'Z';
    const bool after_small = i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if (!is_ascii_letter(c) || (capital && after_small)) flush();
    if (is_ascii_letter(c)) word += small_letter(c);
  }
  flush();
  const std::string lower = small(name);
  for (const auto& [inside, part] : inside_) {
    if (lower.find(inside) != std::string::npos) parts = static_cast<PartSet>(parts | part);
  }
  return parts;
}

PartSet SiteHints::parts_of(std::string_view element, std::string_view attributes) const {
  PartSet parts = 0;
  std::vector<Attribute> written;
  for_each_attribute(attributes, [&](const Attribute& a) { written.push_back(a); });

  const auto holds = [&](const Condition& condition) {
    for (const Attribute& a : written) {
      if (!same_letters(a.name, condition.attribute)) continue;
      if (condition.attribute != "class") return condition.holds(small(a.value));
      bool any = false;
      for_each_token(a.value,
                     [&](std::string_view token) { any = any || condition.holds(small(token)); });
      return any;
    }
    return false;
  };
  const auto apply = [&](const std::vector<uint32_t>& indices) {
    for (const uint32_t index : indices) {
      const Selector& selector = selectors_[index];
      if (!selector.element.empty() && selector.element != element) continue;
      if (std::ranges::all_of(selector.conditions, holds)) {
        parts = static_cast<PartSet>(parts | selector.parts);
      }
    }
  };
  for (const Attribute& a : written) {
    if (!same_letters(a.name, "class") && !same_letters(a.name, "id")) continue;
    for_each_token(a.value, [&](std::string_view token) {
      if (const auto found = by_name_.find(small(token)); found != by_name_.end()) {
        apply(found->second);
      }
      parts = static_cast<PartSet>(parts | parts_of_words(token));
    });
  }
  if (!written.empty()) apply(loose_);
  return parts;
}

}  // namespace solieu
