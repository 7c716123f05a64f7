#include "link/unit_roles.h"

namespace solieu {
namespace {

class SentenceRoles {
 public:
  SentenceRoles(const Analysis& a, const AnalysedSentence& s)
      : a_(a),
        rules_(a.rules),
        text_(a.text()),
        items_(s.items.items),
        tokens_(s.items.tokens),
        title_(a.layout.blocks[s.block].kind == BlockKind::kTitle) {}

  UnitRole role(std::span<const ArticleUnit> before, std::span<const ArticleUnit> from);

 private:
  const UnitWord& word(size_t item) const { return rules_.unit_word(items_[item]); }
  bool is_mark(size_t item) const {
    return items_[item].numeral < 0 && tokens_[items_[item].tokens.begin].kind == TokenKind::kMark;
  }
  std::string_view text(size_t item) const { return items_[item].span.of(text_); }
  // The first item at or behind a token.
  size_t item_at(uint32_t token) {
    while (next_ < items_.size() && items_[next_].tokens.begin < token) ++next_;
    while (next_ > 0 && items_[next_ - 1].tokens.begin >= token) --next_;
    return next_;
  }
  bool clause_begins(size_t item) const {
    if (item == 0) return true;
    if (is_mark(item - 1)) {
      const std::string_view mark = text(item - 1);
      return mark != "(" && mark != "/";
    }
    return word(item - 1).is(UnitWord::kOpener);
  }

  const Analysis& a_;
  const RuleSet& rules_;
  const std::string_view text_;
  const std::vector<Item>& items_;
  const std::vector<Token>& tokens_;
  const bool title_;
  size_t next_ = 0;
};

UnitRole SentenceRoles::role(std::span<const ArticleUnit> before,
                             std::span<const ArticleUnit> from) {
  const UnitMention& m = from.front().mention;
  // "TP Thủ Dầu Một, tỉnh Bình Dương | đã tiêm": what follows follows the places behind it.
  uint32_t end_token = m.tokens.end;
  bool address = false;
  for (const ArticleUnit& next : from.subspan(1)) {
    if (!m.administrative || !next.mention.administrative) break;
    const uint32_t gap = next.mention.tokens.begin - end_token;
    if (gap > 1 || (gap == 1 && tokens_[end_token].kind != TokenKind::kMark)) break;
    end_token = next.mention.tokens.end;
    address = true;
  }
  if (address && end_token < tokens_.size() && tokens_[end_token].span.of(text_) == ")")
    ++end_token;
  size_t first = item_at(m.tokens.begin);
  // "Bí thư Đoàn | xã": the office and the beginning of the body are one word.
  if (first > 0 && items_[first - 1].tokens.end > m.tokens.begin &&
      word(first - 1).is(UnitWord::kOffice)) {
    return UnitRole::kOffice;
  }
  // "toàn tỉnh | Lâm Đồng"
  if (m.administrative && m.form == UnitMention::Form::kNamed && first > 0 &&
      items_[first - 1].tokens.begin + 1 == m.tokens.begin &&
      items_[first - 1].tokens.end > m.tokens.begin) {
    --first;
  }
  const size_t behind = item_at(end_token);
  const bool ends =
      behind >= items_.size() || (is_mark(behind) && text(behind) != ":" && text(behind) != "(");
  if (first == 0) {
    // "Cần Thơ: ..." names the place of the news.
    const bool dateline =
        title_ && m.administrative && behind < items_.size() && text(behind) == ":";
    return dateline ? UnitRole::kSource : UnitRole::kSubject;
  }
  const size_t left = first - 1;
  // A unit that ends where the mark or word to the left begins.
  const ArticleUnit* chained = nullptr;
  if (!before.empty()) {
    const uint32_t end = before.back().mention.tokens.end;
    if (end == items_[left].tokens.begin || end == items_[first].tokens.begin)
      chained = &before.back();
  }
  if (is_mark(left)) {
    const std::string_view mark = text(left);
    if (mark == "(" || mark == "/") return UnitRole::kObject;
    if (mark == ";" || mark == ":" || mark == ".") {
      // "tại 5 tỉnh: Đồng Tháp, Kiên Giang ...": a list
      const bool listed = mark == ":" && m.administrative && behind < items_.size() &&
                          (text(behind) == "," || word(behind).is(UnitWord::kAnd)) &&
                          (behind + 1 >= items_.size() || items_[behind + 1].numeral < 0);
      return listed ? UnitRole::kObject : UnitRole::kSubject;
    }
    if (chained != nullptr && m.administrative) {
      // "huyện Lạc Sơn, tỉnh Hòa Bình": where the other lies.
      return UnitRole::kObject;
    }
    if (m.administrative && mark == "," && ends) return UnitRole::kObject;  // an address
    const bool lists =
        behind < items_.size() && (word(behind).is(UnitWord::kAnd) || text(behind) == ",");
    if (chained != nullptr && (ends || lists)) return chained->role;
    if (mark == "," && ends && !lists) return UnitRole::kObject;
    if (mark == "-" || mark == "–") return left == 0 ? UnitRole::kSubject : UnitRole::kObject;
    return UnitRole::kSubject;
  }
  if (items_[left].numeral >= 0) {
    // "Năm 2022 | tỉnh ...", "7 tháng đầu năm 2016 | toàn tỉnh ..."
    size_t time = left;
    while (time > 0 && (items_[time - 1].numeral >= 0 ||
                        word(time - 1).is(UnitWord::kTimeHead | UnitWord::kOpener))) {
      --time;
    }
    return time < left && clause_begins(time) ? UnitRole::kSubject : UnitRole::kObject;
  }
  const UnitWord& w = word(left);
  if (w.is(UnitWord::kAnd)) {
    if (chained != nullptr) return chained->role;
    return left == 0 || clause_begins(left) ? UnitRole::kSubject : UnitRole::kObject;
  }
  if (w.is(UnitWord::kOffice | UnitWord::kPerson)) {
    // "được | Chủ tịch UBND tỉnh tặng"
    size_t office = left;
    while (office > 0 && word(office - 1).is(UnitWord::kOffice | UnitWord::kPerson)) --office;
    const bool given = office > 0 && word(office - 1).is(UnitWord::kPassive);
    return given && !clause_begins(office - 1) ? UnitRole::kGiver : UnitRole::kOffice;
  }
  if (w.is(UnitWord::kOwnerOf)) {
    if (left > 0 && word(left - 1).is(UnitWord::kAward)) return UnitRole::kAwarder;
    if (left == 0 || !word(left - 1).is(UnitWord::kReport)) return UnitRole::kPartOf;
    if (clause_begins(left - 1)) return UnitRole::kSource;
    // "Theo quyết định của Liên bộ, xăng tăng ...": who decides does it.
    const bool decides = left > 1 && word(left - 2).is(UnitWord::kAccordingTo) &&
                         clause_begins(left - 2) &&
                         a_.has(items_[left - 1], a_.linking.concepts.decision);
    return decides ? UnitRole::kPartOf : UnitRole::kObject;
  }
  if (w.is(UnitWord::kPlaceOf)) return clause_begins(left) ? UnitRole::kTopic : UnitRole::kPartOf;
  if (w.is(UnitWord::kAccordingTo)) return UnitRole::kSource;
  if (w.is(UnitWord::kPassive)) return clause_begins(left) ? UnitRole::kAwarder : UnitRole::kGiver;
  if (w.is(UnitWord::kNotSubject)) return UnitRole::kObject;
  if (w.is(UnitWord::kOpener | UnitWord::kTimeHead)) return UnitRole::kSubject;
  return UnitRole::kObject;
}

}  // namespace

void set_unit_roles(const Analysis& analysis, const AnalysedSentence& sentence,
                    std::span<ArticleUnit> units) {
  SentenceRoles roles(analysis, sentence);
  for (size_t i = 0; i < units.size(); ++i)
    units[i].role = roles.role(units.first(i), units.subspan(i));
}

}  // namespace solieu
