#include "store/similar.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace solieu {
namespace {

constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

// Finalizer of MurmurHash3: every bit of the input moves every bit of the output.
uint64_t mix(uint64_t h) {
  h = (h ^ h >> 33) * 0xff51afd7ed558ccdU;
  h = (h ^ h >> 33) * 0xc4ceb9fe1a85ec53U;
  return h ^ h >> 33;
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_mark(char c) {
  return std::string_view(".,;:!?()[]\"'-/").find(c) != std::string_view::npos;
}

// Calls `found` with the hash of each run of three words.
template <class Found>
void for_each_run(std::string_view text, Found found) {
  uint64_t before = 0;
  uint64_t last = 0;
  size_t words = 0;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    size_t from = at;
    size_t to = end;
    while (from < to && is_mark(text[from])) ++from;
    while (to > from && is_mark(text[to - 1])) --to;
    at = end + 1;
    if (from == to) continue;
    uint64_t word = 0xcbf29ce484222325U;  // FNV-1a
    for (size_t i = from; i < to; ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      word = (word ^ (byte >= 'A' && byte <= 'Z' ? byte + 32U : byte)) * 0x100000001b3U;
    }
    if (++words >= 3) found(mix(before * 3 + mix(last) * 5 + mix(word * 7)));
    before = last;
    last = word;
  }
}

}  // namespace

Signature signature(std::string_view text) {
  Signature out;
  out.fill(kNone);
  // One hash for a run: its first bits choose the element, the others compete there.
  for_each_run(text, [&out](uint64_t run) {
    uint32_t& least = out[run >> 60];
    least = std::min(least, static_cast<uint32_t>(run));
  });
  return out;
}

std::string to_bytes(const Signature& signature) {
  std::string out;
  for (const uint32_t element : signature) {
    for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(element >> shift);
  }
  return out;
}

Signature signature_from(std::string_view bytes) {
  Signature out{};
  if (bytes.size() != out.size() * 4) return out;
  for (size_t i = 0; i < bytes.size(); ++i) {
    out[i / 4] |= uint32_t{static_cast<unsigned char>(bytes[i])} << (i % 4 * 8);
  }
  return out;
}

double similarity(std::string_view a, std::string_view b) {
  const auto runs = [](std::string_view text) {
    std::vector<uint64_t> out;
    for_each_run(text, [&out](uint64_t run) { out.push_back(run); });
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  };
  const auto of_a = runs(a);
  const auto of_b = runs(b);
  size_t common = 0;
  for (auto i = of_a.begin(), j = of_b.begin(); i != of_a.end() && j != of_b.end();) {
    if (*i == *j) ++common;
    if (*i < *j) {
      ++i;
    } else if (*j < *i) {
      ++j;
    } else {
      ++i, ++j;
    }
  }
  const size_t all = of_a.size() + of_b.size() - common;
  return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

}  // namespace solieu
