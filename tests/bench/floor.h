// The least work that any extractor does to a text: check that it is UTF-8, check that it is NFC,
// and find its numbers. How long the pipeline takes is told as a multiple of it.
#pragma once

#include <cstddef>
#include <string_view>

// Returns something that depends on all of the work, so that none is optimised away.
size_t floor_pass(std::string_view text);
