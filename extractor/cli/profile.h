// What --profile prints.
#pragma once

#include "solieu/profile.h"

namespace solieu::cli {

// To standard error: each stage's share and the costliest rules.
void print_profile(const ExtractionProfile& profile);

}  // namespace solieu::cli
