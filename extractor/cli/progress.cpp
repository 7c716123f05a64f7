#include "cli/progress.h"

#include <spdlog/fmt/fmt.h>

#include <cstdio>

namespace solieu::cli {

Progress::Progress(bool shown, uint64_t total_bytes) : shown_(shown), total_bytes_(total_bytes) {}

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - begin_).count();
}

void Progress::show(const Totals& totals, uint64_t bytes_read) {
  if (!shown_ || Clock::now() - last_drawn_ < std::chrono::milliseconds(200)) return;
  draw(totals, bytes_read);
  drawn_ = true;
  last_drawn_ = Clock::now();
}

void Progress::draw(const Totals& totals, uint64_t bytes_read) const {
  const double elapsed = seconds();
  std::string line = fmt::format("{} articles  {:.0f}/s  {:.1f} MB/s", totals.inputs,
                                 static_cast<double>(totals.inputs) / elapsed,
                                 static_cast<double>(totals.bytes) / elapsed / 1e6);
  if (totals.dead_letters > 0) line += fmt::format("  {} failed", totals.dead_letters);
  if (bytes_read > 0 && total_bytes_ >= bytes_read) {
    const double left =
        elapsed * static_cast<double>(total_bytes_ - bytes_read) / static_cast<double>(bytes_read);
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
