// The SQLite output: the store of schemas/store.sql.
#pragma once

#include <filesystem>
#include <memory>

#include "solieu/sink.h"
#include "solieu/status.h"

namespace solieu {

// Opens or makes a store. Articles are upserted by their id: writing what is there already changes
// nothing, and what the article does not have any more goes. One transaction for each checkpoint;
// without one nothing is seen by others until `finish`. Resuming needs no position. Errors have
// code kOutput.
Result<std::unique_ptr<Sink>> open_sqlite_sink(const std::filesystem::path& path,
                                               const ReopenOptions& reopen = {});

}  // namespace solieu
