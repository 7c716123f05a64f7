// How a rule makes its value from what it captured: sums of products of captures and constants.
#pragma once

#include <string_view>
#include <vector>

#include "grammar/concepts.h"
#include "solieu/decimal.h"
#include "solieu/status.h"

namespace solieu {

// "number * scale", "number * 12 + number.2", "0.5". A capture is named by the concept that stands
// first in its braces; ".2" means its second occurrence, ".last" its last; a further ".scale" means
// the product of the numeral's scale words instead of its value.
struct Expression {
  struct Factor {
    int16_t capture = -1;     // -1: the constant
    uint16_t occurrence = 1;  // 0: the last one
    bool scale = false;
    Decimal constant;
  };
  std::vector<std::vector<Factor>> products;

  bool empty() const { return products.empty(); }
};

// Errors have no place: the caller knows file and line.
Result<Expression> parse_expression(std::string_view text, const ConceptTable& concepts);

}  // namespace solieu
