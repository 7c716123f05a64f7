#include "cli/line_reader.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "cli/signals.h"

namespace solieu::cli {

bool LineReader::fill() {
  std::array<pollfd, 2> wanted = {pollfd{STDIN_FILENO, POLLIN, 0},
                                  pollfd{signal_descriptor(), POLLIN, 0}};
  while (signal_received() == 0) {
    if (::poll(wanted.data(), wanted.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    if (wanted[1].revents != 0) return false;
    std::array<char, 65536> piece{};
    const ssize_t got = ::read(STDIN_FILENO, piece.data(), piece.size());
    if (got > 0) {
      buffer_.append(piece.data(), static_cast<size_t>(got));
      return true;
    }
    if (got == 0 || errno != EINTR) return false;
  }
  return false;
}

std::optional<std::string> LineReader::next() {
  std::string line;
  const auto keep = [&](size_t end) {
    const size_t room = longest_ + 1 - std::min(line.size(), longest_ + 1);
    line.append(buffer_, begin_, std::min(end - begin_, room));
    begin_ = end;
  };
  while (true) {
    const size_t end = buffer_.find('\n', begin_);
    if (end != std::string::npos) {
      keep(end);
      ++begin_;
      return line;
    }
    keep(buffer_.size());
    buffer_.clear();
    begin_ = 0;
    if (ended_ || !fill()) {
      ended_ = true;
      // A line that a signal cut off is not whole.
      return line.empty() || signal_received() != 0 ? std::nullopt : std::optional(line);
    }
  }
}

}  // namespace solieu::cli
