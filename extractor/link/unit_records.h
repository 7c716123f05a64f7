// The units of a record: mentions that name a unit, or stand for one as a name does.
#pragma once

#include "link/units.h"

namespace solieu {

// Appends to `record.units`; source offsets and code points are made here. Views point into the
// clean text and the record's arena.
void write_units(const Analysis& analysis, const ArticleUnits& units, ArticleRecord& record);

}  // namespace solieu
