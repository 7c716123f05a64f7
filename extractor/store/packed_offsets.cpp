#include "store/packed_offsets.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace solieu {
namespace {

void append_number(uint64_t number, std::string& out) {
  for (; number > 0x7F; number >>= 7) out += static_cast<char>(number | 0x80);
  out += static_cast<char>(number);
}

// Takes a number off the front of `bytes`.
std::optional<uint64_t> take_number(std::string_view& bytes) {
  uint64_t out = 0;
  for (size_t i = 0; i < bytes.size() && i < 5; ++i) {  // 33 bits at most
    const auto byte = static_cast<unsigned char>(bytes[i]);
    out |= uint64_t{byte & 0x7FU} << (7 * i);
    if (byte > 0x7F) continue;
    bytes.remove_prefix(i + 1);
    return out;
  }
  return std::nullopt;
}

}  // namespace

std::string pack(const OffsetMap& offsets) {
  std::string out;
  for (const OffsetRun& run : offsets.runs()) {
    append_number(uint64_t{run.clean.size()} << 1 | uint64_t{run.verbatim}, out);
    if (!run.verbatim) append_number(run.source.size(), out);
  }
  return out;
}

Result<OffsetMap> unpack_offsets(std::string_view bytes) {
  const Error damaged{Error::Code::kInput, "", "the map to the source's bytes is damaged",
                      "extract the article again"};
  std::vector<OffsetRun> runs;
  uint64_t clean = 0;
  uint64_t source = 0;
  while (!bytes.empty()) {
    const auto length = take_number(bytes);
    if (!length) return damaged;
    const bool verbatim = (*length & 1) != 0;
    const auto taken = verbatim ? std::optional(*length >> 1) : take_number(bytes);
    if (!taken) return damaged;
    const OffsetRun run{
        {static_cast<uint32_t>(clean), static_cast<uint32_t>(clean + (*length >> 1))},
        {static_cast<uint32_t>(source), static_cast<uint32_t>(source + *taken)},
        verbatim};
    clean += *length >> 1;
    source += *taken;
    if (clean > UINT32_MAX || source > UINT32_MAX) return damaged;
    runs.push_back(run);
  }
  return OffsetMap(std::move(runs));
}

}  // namespace solieu
