// The PostgreSQL output: the database of schemas/postgres.sql. Only there when built with libpq.
#pragma once

#include <memory>
#include <string>

#include "solieu/sink.h"
#include "solieu/status.h"

namespace solieu {

// `connection`: a connection string or URI as libpq takes them, empty parts from its environment
// (PGHOST, PGPASSWORD ...). Makes the tables or brings them up to date. Rows are copied into
// temporary tables and upserted at each checkpoint, in one transaction: writing what is there
// already changes nothing, and what an article does not have any more goes. Resuming needs no
// position. Errors have code kOutput and do not tell the connection string.
Result<std::unique_ptr<Sink>> open_postgres_sink(const std::string& connection,
                                                 const ReopenOptions& reopen = {});

}  // namespace solieu
