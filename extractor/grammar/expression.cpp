#include "grammar/expression.h"

#include <charconv>
#include <string>

namespace solieu {
namespace {

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

// Takes the part up to `separator` off the front of `text`.
std::string_view take_part(std::string_view& text, char separator) {
  const size_t at = text.find(separator);
  const auto part = trimmed(text.substr(0, at));
  text = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
  return part;
}

}  // namespace

Result<Expression> parse_expression(std::string_view text, const ConceptTable& concepts) {
  const auto bad = [&](const std::string& what) {
    return Error{Error::Code::kRules, "", "in the expression '" + std::string(text) + "': " + what,
                 "see \"Values\" in rules/README.md"};
  };
  Expression out;
  for (std::string_view rest = text; !rest.empty();) {
    std::string_view product = take_part(rest, '+');
    auto& factors = out.products.emplace_back();
    while (!product.empty()) {
      std::string_view name = take_part(product, '*');
      Expression::Factor factor;
      if (const auto constant = Decimal::parse(name)) {
        factor.constant = *constant;
      } else {
        if (name.ends_with(".scale")) {
          factor.scale = true;
          name.remove_suffix(6);
        }
        if (const size_t dot = name.find('.'); dot != std::string_view::npos) {
          const auto digits = name.substr(dot + 1);
          name = name.substr(0, dot);
          const auto [end, error] =
              std::from_chars(digits.data(), digits.data() + digits.size(), factor.occurrence);
          if (digits == "last") {
            factor.occurrence = 0;
          } else if (error != std::errc() || end != digits.data() + digits.size()) {
            return bad("'" + std::string(digits) + "' is no number");
          }
        }
        const int id = concepts.find(name);
        if (id < 0) return bad("unknown concept '" + std::string(name) + "'");
        factor.capture = static_cast<int16_t>(id);
      }
      factors.push_back(factor);
    }
    if (factors.empty()) return bad("a term is empty");
  }
  if (out.empty()) return bad("it is empty");
  return out;
}

}  // namespace solieu
