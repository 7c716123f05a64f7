// What unpacking may cost.
#pragma once

#include <optional>
#include <string>

#include "solieu/status.h"
#include "source/source.h"

namespace solieu {

// Counts the bytes that come out of one file, whatever is packed in it how often.
struct Budget {
  const Limits* limits = nullptr;
  uint64_t unpacked = 0;

  bool exhausted() const { return unpacked > limits->total; }
};

// The bytes that one stream unpacks. Not owned: the budget.
class Expansion {
 public:
  explicit Expansion(Budget* budget) : budget_(budget) {}

  // Counts `out` more bytes unpacked, `in` packed bytes read so far; an error when that is too
  // much.
  std::optional<Error> add(uint64_t out, uint64_t in, const std::string& place);

 private:
  Budget* budget_;
  uint64_t out_ = 0;
};

// "64 MiB" and the like.
std::string readable_size(uint64_t bytes);

// An error that a limit was passed: "is larger than 64 MiB; raise --max-document".
Error limit_error(std::string place, std::string message, std::string_view option);

}  // namespace solieu
