#include "mention/numeral.h"

#include <algorithm>

namespace solieu {
namespace {

const Decimal kOne(1);
const Decimal kNine(9);
const Decimal kThousand(1000);
const Decimal kMillion(1'000'000);
const Decimal kBillion(1'000'000'000);

// The value of a number word below a hundred.
int64_t small_integer(Decimal value) {
  int64_t out = value.mantissa();
  for (int i = 0; i < value.exponent(); ++i) out *= 10;
  return out;
}

BuiltinSet scale_builtins(Decimal scale) {
  return (scale >= kThousand ? bit(builtin::kScaled) : 0) |
         (scale >= kMillion ? bit(builtin::kMillions) : 0) |
         (scale >= kBillion ? bit(builtin::kBillions) : 0);
}

// One number, without ranges.
struct Single {
  uint32_t end = 0;  // token after it
  Decimal value;
  Decimal unscaled;  // the number before its scale words
  Decimal scale = kOne;
  BuiltinSet builtins = 0;
  bool bounded = false;
  Decimal low, high;
};

class Parser {
 public:
  explicit Parser(const NumeralInput& input) : in_(input) {}

  std::optional<Numeral> parse(uint32_t at) {
    auto first = single(at);
    if (!first) return std::nullopt;
    if (auto range = range_from(at, *first)) return range;
    Numeral out;
    out.tokens = {at, first->end};
    out.builtins = first->builtins;
    out.bounded = first->bounded;
    out.value = first->value;
    out.low = first->low;
    out.high = first->high;
    out.scale = first->scale;
    return out;
  }

 private:
  const Token& token(uint32_t at) const { return in_.tokens[at]; }
  bool inside(uint32_t at) const { return at < in_.tokens.size(); }
  bool is_digits(uint32_t at) const { return inside(at) && token(at).kind == TokenKind::kDigits; }
  std::string_view text(uint32_t at) const { return token(at).span.of(in_.text); }
  bool is_mark(uint32_t at, std::string_view marks) const {
    return inside(at) && token(at).kind == TokenKind::kMark && token(at).span.size() == 1 &&
           marks.find(text(at).front()) != std::string_view::npos;
  }
  bool is_dash(uint32_t at) const {
    return inside(at) && token(at).kind == TokenKind::kMark &&
           (text(at) == "-" || text(at) == "–" || text(at) == "—" || text(at) == "~");
  }

  // Whether the longest entry that begins at `at` has that role.
  bool has_role(uint32_t at, NumberWord::Role role) const {
    return inside(at) && in_.matches[at].entry >= 0 &&
           in_.rules.number_word(in_.matches[at].entry).is(role);
  }

  // The number word that stands alone at `at`; none when a longer word begins there ("tỷ lệ").
  const NumberWord* word(uint32_t at) const {
    if (!inside(at) || in_.matches[at].entry < 0 || in_.matches[at].tokens != 1) return nullptr;
    const NumberWord& w = in_.rules.number_word(in_.matches[at].entry);
    return &w;
  }
  // A few is an entry of one or more tokens: "vài", "vài ba".
  const NumberWord* few(uint32_t at) const {
    if (!inside(at) || in_.matches[at].entry < 0) return nullptr;
    const NumberWord& w = in_.rules.number_word(in_.matches[at].entry);
    return w.is(NumberWord::kFew) ? &w : nullptr;
  }
  const NumberWord* word(uint32_t at, NumberWord::Role role) const {
    const NumberWord* w = word(at);
    return w != nullptr && w->is(role) ? w : nullptr;
  }

  // Whether what stands at `at` can be measured or counted by a number before it.
  bool follows_unit(uint32_t at) const {
    if (!inside(at)) return false;
    if (is_mark(at, "%")) return true;
    return has_role(at, NumberWord::kUnit);
  }
  bool follows_word(uint32_t at) const { return inside(at) && token(at).kind == TokenKind::kWord; }

  // The end of the sentence, or a mark that joins no number.
  bool ends_phrase(uint32_t at) const {
    return !inside(at) || is_mark(at, ";)") ||
           (is_mark(at, ",.") && (!inside(at + 1) || !is_digits(at + 1)));
  }

  std::optional<Single> single(uint32_t at) {
    if (is_digits(at)) return from_digits(at);
    if (const NumberWord* f = few(at)) return vague_few(at, *f);
    const NumberWord* w = word(at);
    if (w == nullptr || part_of_name(at)) return std::nullopt;
    if (w->is(NumberWord::kVagueHead) || w->is(NumberWord::kWholeHead)) {
      return word(at + 1, NumberWord::kScale) != nullptr ? vague_scale(at + 1) : std::nullopt;
    }
    if (w->is(NumberWord::kHalfBefore)) return half_scale(at);
    if (w->is(NumberWord::kOver)) return over_scale(at);
    return from_words(at);
  }

  // "ông Tám", "Ngã Bảy", "Ba Bể": a capital inside a sentence, or before another, makes a name.
  bool part_of_name(uint32_t at) const {
    const Token& t = token(at);
    if (!t.capital || t.all_capitals) return false;
    if (inside(at + 1) && token(at + 1).capital && token(at + 1).kind == TokenKind::kWord)
      return true;
    return at > 0 && token(at - 1).kind == TokenKind::kWord;
  }

  // Digits, space-separated groups of three, then scale words and further digits with smaller ones.
  std::optional<Single> from_digits(uint32_t at) {
    DigitReading reading = read_digits(text(at));
    Single out;
    out.end = at + 1;
    out.builtins = reading.builtins;
    if ((out.builtins & bit(builtin::kMalformed)) != 0) return out;
    if (reading.plain && text(at).size() <= 3 && text(at).front() != '0') {
      join_space_groups(at, out, reading);
    }
    if (reading.as_thousands) settle_comma(out, reading);
    if (reading.plain && out.end == at + 1) join_broken(at, out, reading);
    out.value = out.unscaled = reading.value;
    scale_up(out, true);
    return out;
  }

  // "1 500 000 đồng": groups of exactly three digits behind single spaces, and something to count.
  void join_space_groups(uint32_t at, Single& out, DigitReading& reading) {
    uint32_t end = at + 1;
    Decimal value = reading.value;
    while (is_digits(end) && token(end).space_before && text(end).size() == 3 &&
           text(end).find_first_of(".,") == std::string_view::npos) {
      const auto scaled = Decimal::multiply(value, kThousand);
      const auto sum = scaled ? Decimal::add(*scaled, read_digits(text(end)).value) : std::nullopt;
      if (!sum) return;
      value = *sum;
      ++end;
    }
    if (end == at + 1 || !follows_unit(end)) return;
    out.end = end;
    reading.value = value;
    out.builtins = bit(builtin::kNumber) | bit(builtin::kDigits) | bit(builtin::kInteger) |
                   bit(builtin::kGrouped);
  }

  // "2 .500 cây", "96 , 4%": a blank before the separator.
  void join_broken(uint32_t at, Single& out, DigitReading& reading) const {
    if (!is_mark(at + 1, ".,") || !token(at + 1).space_before || !is_digits(at + 2)) return;
    const auto tail = text(at + 2);
    if (tail.find_first_of(".,") != std::string_view::npos) return;
    const bool point = is_mark(at + 1, ".");
    const bool thousands =
        point && !token(at + 2).space_before && tail.size() == 3 && follows_unit(at + 3);
    const bool fraction = !point && tail.size() <= 2 && is_mark(at + 3, "%");
    if (!thousands && !fraction) return;
    DigitReading joined =
        read_digits(std::string(text(at)) + (point ? "." : ",") + std::string(tail));
    if ((joined.builtins & bit(builtin::kMalformed)) != 0) return;
    reading = joined;
    reading.as_thousands.reset();
    out.builtins = joined.builtins;
    out.end = at + 3;
  }

  // "8,486 lượt" is thousands, "1,234 kg" and "2,345 triệu" are decimals.
  void settle_comma(Single& out, DigitReading& reading) const {
    const bool scale = word(out.end, NumberWord::kScale) != nullptr;
    const bool measured = is_mark(out.end, "%") || has_role(out.end, NumberWord::kMeasure);
    const bool zeros = text(out.end - 1).ends_with(",000");
    // Prices on world markets go to three decimals: "112,003 USD/thùng".
    if (has_role(out.end, NumberWord::kForeignCurrency) && is_mark(out.end + 1, "/")) return;
    if (zeros || (!scale && !measured && follows_word(out.end))) {
      reading.value = *reading.as_thousands;
      out.builtins = (out.builtins & ~bit(builtin::kDecimal)) | bit(builtin::kInteger) |
                     bit(builtin::kGrouped);
    }
  }

  // Scale words behind a number: "16,5 tỷ", "3 nghìn tỷ", "394 tỷ 581 triệu", "2 tỷ rưỡi".
  void scale_up(Single& out, bool digits) {
    Decimal total = out.value;
    Decimal last(0);  // the scale of the last closed part
    bool scaled = false;
    uint32_t at = out.end;
    while (const NumberWord* w = word(at, NumberWord::kScale)) {
      const auto product = Decimal::multiply(total, w->value);
      if (!product) return;
      total = *product;
      last = scaled ? *Decimal::multiply(last, w->value) : w->value;
      scaled = true;
      ++at;
    }
    if (!scaled) return;
    out.scale = last;
    out.end = at;
    // Further parts, each with a smaller scale.
    while (true) {
      Decimal part;
      uint32_t next = at;
      if (is_digits(at)) {
        const DigitReading reading = read_digits(text(at));
        if ((reading.builtins & bit(builtin::kMalformed)) != 0) break;
        part = reading.value;
        next = at + 1;
      } else if (const auto words = digits ? std::nullopt : hundreds(at)) {
        part = words->value;
        next = words->end;
      } else {
        break;
      }
      Decimal scale(1);
      bool has_scale = false;
      while (const NumberWord* w = word(next, NumberWord::kScale)) {
        scale = *Decimal::multiply(scale, w->value);
        has_scale = true;
        ++next;
      }
      // "hai triệu ba trăm" and "5 nghìn 400 con" end without a scale word; "2 tỷ 500 hộ" is two
      // numbers.
      const bool of_a_thousand =
          last == kThousand && next == at + 1 && text(at).size() == 3 && follows_unit(next);
      // "một tỷ hai", "2 tỷ 3" and "1tr2" are tenths.
      const bool one_digit = !has_scale && last >= kMillion && part <= kNine && next == at + 1;
      const bool tenth = digits ? one_digit && text(at).size() == 1 &&
                                      (!token(at).space_before || ends_phrase(next))
                                : one_digit && !follows_unit(next);
      if ((!has_scale && digits && !of_a_thousand && !tenth) || scale >= last) break;
      if (tenth) {
        scale = *Decimal::multiply(last, *Decimal::make(1, -1));
      }
      const auto product = Decimal::multiply(part, scale);
      const auto sum = product ? Decimal::add(total, *product) : std::nullopt;
      if (!sum) break;
      total = *sum;
      last = scale;
      at = out.end = next;
      if (!has_scale) break;
    }
    if (word(at, NumberWord::kHalfAfter) != nullptr) {
      const auto half = Decimal::multiply(last, *Decimal::make(5, -1));
      if (const auto sum = half ? Decimal::add(total, *half) : std::nullopt) {
        total = *sum;
        out.end = at + 1;
      }
    }
    out.value = total;
    out.builtins = bit(builtin::kNumber) | scale_builtins(out.scale) |
                   (out.builtins & (bit(builtin::kDigits) | bit(builtin::kWorded))) |
                   (total.is_integer() ? bit(builtin::kInteger) : bit(builtin::kDecimal));
  }

  // A number below a thousand in words: "hai mươi ba", "một trăm lẻ ba", "mười lăm".
  std::optional<Single> hundreds(uint32_t at) {
    Single out;
    int64_t value = 0;
    const auto digit_value = [](const NumberWord* w) { return small_integer(w->value); };
    bool any = false;
    if (const NumberWord* d = word(at, NumberWord::kDigit);
        d != nullptr && word(at + 1, NumberWord::kHundred) != nullptr) {
      value = digit_value(d) * 100;
      at += 2;
      any = true;
      if (word(at, NumberWord::kZeroLink) != nullptr) {
        const NumberWord* unit = word(at + 1, NumberWord::kDigit);
        if (unit == nullptr) unit = word(at + 1, NumberWord::kDigitAfterTens);
        if (unit != nullptr) {
          out.value = Decimal(value + digit_value(unit));
          out.end = at + 2;
          return out;
        }
      }
    }
    if (const NumberWord* ten = word(at, NumberWord::kTen)) {
      value += digit_value(ten);
      ++at;
      any = true;
      at = add_unit(at, value, ten->value == Decimal(10));
    } else if (const NumberWord* d = word(at, NumberWord::kDigit)) {
      if (word(at + 1, NumberWord::kTens) != nullptr) {
        value += digit_value(d) * 10;
        at = add_unit(at + 2, value, false);
        any = true;
      } else if (!any) {
        value += digit_value(d);
        ++at;
        any = true;
      } else if (!d->is(NumberWord::kAmbiguous) && const_hundred_tail(at)) {
        value += digit_value(d) * 10;  // "một trăm hai" is a hundred and twenty
        ++at;
      }
    }
    if (!any) return std::nullopt;
    out.value = Decimal(value);
    out.end = at;
    return out;
  }
  // "một trăm hai (mươi)" said short: only at the end of the numeral.
  bool const_hundred_tail(uint32_t at) const { return !follows_word(at + 1); }
  // The unit after mười or mươi. After mười, "năm" is a year: fifteen is "mười lăm".
  uint32_t add_unit(uint32_t at, int64_t& value, bool after_ten) {
    const NumberWord* unit = word(at, NumberWord::kDigitAfterTens);
    if (unit == nullptr) {
      unit = word(at, NumberWord::kDigit);
      if (unit != nullptr && unit->is(NumberWord::kAmbiguous)) unit = nullptr;
      // "mười hai" but not "mười | một ..." with its own scale
      if (unit != nullptr && word(at + 1, NumberWord::kTens) != nullptr) unit = nullptr;
      if (unit != nullptr && !after_ten && word(at + 1, NumberWord::kHundred) != nullptr)
        unit = nullptr;
    }
    if (unit == nullptr) return at;
    value += small_integer(unit->value);
    return at + 1;
  }

  std::optional<Single> from_words(uint32_t at) {
    auto out = hundreds(at);
    if (!out) {
      // "triệu rưỡi": the one is left out.
      if (word(at, NumberWord::kScale) == nullptr ||
          word(at + 1, NumberWord::kHalfAfter) == nullptr) {
        return std::nullopt;
      }
      Single half;
      half.end = at;
      half.value = Decimal(1);
      half.builtins = bit(builtin::kWorded);
      scale_up(half, false);
      return half;
    }
    out->unscaled = out->value;
    out->builtins = bit(builtin::kNumber) | bit(builtin::kWorded) | bit(builtin::kInteger);
    if (out->value == kOne) out->builtins |= bit(builtin::kOne);
    if (out->value <= Decimal(20)) out->builtins |= bit(builtin::kSmall);
    const bool lone = out->end == at + 1;
    const NumberWord* first = word(at);
    // "hai trăm": the hundred was taken; any scale word left multiplies.
    scale_up(*out, false);
    if (lone && out->end == at + 1 && first->is(NumberWord::kAmbiguous)) {
      // "năm" by itself is left to the rules, except in "năm, sáu hộ" and "năm sáu hộ".
      return ambiguous_starts_range(at) ? out : std::nullopt;
    }
    return out;
  }
  bool ambiguous_starts_range(uint32_t at) const {
    const bool linked = is_mark(at + 1, ",") || has_role(at + 1, NumberWord::kRangeTo) ||
                        has_role(at + 1, NumberWord::kRangeOr);
    const uint32_t next = linked ? at + 2 : at + 1;
    const NumberWord* a = word(at);
    const NumberWord* b = word(next, NumberWord::kDigit);
    return b != nullptr && b->value == *Decimal::add(a->value, Decimal(1)) &&
           (follows_unit(next + 1) || word(next + 1, NumberWord::kScale) != nullptr);
  }

  // "bốn, năm hộ": behind a comma and before what is counted "năm" is no year.
  std::optional<Single> ambiguous_digit(uint32_t at) const {
    const NumberWord* digit = word(at, NumberWord::kDigit);
    if (digit == nullptr || !digit->is(NumberWord::kAmbiguous) || !follows_unit(at + 1)) {
      return std::nullopt;
    }
    Single out;
    out.end = at + 1;
    out.value = out.unscaled = digit->value;
    out.builtins = bit(builtin::kNumber) | bit(builtin::kWorded) | bit(builtin::kInteger) |
                   bit(builtin::kSmall);
    return out;
  }

  std::optional<Single> half_scale(uint32_t at) {
    if (word(at + 1, NumberWord::kScale) == nullptr) return std::nullopt;
    Single out;
    out.end = at + 1;
    out.value = out.unscaled = *Decimal::make(5, -1);
    out.builtins = bit(builtin::kWorded);
    scale_up(out, false);
    return out;
  }

  // "hơn chục", "trên trăm": between one and two of the scale word.
  std::optional<Single> over_scale(uint32_t at) {
    const NumberWord* scale = word(at + 1, NumberWord::kScale);
    if (scale == nullptr || scale->value > kThousand) return std::nullopt;
    Single out;
    out.low = *Decimal::add(scale->value, Decimal(1));
    out.high = *Decimal::subtract(*Decimal::multiply(scale->value, Decimal(2)), Decimal(1));
    out.end = at + 2;
    return vague_times(out);
  }

  // "hàng chục tỷ": from the first scale word to just below ten times it, times the rest.
  std::optional<Single> vague_scale(uint32_t at) {
    const NumberWord* head = word(at, NumberWord::kScale);
    Single out;
    out.low = head->value;
    out.high = *Decimal::subtract(*Decimal::multiply(head->value, Decimal(10)), Decimal(1));
    out.builtins = scale_builtins(head->value);
    out.end = at + 1;
    return vague_times(out);
  }
  std::optional<Single> vague_few(uint32_t at, const NumberWord& w) {
    Single out;
    out.low = w.value;
    out.high = w.high;
    out.end = at + in_.matches[at].tokens;
    return vague_times(out);
  }
  std::optional<Single> vague_times(Single out) {
    while (const NumberWord* w = word(out.end, NumberWord::kScale)) {
      const auto low = Decimal::multiply(out.low, w->value);
      const auto high = Decimal::multiply(out.high, w->value);
      if (!low || !high) break;
      out.low = *low;
      out.high = *high;
      out.builtins |= scale_builtins(w->value);
      ++out.end;
    }
    out.bounded = true;
    out.builtins |= bit(builtin::kNumber) | bit(builtin::kVague) | bit(builtin::kWorded);
    return out;
  }

  // "5-7", "50 đến 100 triệu", "2, 3": the second number's scale holds for the first.
  std::optional<Numeral> range_from(uint32_t at, const Single& first) {
    if (first.bounded || (first.builtins & bit(builtin::kMalformed)) != 0) return std::nullopt;
    uint32_t next = first.end;
    enum { kNone, kDash, kTo, kOr, kComma, kJuxtaposed } link = kNone;
    if (is_dash(next)) {
      link = kDash;
    } else if (is_mark(next, ",") && inside(next + 1) && token(next + 1).space_before) {
      link = kComma;
    } else if (has_role(next, NumberWord::kRangeTo)) {
      link = kTo;
    } else if (has_role(next, NumberWord::kRangeOr)) {
      link = kOr;
    }
    if (link == kNone && ((first.builtins & bit(builtin::kWorded)) != 0 ||
                          (at > 0 && has_role(at - 1, NumberWord::kRangeFrom)))) {
      link = kJuxtaposed;
    } else if (link == kNone) {
      return std::nullopt;
    } else {
      ++next;
    }
    if ((link == kTo || link == kDash) && has_role(next, NumberWord::kRangeFill)) ++next;
    auto second = single(next);
    if (!second && link == kComma) second = ambiguous_digit(next);
    if (!second || second->bounded || (second->builtins & bit(builtin::kMalformed)) != 0)
      return std::nullopt;
    const bool digits = (first.builtins & second->builtins & bit(builtin::kDigits)) != 0;
    if (!digits && (first.builtins & second->builtins & bit(builtin::kWorded)) == 0)
      return std::nullopt;

    Decimal low = first.value;
    const Decimal high = second->value;
    const bool first_scaled = first.scale != kOne;
    if (!first_scaled && second->scale != kOne && first.value <= second->unscaled) {
      const auto scaled = Decimal::multiply(first.value, second->scale);
      if (!scaled) return std::nullopt;
      low = *scaled;
    }
    if (low >= high) return std::nullopt;
    const bool years = (first.builtins & bit(builtin::kYear)) != 0 &&
                       (second->builtins & bit(builtin::kYear)) != 0;
    const bool measured = follows_unit(second->end);
    const bool scaled = second->scale != kOne;
    if (years && !measured) return std::nullopt;
    if ((second->builtins & bit(builtin::kYear)) != 0 &&
        (first.builtins & bit(builtin::kMonth)) != 0) {
      return std::nullopt;  // "tháng 1-2017"
    }
    const bool next_to = first.value.is_integer() && first.value <= kNine &&
                         second->unscaled == Decimal::add(first.value, Decimal(1));
    // "40, 45 tuổi": ages are named in steps.
    const bool ages = has_role(second->end, NumberWord::kAge) && !scaled &&
                      (first.builtins & second->builtins & bit(builtin::kTwoDigits)) != 0;
    const bool from = at > 0 && has_role(at - 1, NumberWord::kRangeFrom);
    // "từ tháng 9 - 12 hằng năm": months, unless something is counted.
    if (!measured && !scaled && at > 0 && has_role(at - 1, NumberWord::kMonth) &&
        (second->builtins & bit(builtin::kMonth)) != 0) {
      return std::nullopt;
    }
    const auto chained = [&](uint32_t where) {
      return (is_dash(where) || is_mark(where, "/:.,")) && is_digits(where + 1);
    };
    switch (link) {
      case kDash:
        if (!measured && !scaled && !follows_word(second->end)) return std::nullopt;
        if (chained(second->end) && !follows_unit(second->end)) return std::nullopt;
        if (at > 0 && (is_dash(at - 1) || is_mark(at - 1, "/")) && !token(at).space_before)
          return std::nullopt;
        if ((first.builtins & bit(builtin::kPadded)) !=
                (second->builtins & bit(builtin::kPadded)) &&
            !measured) {
          return std::nullopt;
        }
        break;
      case kComma:
      case kJuxtaposed:
        // Only neighbours: "2, 3 hộ", "hai ba người"; a longer list is a list.
        if ((!measured && !scaled) || first_scaled || (!next_to && !ages)) return std::nullopt;
        if (link == kComma && at > 1 && is_mark(at - 1, ",") && is_digits(at - 2))
          return std::nullopt;
        if (link == kComma && is_mark(second->end, ",") && is_digits(second->end + 1)) {
          return std::nullopt;
        }
        if (link == kJuxtaposed && is_digits(at) && !ages) return std::nullopt;
        if (link == kJuxtaposed && word(next, NumberWord::kAmbiguous) != nullptr) {
          return std::nullopt;
        }
        break;
      default:
        if (!measured && !scaled && !from && !follows_word(second->end)) return std::nullopt;
        // "ngày 1/2 đến 24 giờ": the end of a date.
        if (at > 0 && is_mark(at - 1, "/") && !token(at).space_before) return std::nullopt;
        if (chained(second->end)) return std::nullopt;
    }
    Numeral out;
    out.tokens = {at, second->end};
    out.bounded = true;
    out.low = low;
    out.high = high;
    out.builtins =
        bit(builtin::kNumber) | bit(builtin::kRange) |
        (second->builtins & (bit(builtin::kDigits) | bit(builtin::kWorded) | bit(builtin::kScaled) |
                             bit(builtin::kMillions) | bit(builtin::kBillions)));
    out.scale = second->scale;
    return out;
  }

  const NumeralInput& in_;
};

}  // namespace

std::optional<Numeral> parse_numeral(const NumeralInput& input, uint32_t at) {
  return Parser(input).parse(at);
}

}  // namespace solieu
