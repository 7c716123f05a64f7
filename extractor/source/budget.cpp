#include "source/budget.h"

#include <array>

namespace solieu {
namespace {

// Whatever is small may be as dense as it likes.
constexpr uint64_t kHarmless = 16 << 20;

}  // namespace

std::optional<Error> Expansion::add(uint64_t out, uint64_t in, const std::string& place) {
  out_ += out;
  budget_->unpacked += out;
  const Limits& limits = *budget_->limits;
  if (budget_->exhausted()) {
    return limit_error(place, "more than " + readable_size(limits.total) + " come out of it",
                       "--max-total");
  }
  if (out_ > kHarmless && out_ / limits.ratio > in) {
    return limit_error(
        place, "grows to more than " + std::to_string(limits.ratio) + " times its packed size",
        "--max-ratio");
  }
  return std::nullopt;
}

std::string readable_size(uint64_t bytes) {
  constexpr std::array kUnits = {" bytes", " KiB", " MiB", " GiB", " TiB"};
  size_t unit = 0;
  while (unit + 1 < kUnits.size() && bytes >= 1024 && bytes % 1024 == 0) {
    bytes /= 1024;
    ++unit;
  }
  return std::to_string(bytes) + kUnits[unit];
}

Error limit_error(std::string place, std::string message, std::string_view option) {
  return {Error::Code::kInput, std::move(place), std::move(message),
          "if that is right, raise " + std::string(option)};
}

}  // namespace solieu
