#include "link/checks.h"

#include <algorithm>
#include <map>

#include "link/check_figures.h"
#include "text/fold.h"

namespace solieu {
namespace {

Decimal absolute(Decimal d) {
  return d.mantissa() < 0 ? *Decimal::make(-d.mantissa(), d.exponent()) : d;
}

class Checker {
 public:
  Checker(const Analysis& analysis, ArticleRecord& record)
      : figures_(analysis, record), record_(record) {}

  void run() {
    for (size_t i = 0; i < figures_.size(); ++i) {
      if (figures_.first_of_sentence(i)) products(i);
      sum_of_parts(i);
      sum_before(i);
      difference(i);
      share(i);
      list_length(i);
    }
    repeats();
  }

 private:
  using Numbers = std::initializer_list<size_t>;

  void add(std::string_view kind, bool holds, std::vector<size_t> used, Decimal expected,
           Decimal found, std::string note) {
    Check check;
    check.kind = kind;
    check.holds = holds;
    for (const size_t i : used) check.figures.push_back(record_.figures[i].id);
    check.expected = expected;
    check.found = found;
    check.note = record_.arena->store(std::move(note));
    record_.checks.push_back(std::move(check));
  }

  bool exact(size_t i) const {
    const Figure& f = record_.figures[i];
    return f.value && f.modifier == Modifier::kExact;
  }
  const Figure& at(size_t i) const { return record_.figures[i]; }

  // A unit price and the count that it was paid for: the nearest one before it, else behind it.
  struct Priced {
    size_t count, price;
    Decimal product;
  };
  std::optional<Priced> priced(size_t price) const {
    const Figure& p = at(price);
    if (p.kind != Kind::kMoney || p.per.empty() || !exact(price) || p.change) return std::nullopt;
    const std::string unit = fold(p.per);
    const auto fits = [&](size_t i) {
      const Figure& c = at(i);
      return c.kind == Kind::kCount && c.counted && exact(i) && begins_with(c.counted->lemma, unit);
    };
    const auto made = [&](size_t count) -> std::optional<Priced> {
      const auto product = Decimal::multiply(*at(count).value, *p.value);
      return product ? std::optional(Priced{count, price, *product}) : std::nullopt;
    };
    for (size_t i = price; i-- > figures_.sentence_begin(price);) {
      if (fits(i)) return made(i);
    }
    for (size_t i = price + 1; i < figures_.sentence_end(price); ++i) {
      if (fits(i)) return made(i);
    }
    return std::nullopt;
  }

  // 49 suất, mỗi suất 300.000 đồng, tổng số tiền 14.700.000 đồng; also 2 × a + 3 × b = total
  void products(size_t first) {
    std::vector<Priced> all;
    std::vector<size_t> totals;
    for (size_t i = first; i < figures_.sentence_end(first); ++i) {
      if (const auto p = priced(i)) all.push_back(*p);
      const Figure& f = at(i);
      if (f.kind == Kind::kMoney && f.per.empty() && exact(i) && !f.change) totals.push_back(i);
    }
    for (const Priced& p : all) one_product(p, totals, all.size() == 1);
    if (all.size() < 2) return;
    Decimal sum;
    std::vector<size_t> used;
    std::string note;
    for (const Priced& p : all) {
      const auto next = Decimal::add(sum, p.product);
      if (!next) return;
      sum = *next;
      used.insert(used.end(), {p.count, p.price});
      note += (note.empty() ? "" : " + ") + factors(p);
    }
    for (const size_t total : totals) {
      if (sum != *at(total).value) continue;
      used.push_back(total);
      add("product", true, used, sum, sum, note + " = " + in_words(sum));
      return;
    }
  }

  std::string factors(const Priced& p) const {
    return in_words(*at(p.count).value) + " × " + in_words(*at(p.price).value);
  }

  void one_product(const Priced& p, const std::vector<size_t>& totals, bool alone) {
    const auto money = [](const Figure& f) { return f.kind == Kind::kMoney && f.per.empty(); };
    const auto counts = [](const Figure& f) { return f.kind == Kind::kCount; };
    for (const size_t total : totals) {
      const Figure& t = at(total);
      if (t.unit != at(p.price).unit) continue;
      const bool holds = p.product == *t.value;
      // That they are meant to agree is certain only of the one total of the statement.
      const bool plain =
          alone && total > p.price && total > p.count && t.group && t.group == at(p.count).group &&
          t.group == at(p.price).group && figures_.total_word_before(total) &&
          figures_.only_of_group(total, money) && figures_.only_of_group(p.count, counts);
      if (!holds && !plain) continue;
      add("product", holds, {p.count, p.price, total}, p.product, *t.value,
          factors(p) + (holds ? " = " : " ≠ ") + in_words(*t.value));
      return;
    }
  }

  // 8 chỉ tiêu, gồm 4 chỉ tiêu hằng năm và 4 chỉ tiêu nhiệm kỳ; reported when it comes out
  void sum_of_parts(size_t total) {
    const Figure& t = at(total);
    if (!exact(total) || t.change || !t.per.empty() || !figures_.additive(total)) return;
    const size_t end = figures_.sentence_end(total);
    if (total + 1 >= end || !figures_.parts_word_between(total, total + 1)) return;
    Decimal sum;
    std::vector<size_t> used{total};
    std::string note;
    for (size_t part = total + 1; part < end && used.size() <= 12; ++part) {
      const Figure& f = at(part);
      if (f.kind != t.kind || f.unit != t.unit) {
        if (f.kind == Kind::kPercent) continue;
        break;
      }
      if (!exact(part) || f.change || !f.per.empty()) break;
      const auto next = Decimal::add(sum, *f.value);
      if (!next) break;
      sum = *next;
      used.push_back(part);
      note += (note.empty() ? "" : " + ") + in_words(*f.value);
      if (used.size() > 2 && sum == *t.value) {
        add("sum", true, used, sum, *t.value, note + " = " + in_words(*t.value));
        return;
      }
    }
  }

  // "... với tổng số tiền A; ... với tổng số tiền B. Tổng số tiền ... là C."
  void sum_before(size_t total) {
    const Figure& t = at(total);
    if (t.kind != Kind::kMoney || !exact(total) || !t.per.empty() || total == 0) return;
    if (!figures_.first_of_sentence(total) || !figures_.sentence_begins_with_total(total)) return;
    if (!figures_.same_block(total - 1, total)) return;
    std::vector<size_t> used;
    Decimal sum;
    std::string note;
    for (size_t part = figures_.sentence_begin(total - 1); part < figures_.sentence_end(total - 1);
         ++part) {
      const Figure& f = at(part);
      if (f.kind != Kind::kMoney || !f.per.empty()) continue;
      if (!exact(part) || f.unit != t.unit || !figures_.total_word_before(part)) return;
      const auto next = Decimal::add(sum, *f.value);
      if (!next) return;
      sum = *next;
      used.push_back(part);
      note += (note.empty() ? "" : " + ") + in_words(*f.value);
    }
    if (used.size() < 2) return;
    used.push_back(total);
    const bool holds = sum == *t.value;
    add("sum", holds, used, sum, *t.value, note + (holds ? " = " : " ≠ ") + in_words(*t.value));
  }

  // từ 214 lên 240 hộ, tăng 26 hộ
  void difference(size_t change) {
    const Figure& d = at(change);
    if (!d.change || !exact(change)) return;
    for (size_t first = figures_.sentence_begin(change); first + 1 < figures_.sentence_end(change);
         ++first) {
      const size_t second = first + 1;
      if (first == change || second == change) continue;
      const Figure& from = at(first);
      const Figure& to = at(second);
      if (from.kind != d.kind || to.kind != d.kind || from.unit != d.unit || to.unit != d.unit)
        continue;
      if (from.change || to.change || !exact(first) || !exact(second)) continue;
      if (!figures_.moves_between(first, second) || from.group != d.group || to.group != d.group)
        continue;
      const auto moved = Decimal::subtract(*to.value, *from.value);
      if (!moved) continue;
      const bool up = d.change->direction == Direction::kIncrease;
      const bool holds = absolute(*moved) == *d.value && (moved->mantissa() >= 0) == up;
      if (!holds && (from.per != d.per || to.per != d.per || second + 1 != change)) continue;
      add("difference", holds, {first, second, change}, absolute(*moved), *d.value,
          in_words(*to.value) + " - " + in_words(*from.value) + (holds ? " = " : " ≠ ") +
              (up ? "" : "-") + in_words(*d.value));
      return;
    }
  }

  // 84/90 học sinh đoạt giải (đạt tỷ lệ 93%); 57 ca trong tổng số 380 ca, chiếm 15%
  void share(size_t percent) {
    const Figure& p = at(percent);
    if (p.kind != Kind::kPercent || !p.value || p.change || percent == 0 || !p.per.empty()) return;
    if (figures_.first_of_sentence(percent)) return;
    const Figure& k = at(percent - 1);
    if (k.kind == Kind::kRatio) {
      if (!k.value || !k.of || !figures_.share_word_between(percent - 1, percent) ||
          figures_.has_whole(percent))
        return;
      // "27/90 trường đạt tỷ lệ 100%" is a share of something else.
      const bool said = figures_.pauses_between(percent - 1, percent) || *k.of < *k.value;
      compare_share("ratio", {percent - 1, percent}, *k.value, *k.of, percent, said);
      return;
    }
    // the whole last: "57 ca, chiếm 15% trong tổng số 380 ca"
    const bool parts = k.kind == Kind::kCount && exact(percent - 1) && !k.change;
    if (parts && percent + 1 < figures_.sentence_end(percent) && exact(percent + 1) &&
        at(percent + 1).kind == Kind::kCount && figures_.share_word_between(percent - 1, percent) &&
        figures_.whole_word_between(percent, percent + 1)) {
      compare_share("percent_of", {percent - 1, percent, percent + 1}, *k.value,
                    *at(percent + 1).value, percent);
      return;
    }
    // the share last: "57 ca trong tổng số 380 ca, chiếm 15%"
    if (parts && percent >= 2 && percent - 2 >= figures_.sentence_begin(percent) &&
        exact(percent - 2) && at(percent - 2).kind == Kind::kCount && !at(percent - 2).change &&
        figures_.whole_word_between(percent - 2, percent - 1) &&
        figures_.share_word_between(percent - 1, percent) && !figures_.has_whole(percent)) {
      compare_share("percent_of", {percent - 2, percent - 1, percent}, *at(percent - 2).value,
                    *k.value, percent);
    }
  }

  void compare_share(std::string_view kind, Numbers used, Decimal part, Decimal whole,
                     size_t percent, bool said = true) {
    const Decimal stated = *at(percent).value;
    if (whole.mantissa() <= 0) return;
    // Rounded or cut to the digits that are given: one unit of the last place.
    const auto hundredfold = Decimal::multiply(part, Decimal(100));
    const auto product = Decimal::multiply(stated, whole);
    const auto unit = Decimal::make(1, std::min(0, stated.exponent()));
    if (!hundredfold || !product || !unit) return;
    const auto error = Decimal::subtract(*hundredfold, *product);
    const auto allowed = Decimal::multiply(*unit, whole);
    if (!error || !allowed) return;
    const bool exactly = at(percent).modifier == Modifier::kExact;
    const bool holds = absolute(*error) < *allowed;
    if (!holds && !(exactly && said)) return;  // "trên 97%" is no claim of equality
    add(kind, holds, used, rounded_share(part, whole, stated.exponent()), stated,
        in_words(part) + " / " + in_words(whole) + (holds ? " = " : " ≠ ") + in_words(stated) +
            "%");
  }

  // 100 * part / whole, cut to `exponent` places (two at least when it is a whole number).
  static Decimal rounded_share(Decimal part, Decimal whole, int exponent) {
    const int places = std::max(2, -exponent);
    __int128 numerator = static_cast<__int128>(part.mantissa()) * 100;
    __int128 denominator = whole.mantissa();
    int power = part.exponent() - whole.exponent() + places;
    for (; power > 0; --power) numerator *= 10;
    for (; power < 0; ++power) denominator *= 10;
    const auto value = (numerator + denominator / 2) / denominator;
    return Decimal::make(static_cast<int64_t>(value), -places).value_or(Decimal());
  }

  // gồm 3 tỉnh: A, B, C
  void list_length(size_t count) {
    const Figure& c = at(count);
    if (c.kind != Kind::kCount || !exact(count) || !c.value->is_integer()) return;
    const auto names = figures_.names_listed_behind(count);
    if (!names) return;
    const Decimal found(static_cast<int64_t>(*names));
    const bool holds = found == *c.value;
    add("list_length", holds, {count}, *c.value, found,
        in_words(*c.value) + (holds ? " = " : " ≠ ") + in_words(found) + " tên");
  }

  // The same quantity stated twice.
  void repeats() {
    std::vector<std::pair<size_t, size_t>> hashed;  // and the figure's index
    for (size_t i = 0; i < figures_.size(); ++i) {
      if (const auto hash = figures_.repeat_hash(i)) hashed.emplace_back(*hash, i);
    }
    std::ranges::sort(hashed);
    std::map<std::string, std::vector<size_t>> by_statement;
    for (size_t at = 0; at < hashed.size(); ++at) {
      const auto [hash, i] = hashed[at];
      const bool again = (at > 0 && hashed[at - 1].first == hash) ||
                         (at + 1 < hashed.size() && hashed[at + 1].first == hash);
      if (!again) continue;
      auto& used = by_statement[figures_.repeat_key(i)];
      // "1 đảng viên ...; 1 đảng viên ...": two things, not one told twice
      if (used.empty() || figures_.sentence_begin(used.back()) != figures_.sentence_begin(i))
        used.push_back(i);
    }
    std::vector<std::vector<size_t>> sets;
    for (auto& [key, used] : by_statement) {
      if (used.size() > 1) sets.push_back(std::move(used));
    }
    std::ranges::sort(sets);
    for (auto& used : sets) {
      const Decimal value = *at(used.front()).value;
      const std::string note = in_words(value) + " × " + std::to_string(used.size()) + " lần nêu";
      add("repeat", true, used, value, value, note);
    }
  }

  CheckFigures figures_;
  ArticleRecord& record_;
};

}  // namespace

void add_checks(const Analysis& analysis, ArticleRecord& record) {
  Checker(analysis, record).run();
}

}  // namespace solieu
