// Something bad at one of the operations by which a process changes the files of a folder.
//
// Linked into a test program, faults.cpp stands before the C library's write, fsync, ftruncate,
// rename and unlink.
#pragma once

#include <string>

enum class FaultMode {
  kNone,
  kKillBefore,  // the process is killed before the operation
  kKillAfter,   // after half of a write, or after any other operation
  kDiskFull,    // from then on there is no space; the first write finds some for half of it
  kError,       // this one operation fails
};

struct Fault {
  std::string folder;
  FaultMode mode = FaultMode::kNone;
  int at = 0;  // the number of the operation, from 1
};

// Starts counting anew. For the process that forks a child only before it has threads.
void arm(const Fault& fault);
int operations_since_armed();
