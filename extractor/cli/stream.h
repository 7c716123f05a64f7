// solieu extract --stream: a line in, a line out.
#pragma once

#include "cli/batch_options.h"
#include "cli/commands.h"
#include "cli/options.h"

namespace solieu::cli {

// Standard input to standard output until the first one ends or a signal comes.
ExitStatus run_stream(const InputOptions& input, const RulesOptions& rules, const BatchFlags& batch,
                      const JsonOptions& json);

}  // namespace solieu::cli
