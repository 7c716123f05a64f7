// Where the units lie: what bears a mention's name, and the province that the article is about.
#include <algorithm>

#include "link/article_units.h"
#include "text/fold.h"

namespace solieu {
namespace {

constexpr int kLeastHome = 5;

// Whether a mention ("TX Cai Lậy") has that type word.
bool bears_type(std::string_view type, std::string_view mention) {
  if (mention.starts_with(type)) return true;
  if ((mention.front() | 0x20) != type.front()) return false;  // they all begin with plain letters
  const std::string folded = fold(mention.substr(0, type.size()));
  return folded.starts_with(type) || (type == "thành phố" && folded.starts_with("tp")) ||
         (type == "thị xã" && folded.starts_with("tx"));
}

bool wider(UnitLevel a, UnitLevel b) { return a < b; }

}  // namespace

// The places that follow at once: "huyện Kim Sơn, tỉnh Ninh Bình", "xã Đại An (Thanh Ba)".
ArticleUnits::Beside ArticleUnits::beside(size_t index) const {
  Beside out;
  for (size_t next = index + 1; next < mentions_.size() && next <= index + 2; ++next) {
    const UnitMention& m = mentions_[next].mention;
    if (mentions_[next].sentence != mentions_[index].sentence || !m.administrative) break;
    if (m.tokens.begin > mentions_[next - 1].mention.tokens.end + 1 || m.place_name < 0) break;
    out.names[out.count++] = m.place_name;
  }
  return out;
}

bool ArticleUnits::names(const Beside& beside, uint32_t unit) const {
  for (uint32_t i = 0; i < beside.count; ++i) {
    if (std::ranges::any_of(gazetteer_.named(beside.names[i]), [&](const NamedUnit& n) {
          return n.unit == unit ||
                 same_province(static_cast<int32_t>(n.unit), static_cast<int32_t>(unit));
        }))
      return true;
  }
  return false;
}

// Whether both are one province, under whatever name.
bool ArticleUnits::same_province(int32_t a, int32_t b) const {
  if (a < 0 || b < 0) return false;
  const std::string_view iso = gazetteer_.unit(static_cast<uint32_t>(a)).iso;
  return a == b || (!iso.empty() && iso == gazetteer_.unit(static_cast<uint32_t>(b)).iso);
}

std::span<const ArticleUnits::Bearer> ArticleUnits::bearers(int32_t place_name) {
  const auto [known, is_new] = bearers_of_.try_emplace(place_name);
  if (is_new) {
    known->second.begin = static_cast<uint32_t>(bearers_.size());
    for (const NamedUnit& n : gazetteer_.named(place_name)) {
      const UnitLevel level = gazetteer_.unit(n.unit).level;
      const int32_t parent =
          level == UnitLevel::kProvince ? -1 : gazetteer_.parent_of(n.unit, day_);
      const int32_t province = level == UnitLevel::kProvince ? static_cast<int32_t>(n.unit)
                               : parent >= 0
                                   ? gazetteer_.province_of(static_cast<uint32_t>(parent), day_)
                                   : -1;
      bearers_.push_back({n.unit, level, gazetteer_.in_force(n.unit, day_), province, parent});
    }
    known->second.end = static_cast<uint32_t>(bearers_.size());
  }
  return std::span(bearers_).subspan(known->second.begin, known->second.size());
}

bool ArticleUnits::is_only_one(int32_t place_name) {
  int districts = 0;
  int32_t common = -1;
  for (const Bearer& b : bearers(place_name)) {
    if (b.force == InForce::kNo) continue;
    if (common >= 0 && !same_province(common, b.province)) return false;
    common = b.province;
    if (b.level == UnitLevel::kDistrict) ++districts;
  }
  return districts == 1;
}

const UnitMention* ArticleUnits::typed_mention(int32_t place_name) const {
  const auto found = std::ranges::lower_bound(typed_places_, std::pair(place_name, uint32_t{0}));
  return found == typed_places_.end() || found->first != place_name
             ? nullptr
             : &mentions_[found->second].mention;
}

// The province named last in this sentence or the one before: "Tại Hà Giang, mưa lũ ở xã ..."; -1:
// none.
int32_t ArticleUnits::province_before(size_t index) const {
  constexpr size_t kFar = 8;
  for (size_t i = index; i-- > (index > kFar ? index - kFar : 0);) {
    if (mentions_[i].sentence + 1 < mentions_[index].sentence) break;
    const UnitMention& m = mentions_[i].mention;
    if (m.place_name < 0 || (m.place_levels & bit(UnitLevel::kProvince)) == 0) continue;
    for (const NamedUnit& n : gazetteer_.named(m.place_name)) {
      if (gazetteer_.unit(n.unit).level == UnitLevel::kProvince &&
          gazetteer_.in_force(n.unit, day_) != InForce::kNo)
        return static_cast<int32_t>(n.unit);
    }
  }
  return -1;
}

// How well a unit fits a mention: in force, of its level and type word, in the parent named beside
// it, in a district that the article names, in the article's home.
int ArticleUnits::fit(const UnitMention& m, const Around& around, const Bearer& bearer) const {
  const auto& [beside, typed, before] = around;
  const AdminUnit& unit = gazetteer_.unit(bearer.unit);
  const int32_t province = bearer.province;
  int score = bearer.force == InForce::kYes ? 80 : bearer.force == InForce::kUnknown ? 60 : 0;
  if (bearer.level == UnitLevel::kProvince) {
    if (!m.typed) score += 40;
  } else {
    if (province >= 0 && names(beside, static_cast<uint32_t>(province))) score += 32;
    const int32_t district = bearer.parent;
    if (bearer.level == UnitLevel::kCommune && district >= 0 && district != province) {
      const std::string_view name = gazetteer_.unit(static_cast<uint32_t>(district)).name;
      // "Chi Lăng (Lạng Sơn)" is in the province, not in its city.
      const bool city =
          province >= 0 && name == gazetteer_.unit(static_cast<uint32_t>(province)).name;
      if ((m.typed || !city) && names(beside, static_cast<uint32_t>(district))) score += 36;
      // Not of "Thới Bình", the town in the district of that name.
      if ((m.typed || name != unit.name) &&
          std::ranges::binary_search(districts_, static_cast<uint32_t>(district)))
        score += 6;
    }
    if (same_province(province, before)) score += 8;
  }
  if (same_province(province, home_)) score += 16;
  if (typed != nullptr && (m.typed || bearer.level == UnitLevel::kDistrict) &&
      bears_type(unit.type, typed->span.of(text_)))
    score += m.typed ? 4 : 2;
  if (wider(bearer.level, UnitLevel::kCommune)) score += 2;
  return score;
}

// The unit that bears the mention's place name, or at least the province where all that fit lie.
ArticleUnits::Resolved ArticleUnits::resolve(size_t index) {
  const UnitMention& m = mentions_[index].mention;
  if (m.place_name < 0) return {};
  const bool city_word = m.typed && (m.place_levels & bit(UnitLevel::kDistrict)) != 0;
  const auto may_be = [&](const Bearer& b) {
    return (bit(b.level) & m.place_levels) != 0 && !(city_word && b.level == UnitLevel::kProvince &&
                                                     gazetteer_.unit(b.unit).type == "tỉnh");
  };
  const auto named = bearers(m.place_name);
  const auto first = std::ranges::find_if(named, may_be);
  if (first == named.end()) return {};
  if (std::find_if(first + 1, named.end(), may_be) == named.end())
    return {static_cast<int32_t>(first->unit), first->province};
  const Around around{beside(index), m.typed ? &m : typed_mention(m.place_name),
                      province_before(index)};
  Resolved best;
  int best_score = -1;
  int32_t common = -2;  // the province of all candidates; -1: several
  for (const Bearer& b : named) {
    if (!may_be(b)) continue;
    if (b.force != InForce::kNo || best_score < 60) {
      if (common == -2) {
        common = b.province;
      } else if (!same_province(common, b.province)) {
        common = -1;
      }
    }
    const int score = fit(m, around, b);
    if (score > best_score) {
      best_score = score;
      best = {static_cast<int32_t>(b.unit), b.province};
    } else if (score == best_score && best.unit >= 0 &&
               gazetteer_.unit(static_cast<uint32_t>(best.unit)).code !=
                   gazetteer_.unit(b.unit).code) {
      best = {-1, same_province(best.province, b.province) ? b.province : -1};
    } else if (score == best_score && !same_province(best.province, b.province)) {
      best.province = -1;
    }
  }
  if (best.unit < 0 && best.province < 0 && common >= 0) best.province = common;
  return best;
}

void ArticleUnits::find_home(const Analysis& a, const ArticleRecord& record) {
  std::vector<std::pair<int32_t, int>> votes;
  const auto vote = [&](int32_t province, int weight) {
    if (province < 0) return;
    const auto iso_of = [&](int32_t p) { return gazetteer_.unit(static_cast<uint32_t>(p)).iso; };
    for (auto& [known, sum] : votes) {
      if (known == province || iso_of(known) == iso_of(province)) {
        sum += weight;
        return;
      }
    }
    votes.emplace_back(province, weight);
  };
  const std::string_view site = record.site.empty() ? record.url : record.site;
  if (!site.empty()) vote(gazetteer_.province_of_site(site, day_), 20);
  for (size_t i = 0; i < mentions_.size(); ++i) {
    const UnitMention& m = mentions_[i].mention;
    if (m.place_name < 0) continue;
    if (m.administrative && !m.typed && (m.place_levels & bit(UnitLevel::kProvince)) == 0) continue;
    const int32_t province = resolve(i).province;
    int weight = 1;
    if (is_title(a, mentions_[i].sentence)) {
      weight = 6;
    } else if (mentions_[i].sentence < kLeadSentences) {
      weight = 3;
    }
    vote(province, weight);
  }
  int all = 0;
  std::pair<int32_t, int> top{-1, 0};
  for (const auto& v : votes) {
    all += v.second;
    if (v.second > top.second) top = v;
  }
  if (top.second * 100 >= all * 50 && top.second >= 2) home_ = top.first;
  at_home_ = home_ >= 0 && top.second >= kLeastHome;
}

}  // namespace solieu
