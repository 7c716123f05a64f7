// The fullest name of each unit.
#include <algorithm>
#include <tuple>

#include "link/article_units.h"

namespace solieu {
namespace {

using Form = UnitMention::Form;

}  // namespace

std::string without_brackets(std::string_view text) {
  std::string out;
  while (true) {
    const size_t open = text.find(" (");
    const size_t close = open == std::string_view::npos ? open : text.find(')', open);
    if (close == std::string_view::npos) break;
    out += text.substr(0, open);
    text.remove_prefix(close + 1);
  }
  return out += text;
}

// The name in full: with its place, then the one used most, then the longest.
void ArticleUnits::name_entities(const Analysis& a, ArticleRecord& record) {
  struct Named {
    int32_t entity;
    int rank;
    std::string_view text;
    int count;
    size_t described;
  };
  std::vector<Named> names;
  for (const ArticleUnit& m : mentions_) {
    if (m.entity < 0 || entities_[static_cast<size_t>(m.entity)].country) continue;
    const UnitMention& u = m.mention;
    const std::string_view text = u.named.of(a.text());
    if (u.form == Form::kBare || u.short_form) continue;
    if (!u.administrative && u.typed && !u.place.empty()) {
      // "UBND TP Huế" also names the city.
      const int32_t unit = entities_[static_cast<size_t>(m.entity)].unit;
      for (size_t i = first_searched(entities_); i < entities_.size() && unit >= 0; ++i) {
        if (!entities_[i].administrative || entities_[i].unit != unit || entities_[i].country)
          continue;
        names.push_back({static_cast<int32_t>(i), 7, u.place.of(a.text()), 0, 0});
        entities_[i].typed = true;
      }
    }
    if (u.administrative != entities_[static_cast<size_t>(m.entity)].administrative) continue;
    const int rank =
        (u.place_name >= 0 ? 2 : 0) + (u.typed ? 1 : 0) + (u.form == Form::kNamed ? 4 : 0);
    const auto known =
        std::find_if(names.begin() + static_cast<long>(first_searched(names)), names.end(),
                     [&](const Named& n) { return n.entity == m.entity && n.text == text; });
    if (known != names.end()) {
      ++known->count;
    } else {
      names.push_back(
          {m.entity, rank, text, is_title(a, m.sentence) ? 2 : 1, u.description.size()});
    }
  }
  // A longer name that is used now and then beats a shorter one used more.
  std::vector<const Named*> best(entities_.size());
  std::vector<int> most(entities_.size());
  for (const Named& n : names)
    most[static_cast<size_t>(n.entity)] = std::max(most[static_cast<size_t>(n.entity)], n.count);
  const auto worth = [&](const Named& n) {
    const bool common = n.count * 3 >= most[static_cast<size_t>(n.entity)];
    return std::tuple(n.rank, n.described, common, common ? n.text.size() : 0, n.count);
  };
  for (const Named& n : names) {
    const Named*& b = best[static_cast<size_t>(n.entity)];
    if (b == nullptr || worth(n) > worth(*b)) b = &n;
  }
  for (size_t i = 0; i < entities_.size(); ++i) {
    if (best[i] == nullptr) continue;
    entities_[i].name = best[i]->text;
    if (best[i]->text.find(" (") != std::string_view::npos) {
      entities_[i].name = record.arena->store(without_brackets(best[i]->text));
    }
  }
}

// "các cấp CĐ" is "các cấp CĐ Tiền Giang" where the article says so.
void ArticleUnits::name_sets() {
  std::vector<size_t> placed;
  for (size_t i = 0; i < entities_.size() && placed.size() < kSearched; ++i) {
    if (entities_[i].set && entities_[i].unit >= 0) placed.push_back(i);
  }
  for (UnitEntity& e : entities_) {
    if (!e.set || e.unit >= 0) continue;
    for (const size_t i : placed) {
      const UnitEntity& other = entities_[i];
      if (is_under(other.family, e.family) && other.name.size() > e.name.size()) {
        e.name = other.name;
        e.named_set = true;
      }
    }
  }
}

}  // namespace solieu
