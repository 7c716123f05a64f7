#include "source/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace solieu {
namespace {

constexpr size_t kIn = 64 * 1024;
constexpr size_t kOut = 256 * 1024;
constexpr size_t kHeader = 1024;  // of a member: enough to tell it
constexpr size_t kLookAhead = 16 * 1024 * 1024;
constexpr int kGzipWindow = 15 + 16;  // the largest window, with gzip's header and checksum
constexpr std::string_view kMagic = "\x1F\x8B\x08";

Bytef* bytes_of(std::string_view text) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // zlib only reads them
}

// One inflate state.
class Inflater {
 public:
  Inflater() { ok_ = inflateInit2(&state_, kGzipWindow) == Z_OK; }
  ~Inflater() {
    if (ok_) inflateEnd(&state_);
  }
  Inflater(const Inflater& other) {
    auto* source = const_cast<z_stream*>(&other.state_);  // is only read
    ok_ = inflateCopy(&state_, source) == Z_OK;
  }
  Inflater& operator=(const Inflater&) = delete;

  struct Step {
    int code;     // of zlib
    size_t used;  // bytes of `in`
    size_t made;  // bytes in `out`
    // All was unpacked, and is not what was packed.
    bool wrong_sum = false;
  };
  Step run(std::string_view in, std::vector<char>& out) {
    if (!ok_) return {Z_MEM_ERROR, 0, 0};
    state_.next_in = bytes_of(in);
    state_.avail_in = static_cast<uInt>(in.size());
    state_.next_out = reinterpret_cast<Bytef*>(out.data());
    state_.avail_out = static_cast<uInt>(out.size());
    const int code = inflate(&state_, Z_NO_FLUSH);
    // zlib has one code for all that is wrong with the data.
    const std::string_view message = state_.msg != nullptr ? state_.msg : "";
    const bool wrong_sum = code == Z_DATA_ERROR && (message == "incorrect data check" ||
                                                    message == "incorrect length check");
    return {code, in.size() - state_.avail_in, out.size() - state_.avail_out, wrong_sum};
  }

 private:
  z_stream state_{};
  bool ok_ = false;
};

// Where the next member may begin at or behind `from`; npos when there is none.
size_t find_member(std::string_view in, size_t from) {
  std::vector<char> scratch(1024);
  for (size_t at = from; (at = in.find(kMagic, at)) != std::string_view::npos; ++at) {
    Inflater trial;
    const int code = trial.run(in.substr(at), scratch).code;
    if (code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR) return at;
  }
  return std::string_view::npos;
}

class GzipStream final : public ByteStream {
 public:
  GzipStream(Reader packed, std::string place, Budget* budget)
      : packed_(std::move(packed)), place_(std::move(place)), expansion_(budget), out_(kOut) {}

  Result<std::string_view> read() override {
    while (!ended_) {
      if (pending_) return take_pending();
      std::string_view in = packed_.fill(kIn).substr(0, kIn);
      if (!member_ && !begin_member(in)) continue;
      if (in.empty()) {
        pending_ = packed_.damaged() ? packed_.take_damage() : damage("the gzip data end early");
        member_.reset();
        continue;
      }
      const size_t made = step();
      if (auto breach = expansion_.add(made, packed_.bytes_read(), place_)) {
        ended_ = spoiled_ = true;
        return *breach;
      }
      if (made > 0) return std::string_view(out_.data(), made);
    }
    if (pending_) return take_pending();
    return std::string_view();
  }

  bool spoiled() const override { return spoiled_; }

 private:
  Damage damage(std::string message, bool spoiled = false) const {
    return {{Error::Code::kInput, place_, std::move(message), "fetch or pack the file again"},
            spoiled};
  }

  Error take_pending() {
    spoiled_ = pending_->spoiled;
    return std::exchange(pending_, std::nullopt)->error;
  }

  // Looks for a member where none is open. False when `in` must be looked at again, or is the
  // end.
  bool begin_member(std::string_view in) {
    if (in.starts_with(kMagic)) {
      member_ = std::make_unique<Inflater>();
      fresh_ = true;
      return true;
    }
    if (in.empty()) {
      if (packed_.damaged()) {
        pending_ = packed_.take_damage();
      } else {
        ended_ = true;
      }
      return false;
    }
    const size_t zeros = std::min(in.find_first_not_of('\0'), in.size());  // padding of blocks
    if (zeros > 0) {
      packed_.consume(zeros);
      return false;
    }
    if (!std::exchange(searching_, true)) pending_ = damage("has bytes that are no gzip data");
    skip_to_member(in, 0);
    return false;
  }

  void skip_to_member(std::string_view in, size_t from) {
    const size_t at = find_member(in, from);
    // A signature may stand across the end of what is seen, unless that is the end of all.
    const size_t keep = in.size() < kIn ? 0 : kMagic.size() - 1;
    packed_.consume(at == std::string_view::npos ? in.size() - std::min(keep, in.size()) : at);
  }

  // Unpacks into out_; the number of good bytes.
  size_t step() {
    const std::string_view in = packed_.fill(kIn + kHeader);
    const Inflater before(*member_);
    Inflater::Step done = member_->run(in.substr(0, kIn), out_);
    const size_t from = std::exchange(fresh_, false) ? 1 : 0;
    if (done.code == Z_STREAM_END) {
      packed_.consume(done.used);
      member_.reset();
      searching_ = false;
      return done.made;
    }
    const bool good = done.code == Z_OK || (done.code == Z_BUF_ERROR && done.used > 0);
    // Where a member is cut short, the next one's bytes may unpack to noise for long.
    const size_t next = find_member(in, from);
    const bool cut = next < done.used && !(good && ends_well(done.used));
    if (good && !cut) {
      packed_.consume(done.used);
      return done.made;
    }
    const bool wrong_sum = done.wrong_sum && !cut;
    pending_ =
        damage(wrong_sum ? "the gzip checksum is wrong: not all bytes are as they were packed"
                         : "the gzip data are damaged",
               wrong_sum);
    if (cut) done.made = Inflater(before).run(packed_.fill(0).substr(0, next), out_).made;
    member_.reset();
    searching_ = true;
    skip_to_member(packed_.fill(kIn), from);
    return done.made;
  }

  // Whether the member, unpacked to `at` in the buffer, goes on to an end with the right checksum.
  bool ends_well(size_t at) {
    Inflater trial(*member_);
    std::vector<char> scratch(kOut);
    while (at < kLookAhead) {
      const std::string_view in = packed_.fill(at + kIn).substr(at);
      const Inflater::Step done = trial.run(in, scratch);
      if (done.code == Z_STREAM_END) return true;
      if (done.code != Z_OK || done.used == 0) return false;
      at += done.used;
    }
    return true;
  }

  Reader packed_;
  std::string place_;
  Expansion expansion_;
  std::vector<char> out_;
  std::unique_ptr<Inflater> member_;
  bool fresh_ = false;      // the member begins with the next byte
  bool searching_ = false;  // the damage was told, its end not yet found
  bool ended_ = false;
  bool spoiled_ = false;
  std::optional<Damage> pending_;  // to be told before anything else is read
};

}  // namespace

std::unique_ptr<ByteStream> gunzip(Reader packed, std::string place, Budget* budget) {
  return std::make_unique<GzipStream>(std::move(packed), std::move(place), budget);
}

}  // namespace solieu
