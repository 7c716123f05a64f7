#include "source/content_coding.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <memory>
#include <utility>
#include <vector>

#include "source/decompress.h"
#include "source/sniff.h"

namespace solieu {
namespace {

constexpr size_t kOut = 64 * 1024;

// Calls `make` for further bytes until it says that all is done or that no more can be made.
enum class Step : uint8_t { kMore, kDone, kBroken };
template <class Make>
Result<Step> collect(std::string& body, size_t packed, const std::string& place, Budget* budget,
                     Make make) {
  Expansion expansion(budget);
  std::vector<char> out(kOut);
  const uint64_t limit = budget->limits->document;
  for (Step step = Step::kMore; step == Step::kMore;) {
    size_t made = 0;
    step = make(out, made);
    if (auto breach = expansion.add(made, packed, place)) return *breach;
    body.append(out.data(), made);
    if (body.size() > limit) {
      return limit_error(place, "is larger than " + readable_size(limit), "--max-document");
    }
    if (step != Step::kMore) return step;
  }
  return Step::kBroken;
}

constexpr int kGzip = MAX_WBITS + 16, kZlib = MAX_WBITS, kBare = -MAX_WBITS;

// `window`: which header the deflate data have.
Result<Step> inflate_body(std::string_view packed, int window, std::string& body,
                          const std::string& place, Budget* budget) {
  z_stream state{};
  if (inflateInit2(&state, window) != Z_OK) return Step::kBroken;
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&state, inflateEnd);
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  state.avail_in = static_cast<uInt>(packed.size());
  return collect(body, packed.size(), place, budget, [&](std::vector<char>& out, size_t& made) {
    state.next_out = reinterpret_cast<Bytef*>(out.data());
    state.avail_out = static_cast<uInt>(out.size());
    const int code = inflate(&state, Z_NO_FLUSH);
    made = out.size() - state.avail_out;
    if (code == Z_STREAM_END) return Step::kDone;
    return code == Z_OK ? Step::kMore : Step::kBroken;
  });
}

Result<Step> unbrotli_body(std::string_view packed, std::string& body, const std::string& place,
                           Budget* budget) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) return Step::kBroken;
  size_t in_size = packed.size();
  const auto* in = reinterpret_cast<const uint8_t*>(packed.data());
  return collect(body, packed.size(), place, budget, [&](std::vector<char>& out, size_t& made) {
    size_t out_size = out.size();
    auto* to = reinterpret_cast<uint8_t*>(out.data());
    const auto code =
        BrotliDecoderDecompressStream(state.get(), &in_size, &in, &out_size, &to, nullptr);
    made = out.size() - out_size;
    if (code == BROTLI_DECODER_RESULT_SUCCESS) return Step::kDone;
    return code == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT ? Step::kMore : Step::kBroken;
  });
}

// What is told apart by its signature.
Result<Step> unpack_body(std::string_view media_type, std::string_view packed, std::string& body,
                         const std::string& place, Budget* budget) {
  Budget uncounted{budget->limits};  // `collect` counts
  auto stream = decompress(media_type, Reader(stream_of(packed)), place, &uncounted);
  if (!stream) return Step::kBroken;
  return collect(body, packed.size(), place, budget, [&](std::vector<char>& out, size_t& made) {
    const auto piece = (*stream)->read();
    if (!piece) return Step::kBroken;
    out.assign(piece->begin(), piece->end());
    made = out.size();
    return made == 0 ? Step::kDone : Step::kMore;
  });
}

}  // namespace

Result<bool> undo_coding(std::string_view coding, std::string& body, const std::string& place,
                         Budget* budget) {
  if (body.empty() || sniff(body) == "text/html") return true;
  const std::string packed = std::move(body);
  body.clear();
  Result<Step> done = Step::kBroken;
  if (coding == "br") {
    done = unbrotli_body(packed, body, place, budget);
  } else if (coding == "deflate") {
    done = inflate_body(packed, kZlib, body, place, budget);
    // Some servers leave zlib's header out.
    if (done && *done == Step::kBroken && body.empty()) {
      done = inflate_body(packed, kBare, body, place, budget);
    }
  } else if (packed.starts_with("\x1F\x8B")) {
    done = inflate_body(packed, kGzip, body, place, budget);
  } else if (const std::string_view type = sniff(packed); is_compressed(type)) {
    done = unpack_body(type, packed, body, place, budget);
  }
  if (!done) return done.error();
  if (*done == Step::kDone) return true;
  if (!body.empty()) return false;
  body = packed;
  return true;
}

}  // namespace solieu
