// Records against schemas/article.schema.json.
#pragma once

#include <memory>
#include <string_view>

#include "solieu/status.h"

namespace solieu {

// Const and thread-safe.
class RecordValidator {
 public:
  // Of the schema that is compiled in. Error (kUsage): built without valijson.
  static Result<RecordValidator> load();
  // Whether one line of JSON is valid. An error (kOutput) names the key and what is wrong with it.
  Status check(std::string_view json) const;

 private:
  struct Rules;
  std::shared_ptr<const Rules> rules_;
};

}  // namespace solieu
