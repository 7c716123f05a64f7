// The project's own rules, loaded once for all tests of an executable.
#pragma once

#include <string>

#include "catch.h"
#include "solieu/extractor.h"

namespace solieu {

inline const Extractor& own_extractor() {
  static const Extractor kExtractor = [] {
    auto loaded = Extractor::load({std::string(SOLIEU_SOURCE_DIR) + "/rules", {}});
    if (!loaded) FAIL(loaded.error().to_string());
    return std::move(*loaded);
  }();
  return kExtractor;
}

}  // namespace solieu
