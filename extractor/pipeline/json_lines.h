// Lines of JSON that a run leaves beside its output, read again.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "record/json_object.h"

namespace solieu {

// Empty or 0 where the key is missing or has another type.
inline std::string string_of(const simdjson::dom::element& object, std::string_view key) {
  std::string_view value;
  return object[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}
inline uint64_t number_of(const simdjson::dom::element& object, std::string_view key) {
  uint64_t value = 0;
  return object[key].get(value) == simdjson::SUCCESS ? value : 0;
}

}  // namespace solieu
