// Any bytes whatever become clean text that keeps its invariants.
#include <cstdint>
#include <cstdlib>

#include "unit/text/invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  if (!solieu::testing::broken_invariant(source).empty()) std::abort();
  return 0;
}
