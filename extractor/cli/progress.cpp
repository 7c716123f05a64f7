#include "cli/progress.h"

#include <spdlog/fmt/fmt.h>

#include <cstdio>

namespace solieu::cli {

Progress::Progress(bool shown, size_t total_articles, uint64_t total_bytes)
    : shown_(shown), total_articles_(total_articles), total_bytes_(total_bytes) {}

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - begin_).count();
}

void Progress::advance(uint64_t bytes) {
  ++articles_;
  bytes_ += bytes;
  if (!shown_ || Clock::now() - last_drawn_ < std::chrono::milliseconds(200)) return;
  draw();
  drawn_ = true;
  last_drawn_ = Clock::now();
}

void Progress::draw() const {
  const double elapsed = seconds();
  std::string line = fmt::format("{}/{} articles  {:.0f}/s  {:.1f} MB/s", articles_,
                                 total_articles_, static_cast<double>(articles_) / elapsed,
                                 static_cast<double>(bytes_) / elapsed / 1e6);
  if (bytes_ > 0 && total_bytes_ >= bytes_) {
    const double left =
        elapsed * static_cast<double>(total_bytes_ - bytes_) / static_cast<double>(bytes_);
    const auto whole = static_cast<uint64_t>(left);
    line += fmt::format("  {}:{:02}:{:02} left", whole / 3600, whole / 60 % 60, whole % 60);
  }
  // Carriage return, the line, and erase to its end.
  fmt::print(stderr, "\r{}\033[K", line);
  std::fflush(stderr);
}

void Progress::clear() {
  if (!drawn_) return;
  std::fputs("\r\033[K", stderr);
  drawn_ = false;
}

}  // namespace solieu::cli
