// A store as reviewers left it.
#pragma once

#include "solieu/status.h"
#include "store/database.h"

namespace solieu {

// Lays the reviewed figures over those of the store, for this connection and as long as it is open:
// who reads its figures and checks reads them corrected, without rejected and with added ones. The
// store itself stays as it is, and may be open for reading only.
Status lay_corrections_over(const Database& database);

}  // namespace solieu
