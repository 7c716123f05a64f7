// Records as they are read back from a store, whole: what was extracted, in the order of the store.
#pragma once

#include <vector>

#include "solieu/record.h"
#include "solieu/status.h"
#include "store/database.h"

namespace solieu {

// Reads records one after the other. Not thread-safe; the database must outlive it.
class StoredRecords {
 public:
  static Result<StoredRecords> open(const Database& store);
  // The next record of an article that is not gone; false at the end. Its document has no bytes:
  // the store does not have them. Errors of code kInput name what cannot be read.
  Result<bool> next(ArticleRecord& record);

 private:
  Status read_figures(int64_t article, ArticleRecord& record);
  Status read_units(int64_t article, ArticleRecord& record);
  Status read_dates(int64_t article, ArticleRecord& record);
  Status read_checks(int64_t article, ArticleRecord& record);
  Status read_warnings(int64_t article, ArticleRecord& record);

  Statement articles_, figures_, units_, dates_, checks_, check_figures_, warnings_;
};

}  // namespace solieu
