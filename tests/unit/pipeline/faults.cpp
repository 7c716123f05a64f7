#include "faults.h"

#include <dlfcn.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace {

Fault armed;
std::atomic<int> operations = 0;
std::atomic<bool> full = false;

bool watched(const char* path) {
  return !armed.folder.empty() && std::string_view(path).starts_with(armed.folder);
}

bool watched(int file) {
  if (armed.folder.empty()) return false;
  std::array<char, 4096> path{};
  const std::string link = "/proc/self/fd/" + std::to_string(file);
  return ::readlink(link.c_str(), path.data(), path.size() - 1) > 0 && watched(path.data());
}

// Counts an operation; whether the bad thing is to happen now.
bool hit() {
  if (++operations != armed.at) return false;
  if (armed.mode == FaultMode::kKillBefore) ::raise(SIGKILL);
  if (armed.mode == FaultMode::kDiskFull) full = true;
  return true;
}

int failed(int code) {
  errno = code;
  return -1;
}

template <class Call>
int operation(bool needs_space, const Call& call) {
  const bool bad = hit();
  if (needs_space && full) return failed(ENOSPC);
  if (bad && armed.mode == FaultMode::kError) return failed(EIO);
  const int result = call();
  if (bad && armed.mode == FaultMode::kKillAfter) ::raise(SIGKILL);
  return result;
}

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

void arm(const Fault& fault) {
  armed = fault;
  operations = 0;
  full = false;
}

int operations_since_armed() { return operations; }

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
  static auto* const go_on = real<ssize_t(int, const void*, size_t)>("write");
  if (!watched(file)) return go_on(file, bytes, size);
  const bool bad = hit();
  if (full && !bad) return failed(ENOSPC);
  if (!bad || armed.mode == FaultMode::kNone) return go_on(file, bytes, size);
  if (armed.mode == FaultMode::kError) return failed(EIO);
  const ssize_t written = go_on(file, bytes, size / 2);
  if (armed.mode == FaultMode::kKillAfter) ::raise(SIGKILL);
  return written > 0 ? written : failed(ENOSPC);
}

int fsync(int file) {
  static auto* const go_on = real<int(int)>("fsync");
  return watched(file) ? operation(true, [&] { return go_on(file); }) : go_on(file);
}

int ftruncate(int file, off_t size) noexcept {
  static auto* const go_on = real<int(int, off_t)>("ftruncate");
  return watched(file) ? operation(false, [&] { return go_on(file, size); }) : go_on(file, size);
}

int rename(const char* from, const char* to) noexcept {
  static auto* const go_on = real<int(const char*, const char*)>("rename");
  return watched(from) ? operation(false, [&] { return go_on(from, to); }) : go_on(from, to);
}

int unlink(const char* path) noexcept {
  static auto* const go_on = real<int(const char*)>("unlink");
  return watched(path) ? operation(false, [&] { return go_on(path); }) : go_on(path);
}
}
