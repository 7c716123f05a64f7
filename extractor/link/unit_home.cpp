// Where the units lie: what bears a mention's name, and the province that the article is about.
#include <algorithm>

#include "link/article_units.h"
#include "text/fold.h"

namespace solieu {
namespace {

constexpr int kLeastHome = 5;

// Whether a mention ("TX Cai Lậy") has that type word.
bool bears_type(std::string_view type, std::string_view mention) {
  const std::string folded = fold(mention.substr(0, type.size()));
  return folded.starts_with(type) || (type == "thành phố" && folded.starts_with("tp")) ||
         (type == "thị xã" && folded.starts_with("tx"));
}

bool wider(UnitLevel a, UnitLevel b) { return a < b; }

}  // namespace

// The place that follows at once: "huyện Kim Sơn, tỉnh Ninh Bình", "xã Đại An (Thanh Ba)". A
// province row, or -1.
int32_t ArticleUnits::explicit_parent(size_t index) const {
  for (size_t next = index + 1; next < mentions_.size() && next <= index + 2; ++next) {
    const UnitMention& m = mentions_[next].mention;
    if (mentions_[next].sentence != mentions_[index].sentence || !m.administrative) return -1;
    if (m.tokens.begin > mentions_[next - 1].mention.tokens.end + 1 || m.place_name < 0) return -1;
    for (const NamedUnit& n : gazetteer_.named(m.place_name)) {
      if (gazetteer_.unit(n.unit).level == UnitLevel::kProvince &&
          (m.place_levels & bit(UnitLevel::kProvince)) != 0 &&
          gazetteer_.in_force(n.unit, day_) != InForce::kNo) {
        return static_cast<int32_t>(n.unit);
      }
    }
  }
  return -1;
}

bool ArticleUnits::is_only_one(int32_t place_name) const {
  return std::ranges::count_if(gazetteer_.named(place_name), [&](const NamedUnit& n) {
           return gazetteer_.in_force(n.unit, day_) == InForce::kYes;
         }) == 1;
}

const UnitMention* ArticleUnits::typed_mention(int32_t place_name) const {
  const auto found = std::ranges::lower_bound(typed_places_, std::pair(place_name, uint32_t{0}));
  return found == typed_places_.end() || found->first != place_name
             ? nullptr
             : &mentions_[found->second].mention;
}

// The unit that bears the mention's place name: the one in force, of its level, in the parent named
// beside it, in the article's home, else the only one there is.
ArticleUnits::Resolved ArticleUnits::resolve(size_t index) const {
  const UnitMention& m = mentions_[index].mention;
  if (m.place_name < 0) return {};
  const bool city_word = m.typed && (m.place_levels & bit(UnitLevel::kDistrict)) != 0;
  const int32_t parent = explicit_parent(index);
  const UnitMention* typed = m.typed ? &m : typed_mention(m.place_name);
  Resolved best;
  int best_score = -1;
  int32_t common = -2;  // the province of all candidates; -1: several
  for (const NamedUnit& n : gazetteer_.named(m.place_name)) {
    const AdminUnit& unit = gazetteer_.unit(n.unit);
    if ((bit(unit.level) & m.place_levels) == 0) continue;
    if (unit.level == UnitLevel::kProvince && city_word && unit.type == "tỉnh") continue;
    const InForce force = gazetteer_.in_force(n.unit, day_);
    const int32_t province = gazetteer_.province_of(n.unit, day_);
    int score = force == InForce::kYes ? 40 : force == InForce::kUnknown ? 30 : 0;
    if (!m.typed && unit.level == UnitLevel::kProvince) score += 20;
    const auto same_name = [&](int32_t other) {
      return other >= 0 && province >= 0 &&
             (other == province || gazetteer_.unit(static_cast<uint32_t>(other)).iso ==
                                       gazetteer_.unit(static_cast<uint32_t>(province)).iso);
    };
    if (parent >= 0 && unit.level != UnitLevel::kProvince) score += same_name(parent) ? 16 : 0;
    if (same_name(home_)) score += 8;
    if (typed != nullptr && (m.typed || unit.level == UnitLevel::kDistrict) &&
        bears_type(unit.type, typed->span.of(text_)))
      score += m.typed ? 2 : 1;
    if (wider(unit.level, UnitLevel::kCommune)) score += 1;
    if (force != InForce::kNo || best_score < 30) {
      if (common == -2) {
        common = province;
      } else if (!same_name(common) && common != province) {
        common = -1;
      }
    }
    if (score > best_score) {
      best_score = score;
      best = {static_cast<int32_t>(n.unit), province};
    } else if (score == best_score && best.unit >= 0 && best.province != province) {
      best = {-1, -1};
    }
  }
  if (best.unit < 0 && common >= 0) best.province = common;
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
