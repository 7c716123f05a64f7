#include "cli/signals.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>

namespace solieu::cli {
namespace {

std::atomic<int> received = 0;
std::atomic<int> descriptor = -1;
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void note_signal(int number) {
  const int kept = errno;
  received = number;
  const uint64_t one = 1;
  (void)!::write(descriptor, &one, sizeof one);
  errno = kept;
}

}  // namespace

void listen_for_signals() {
  descriptor = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  struct sigaction action {};
  action.sa_handler = note_signal;
  // No SA_RESTART: a read that waits for input ends. SA_RESETHAND: the second one kills.
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  for (const int number : {SIGINT, SIGTERM}) ::sigaction(number, &action, nullptr);
}

int signal_received() { return received; }

int signal_descriptor() { return descriptor; }

}  // namespace solieu::cli
