#include "store/similar.h"

#include <algorithm>
#include <limits>

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
constexpr std::array<bool, 256> kMarks = [] {
  std::array<bool, 256> out{};
  for (const char c : std::string_view(".,;:!?()[]\"'-/")) out[static_cast<uint8_t>(c)] = true;
  return out;
}();
bool is_mark(char c) { return kMarks[static_cast<uint8_t>(c)]; }

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

Runs runs_of(std::string_view text) {
  Runs out;
  for_each_run(text, [&out](uint64_t run) { out.push_back(static_cast<uint32_t>(run >> 32)); });
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

double similarity(const Runs& a, const Runs& b) {
  size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    const uint32_t left = *i;
    const uint32_t right = *j;
    // No branches: which of them is less is as good as random.
    common += left == right ? 1 : 0;
    i += left <= right ? 1 : 0;
    j += right <= left ? 1 : 0;
  }
  const size_t all = a.size() + b.size() - common;
  return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

}  // namespace solieu
