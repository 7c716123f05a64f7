// What the numeral parser asks of a lexicon entry (rules/lexicon/numbers.tsv, and the concepts of
// the other lexicons that can follow a number).
#pragma once

#include <optional>
#include <vector>

#include "grammar/concepts.h"
#include "grammar/lexicon.h"

namespace solieu {

struct NumberWord {
  enum Role : uint32_t {
    kDigit = 1,           // một ... chín
    kAmbiguous = 2,       // also another word
    kDigitAfterTens = 4,  // mốt, tư, lăm
    kTen = 8,             // mười
    kTens = 16,           // mươi
    kScale = 32,          // chục, trăm, nghìn, triệu, tỷ
    kHundred = 64,
    kZeroLink = 128,    // lẻ, linh
    kHalfAfter = 256,   // rưỡi
    kHalfBefore = 512,  // nửa
    kVagueHead = 1024,  // hàng (trăm)
    kFew = 2048,        // vài
    kWholeHead = 4096,  // cả (trăm)
    kZero = 8192,
    kUnit = 1 << 14,       // can be counted or measured by a number before it
    kMeasure = 1 << 15,    // measured: a comma before three digits is a decimal sign
    kRangeTo = 1 << 16,    // đến, tới
    kRangeOr = 1 << 17,    // hoặc, hay
    kRangeFill = 1 << 18,  // "từ 6 đến dưới 12"
    kAge = 1 << 20,        // tuổi
    kRangeFrom = 1 << 21,  // từ
    kForeignCurrency = 1 << 22,
    kMonth = 1 << 23,  // tháng, cuối tháng
    kOver = 1 << 19,   // hơn, trên: "hơn chục" has bounds of its own
  };
  uint32_t roles = 0;
  Decimal value;  // of a few: the low bound
  Decimal high;

  bool is(Role role) const { return (roles & role) != 0; }
  friend auto operator<=>(const NumberWord&, const NumberWord&) = default;
};

// By entry index; entries that are no number words have no roles.
std::vector<NumberWord> number_words(const Lexicon& lexicon, const ConceptTable& concepts);

}  // namespace solieu
