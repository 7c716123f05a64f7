#include "record/validator.h"

#ifdef SOLIEU_WITH_VALIJSON
// clang-format off: it wants to come before all of RapidJSON
#include <valijson/adapters/rapidjson_adapter.hpp>
// clang-format on
#include <rapidjson/document.h>

#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#endif

namespace solieu {

extern const std::string_view k_article_schema;

#ifdef SOLIEU_WITH_VALIJSON

struct RecordValidator::Rules {
  valijson::Schema schema;
};

Result<RecordValidator> RecordValidator::load() {
  // valijson throws; nothing of that leaves this file.
  try {
    rapidjson::Document document;
    document.Parse(k_article_schema.data(), k_article_schema.size());
    auto rules = std::make_shared<Rules>();
    // The schema keeps to what draft-07 and 2020-12 have in common.
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::RapidJsonAdapter(document), rules->schema);
    RecordValidator out;
    out.rules_ = std::move(rules);
    return out;
  } catch (const std::exception& error) {
    return Error{Error::Code::kUsage, "--validate", error.what(), ""};
  }
}

Status RecordValidator::check(std::string_view json) const {
  const auto wrong = [](std::string message) {
    return Error{Error::Code::kOutput, "", std::move(message),
                 "this is a fault of solieu: please report it"};
  };
  try {
    rapidjson::Document document;
    document.Parse(json.data(), json.size());
    if (document.HasParseError()) return wrong("the record is no JSON");
    valijson::ValidationResults results;
    valijson::Validator validator;
    const valijson::adapters::RapidJsonAdapter target(document);
    if (validator.validate(rules_->schema, target, &results)) return {};
    // The first error is the innermost one.
    valijson::ValidationResults::Error first;
    results.popError(first);
    std::string place;
    for (const std::string& part : first.context) place += part;
    return wrong("the record is not valid: " + place + ": " + first.description);
  } catch (const std::exception& error) {
    return wrong(error.what());
  }
}

#else

struct RecordValidator::Rules {};

Result<RecordValidator> RecordValidator::load() {
  return Error{Error::Code::kUsage, "--validate", "is not built in",
               "build solieu with valijson installed (sh .ci/setup)"};
}
Status RecordValidator::check(std::string_view /*json*/) const { return {}; }

#endif

}  // namespace solieu
