#include "cli/signals.h"

#include <atomic>
#include <csignal>

namespace solieu::cli {
namespace {

std::atomic<int> received = 0;
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void note_signal(int number) { received = number; }

}  // namespace

void listen_for_signals() {
  struct sigaction action {};
  action.sa_handler = note_signal;
  // No SA_RESTART: a read that waits for input ends. SA_RESETHAND: the second one kills.
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  for (const int number : {SIGINT, SIGTERM}) ::sigaction(number, &action, nullptr);
}

int signal_received() { return received; }

}  // namespace solieu::cli
