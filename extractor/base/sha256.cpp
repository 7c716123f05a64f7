#include "base/sha256.h"

namespace solieu {

Sha256State::Sha256State() { sha256_init(&context_); }

void Sha256State::add(std::string_view bytes) {
  sha256_update(&context_, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
}

Sha256 Sha256State::finish() {
  Sha256 digest;
  sha256_digest(&context_, digest.size(), digest.data());
  return digest;
}

Sha256 sha256(std::string_view bytes) {
  Sha256State state;
  state.add(bytes);
  return state.finish();
}

std::string to_hex(const Sha256& digest) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(digest.size() * 2);
  for (const uint8_t byte : digest) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

}  // namespace solieu
