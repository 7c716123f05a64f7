// A letter that an encoding puts below 0x20.
#pragma once

#include <cstdint>

namespace solieu {

struct LowByte {
  uint8_t byte;
  char32_t letter;
};

}  // namespace solieu
