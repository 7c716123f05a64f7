// What could not be extracted, with the reason and how to try again: JSON Lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "solieu/status.h"

namespace solieu {

// The line of an input that failed. `id` may be empty; `retry` is a command without paths, or
// empty. Bytes that are not UTF-8 are replaced.
std::string dead_letter_line(const Error& error, std::string_view id, std::string_view retry);

// The line that stands in a stream for one that failed. `number` counts from 1.
std::string failure_line(const Error& error, std::string_view id, uint64_t number);

// A word as a POSIX shell reads it back.
std::string quoted_for_shell(std::string_view word);

// `text`, or with '?' in the place of what is no ASCII when it is not UTF-8: how places stand in
// dead letters.
std::string as_utf8(std::string_view text);

}  // namespace solieu
