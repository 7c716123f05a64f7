#include "base/sha256.h"

#include <nettle/sha2.h>

namespace solieu {

Sha256 sha256(std::string_view bytes) { return sha256(std::span(&bytes, 1)); }

Sha256 sha256(std::span<const std::string_view> parts) {
  Sha256 digest{};
  sha256_ctx context;
  sha256_init(&context);
  for (const std::string_view bytes : parts) {
    sha256_update(&context, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
  }
  sha256_digest(&context, digest.size(), digest.data());
  return digest;
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
